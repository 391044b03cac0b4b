"""The floor (design §7): what Django itself costs for these pages, so that ours can be told as a multiple of it.

One file: Django's own middleware of a signed-in site, one hand-written query a page, Django's templates with `|date`,
no layout, no permissions, no audit. Saving is one transaction with the same inserts by hand and no engine. It reads the
same database as alongside_jobs, the role that row security does not hold.

    gunicorn -w 2 tests.bench.floor:application
"""

import json
import os
import uuid

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.floor"
import tests.bench.settings  # noqa: F401  (where the database is, before anything else is read)
from alongside.config import places
from alongside.config.database.addresses import database_settings

SECRET_KEY = places.kept_secret("secret_key")
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tests.bench.floor"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions",
                  "django.contrib.messages", "alongside.platform.common", "alongside.platform.access"]  # fmt: skip
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
AUTH_USER_MODEL = "access.Account"
DATABASES = {"default": {**database_settings("jobs"), "ATOMIC_REQUESTS": False, "CONN_HEALTH_CHECKS": False}}
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
USE_TZ, TIME_ZONE, USE_I18N, LANGUAGE_CODE = True, "Europe/London", False, "en-gb"

import django  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils import timezone  # noqa: E402

CASELOAD = """
select s.public_id, p.given_names, p.family_name, p.born_on, seen.happened_on as seen_on, due.due_on, due.rule
from casework_allocation a join people_person p on p.subject_id = a.person_id
join common_subject s on s.id = p.subject_id
left join lateral (select v.happened_on from chronology_eventsubject v where v.subject_id = a.person_id
    and v.kind = 'visit.made' and v.voided_at is null and v.part ->> 'seen' = 'yes'
    order by v.happened desc limit 1) seen on true
left join lateral (select d.due_on, d.rule from timescales_dueitem d where d.subject_id = a.person_id
    and d.status in ('open', 'paused', 'cannot_tell') order by d.due_on limit 1) due on true
where a.worker_id = (select w.subject_id from workers_worker w where w.account_id = %s)
    and a.ended_on is null and not a.withdrawn
order by p.family_name, p.born_on"""
MY_DAY = """
select s.public_id, p.given_names, p.family_name, p.born_on, d.due_on, d.rule, d.because
from casework_allocation a join people_person p on p.subject_id = a.person_id
join common_subject s on s.id = p.subject_id
join timescales_dueitem d on d.subject_id = a.person_id
where a.worker_id = (select w.subject_id from workers_worker w where w.account_id = %s)
    and a.ended_on is null and not a.withdrawn and d.status in ('open', 'paused', 'cannot_tell')
order by d.due_on, d.rule"""
LIFE = """
select p.given_names, p.family_name, p.born_on, e.happened, e.recorded_at, e.headline, e.line, v.author_name
from common_subject s join people_person p on p.subject_id = s.id
join lateral (select * from chronology_eventsubject x where x.subject_id = s.id and x.voided_at is null
    order by x.happened desc, x.id desc limit %s) e on true
join chronology_event v on v.id = e.event_id
where s.public_id = %s order by e.happened desc, e.id desc"""

LIST = """<h1>My children</h1><table>{% for row in rows %}<tr>
<td><a href="/children/{{ row.public_id }}/">{{ row.given_names }} {{ row.family_name }}</a></td>
<td>born {{ row.born_on|date:"j F Y" }}</td>
<td>{% if row.seen_on %}seen {{ row.seen_on|date:"j F Y" }}{% endif %}</td>
<td>{{ row.rule }}, due {{ row.due_on|date:"D j M Y" }}</td></tr>{% endfor %}</table>"""
DUE = """<h1>My day</h1><ul>{% for row in rows %}<li>
<a href="/children/{{ row.public_id }}/">{{ row.given_names }} {{ row.family_name }}</a>
born {{ row.born_on|date:"j F Y" }}: {{ row.rule }}, due {{ row.due_on|date:"D j M Y" }}. {{ row.because }}
</li>{% endfor %}</ul>"""
ENTRIES = """{% for row in rows %}{% if forloop.first %}<h1>{{ row.given_names }} {{ row.family_name }}</h1>
<p>born {{ row.born_on|date:"j F Y" }}</p><ol>{% endif %}
{% ifchanged row.happened.year %}<li><h2>{{ row.happened|date:"Y" }}</h2></li>{% endifchanged %}
<li>{{ row.happened|date:"j F" }} <b>{{ row.headline }}</b> {{ row.line }}
{{ row.author_name }}, recorded {{ row.recorded_at|date:"j F Y" }}</li>{% endfor %}</ol>"""

