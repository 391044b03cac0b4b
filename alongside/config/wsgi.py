"""What gunicorn runs."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
application = get_wsgi_application()
# Every address is loaded now: a page that cannot be loaded stops the start, not somebody's work.
reverse("account_login")
