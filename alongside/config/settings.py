"""Settings, all from the environment and closed by default.

ALONGSIDE_ROLE                the database role of this process: staff (default), jobs or migrator
ALONGSIDE_DB_<ROLE>_URL       a real database server; without any, the embedded one under var/
ALONGSIDE_SECRET_KEY          needed with a real server; otherwise made once under var/
ALONGSIDE_HOSTS               names this copy answers to, comma between; default this machine only
ALONGSIDE_HTTPS               1 when people reach it by https (cookies are then sent by https only)
ALONGSIDE_MAIL_URL            smtp://user:password@host:587; without it mail is kept in var/mail
ALONGSIDE_MAIL_FROM           who mail comes from
ALONGSIDE_TRIAL               1 when started with --trial on a real server
ALONGSIDE_DEBUG               1 shows programmers what went wrong; never with real data
"""

import os
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from alongside.config import places
from alongside.config.database.addresses import database_settings, real_server
from alongside.platform.common.errors import PlainError


def _yes(name: str) -> bool:
    return os.environ.get(name, "") == "1"


def _secret_key() -> str:
    given = os.environ.get("ALONGSIDE_SECRET_KEY", "")
    if real_server() and len(given) < 50:
        raise PlainError("ALONGSIDE_SECRET_KEY must be set, 50 characters or more, with a real database server.")
    return given or places.kept_secret("secret_key")


ROLE = os.environ.get("ALONGSIDE_ROLE", "staff")
REAL_SERVER = real_server()
NOT_FOR_REAL_CHILDREN = True  # until the safety checks pass (docs/hazards.md); every page says so
DEBUG = _yes("ALONGSIDE_DEBUG") and not REAL_SERVER
SECRET_KEY = _secret_key()
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [name for name in os.environ.get("ALONGSIDE_HOSTS", "").split(",") if name] or LOCAL_HOSTS
HTTPS = _yes("ALONGSIDE_HTTPS")

# Lowest first: an area may use those above it in this list, never those below.
AREAS = [
    "alongside.platform.common",
    "alongside.platform.access",
    "alongside.platform.audit",
    "alongside.platform.design",
    "alongside.record.chronology",
    "alongside.record.timescales",
    "alongside.record.people",
    "alongside.record.workers",
    "alongside.record.organisations",
    "alongside.record.casework",
    "alongside.tools.forms",
    "alongside.tools.notes",
    "alongside.practice.referrals",
    "alongside.practice.safeguarding",
    "alongside.entrances.sign_in",
    "alongside.entrances.council",
    "alongside.entrances.desk",
    "alongside.entrances.imports",
]
INSTALLED_APPS = [
    *AREAS,
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A long chronology is 346 kB as it stands and 20 kB packed. Guessing a secret by its packed length (BREACH) is held
    # off by masked form keys, random padding and cookies that no other site can send.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "alongside.config.headers.closed_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.entrances.sign_in.middleware.ActorMiddleware",
]
ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

DATABASES = {"default": database_settings(ROLE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Pages are Jinja; Django's own templates are only for what a library brings and we have not made anew.
_IN_EVERY_PAGE = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "alongside.entrances.sign_in.frame.frame",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "alongside.platform.design.jinja.environment",
            "autoescape": True,
            "context_processors": _IN_EVERY_PAGE,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _IN_EVERY_PAGE},
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

# Who people are
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the council, never by a stranger
ACCOUNT_ADAPTER = "alongside.entrances.sign_in.adapter.Adapter"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/15m/key,100/15m/ip", "reset_password": "20/m/ip,5/15m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

MADE_UP = places.PEOPLE.exists()  # the made-up council was loaded: every page says that everyone is made up
SET_UP_CODE_FILE = places.SET_UP_CODE

# Cookies and headers
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "alongside_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # a page that saves itself takes the new secret from it after a sign-in in another tab
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS if HTTPS]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = False  # the proxy in front does this
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Words, days and numbers
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# Style sheets and scripts
STATIC_URL = "/static/"
STATIC_ROOT = places.STATIC
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "alongside.config.static.HashedFiles"},  # filled by `alongside run`
}

# What is remembered for a while: how often somebody tried to sign in. In the database, so that it counts over all
# of the web server's processes.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "remembered"}}

# Background jobs
PROCRASTINATE_IMPORT_PATHS = ["alongside.config.jobs"]

# Mail
_MAIL = urlsplit(os.environ.get("ALONGSIDE_MAIL_URL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.hostname else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(places.MAIL)
EMAIL_HOST = _MAIL.hostname or ""
EMAIL_PORT = _MAIL.port or 587
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("ALONGSIDE_MAIL_FROM", "Alongside <alongside@localhost>")

# Bad or very large input
IMPORTS_FOLDER = places.IMPORTS  # files handed in, until they are brought in; only this user may enter
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = ["alongside.config.uploads.PrivateUpload"]
FILE_UPLOAD_TEMP_DIR = str(places.UPLOADS)

# Faults go to the terminal or the journal; what people typed does not.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
