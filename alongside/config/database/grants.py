"""What each role may do to each table. Run as the owner after every migration; harmless when run again.

A table not named here is an ordinary table of the application: staff and jobs read and write it.
The child's and family's role and the partners' role get nothing on any table: they will read only what is
published to them.
"""

from dataclasses import dataclass

from django.db import connection

from alongside.config.database.roles import OWNED_THROUGH_OWNER

ALL = "SELECT, INSERT, UPDATE, DELETE"
ADD = "SELECT, INSERT"
READ = "SELECT"


@dataclass(frozen=True)
class Rule:
    """The first rule whose `starts` begins the table's name holds."""

    starts: str
    grants: dict[str, str]
    owner: str = "alongside_owner"


RULES = (
    # Nobody who writes the audit can change it: written once, sealed by another role.
    Rule("audit_", {"staff": ADD, "jobs": ADD, "sealer": ADD, "reports": READ}, owner="alongside_audit_owner"),
    Rule("django_migrations", {"staff": READ, "jobs": READ}),
    # Staff put a job in the queue, in the transaction that needs it; only the worker takes it out.
    Rule("procrastinate_", {"staff": ADD, "jobs": ALL}),
    # The engine's own functions read facts and write due items, whoever is asking.
    Rule("chronology_", {"staff": ALL, "jobs": ALL, "engine": READ}),
    Rule("timescales_dueitem", {"staff": READ, "jobs": READ, "reports": READ, "engine": "SELECT, INSERT, UPDATE"}),
    Rule("timescales_", {"staff": ALL, "jobs": ALL, "engine": ALL}),
    Rule("common_", {"staff": ALL, "jobs": ALL, "engine": READ}),
    Rule("", {"staff": ALL, "jobs": ALL}),
)
RUN_FUNCTIONS = ("staff", "jobs")
GRANTEES = ("staff", "family", "partner", "reports", "jobs", "sealer", "engine", "search")

TABLES = """
    SELECT c.relname, c.relowner::regrole::text FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') ORDER BY c.relname
"""
FUNCTIONS = """
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = ANY (%s::regrole[]) ORDER BY 1
"""


def rule_for(table: str) -> Rule:
    return next(rule for rule in RULES if table.startswith(rule.starts))


def give_grants() -> None:
    """Set owners and grants of every table, sequence and function. Connected as the migrator."""
    everyone = ", ".join(f"alongside_{name}" for name in GRANTEES)
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for table, owner in cursor.fetchall():
            for statement in _statements(table, owner, everyone):
                cursor.execute(statement)
        runners = ", ".join(f"alongside_{name}" for name in RUN_FUNCTIONS)
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {runners}")
        cursor.execute(FUNCTIONS, [["alongside_owner", *OWNED_THROUGH_OWNER]])
        for (function,) in cursor.fetchall():
            cursor.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {runners}")


def _statements(table: str, owner: str, everyone: str) -> list[str]:
    rule = rule_for(table)
    name = connection.ops.quote_name(table)
    statements = [] if owner == rule.owner else [f"ALTER TABLE {name} OWNER TO {rule.owner}"]
    statements.append(f"REVOKE ALL ON {name} FROM PUBLIC, {everyone}")
    return statements + [f"GRANT {what} ON {name} TO alongside_{who}" for who, what in rule.grants.items()]