INSERTS = (
    "insert into common_sent (key, account, address, answer, at) values (%(key)s, %(account)s, '/save/', '/', %(now)s)",
    """insert into chronology_event (id, org, kind, author, author_name, author_role, payload, source, ref, voided_because)
    values (%(event)s, %(org)s, 'visit.made', %(account)s, %(name)s, 'social_worker', %(payload)s, '', %(note)s, '')""",
    """insert into chronology_eventsubject (id, org, event_id, subject_id, kind, happened, happened_on, precise,
    recorded_at, headline, line, words, significance, restriction, restricted, episodes, part)
    select gen_random_uuid(), %(org)s, %(event)s, s.id, 'visit.made', %(now)s, %(now)s::date, true, %(now)s,
    'Home visit: seen in person, alone', %(text)s, '', 'routine', 0, false, '{}', %(part)s
    from common_subject s where s.public_id = any (%(children)s)""",
    """insert into notes_note (id, org, restricted, event_id, author, author_name, author_role, happened, precise, place,
    what, also_there, recorded_at) values (%(note)s, %(org)s, false, %(event)s, %(account)s, %(name)s, 'social_worker',
    %(now)s, true, 'At home', '{home_visit}', '{}', %(now)s)""",
    """insert into notes_notechild (id, org, restricted, note_id, person_id, seen, seen_alone, how_known)
    select gen_random_uuid(), %(org)s, false, %(note)s, s.id, 'in_person', 'yes', 'In their room'
    from common_subject s where s.public_id = any (%(children)s)""",
    """insert into notes_passage (id, org, restricted, note_id, person_id, piece, position, mark, text, said_by,
    said_by_child, exact_words, third_party, split, author, author_name, written_at, added_because)
    select gen_random_uuid(), %(org)s, false, %(note)s, s.id, %(event)s, 1, 'saw', %(text)s, '', false, false, false,
    false, %(account)s, %(name)s, %(now)s, '' from common_subject s where s.public_id = any (%(children)s)""",
    """insert into audit_auditentry (id, at, org, account, name, role, act, outcome, subjects, ref)
    select gen_random_uuid(), %(now)s, %(org)s, %(account)s, %(name)s, 'social_worker', 'visit.made', 'wrote',
    array(select s.id from common_subject s where s.public_id = any (%(children)s)), %(event)s::text""",
)


def _page(request: HttpRequest, template: object, query: str, *values: object) -> HttpResponse:
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    with connection.cursor() as cursor:
        cursor.execute(query, values or [request.user.pk])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return HttpResponse(template.render({"rows": rows}, request))  # type: ignore[attr-defined]


def caseload(request: HttpRequest) -> HttpResponse:
    return _page(request, TEMPLATE["list"], CASELOAD)


def my_day(request: HttpRequest) -> HttpResponse:
    return _page(request, TEMPLATE["due"], MY_DAY)


def child(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, TEMPLATE["entries"], LIFE, 20, public_id)


def chronology(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, TEMPLATE["entries"], LIFE, 500, public_id)


def visit(request: HttpRequest, public_id: str) -> HttpResponse:
    """GET only gives the form's token."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    if request.method == "GET":
        return HttpResponse(get_token(request))
    account, post = request.user, request.POST
    given = {
        "key": post["sent_key"], "account": account.pk, "name": account.name, "org": account.org, "now": timezone.now(),
        "event": uuid.uuid4(), "note": uuid.uuid4(), "children": post.getlist("child"), "text": post["text-0"],
        "payload": json.dumps({"by_role": "social_worker"}),
        "part": json.dumps({"by_role": "social_worker", "seen": "yes", "in_person": "yes", "seen_alone": "yes"}),
    }  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        for insert in INSERTS:
            cursor.execute(insert, given)
    return HttpResponseRedirect(f"/children/{public_id}/?saved=yes")


urlpatterns = [
    path("children/", caseload),
    path("", my_day),
    path("children/<str:public_id>/", child),
    path("children/<str:public_id>/chronology/", chronology),
    path("children/<str:public_id>/visit/", visit),
]
django.setup()
TEMPLATE = {name: engines["django"].from_string(text) for name, text in (("list", LIST), ("due", DUE), ("entries", ENTRIES))}
application = get_wsgi_application()
