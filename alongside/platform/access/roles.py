"""Roles, in words a manager can read, and what each may do at all. For which child is decided by ties."""

from dataclasses import dataclass

READING = frozenset({"my_day.read", "caseload.read", "child.read", "help.read"})
RECORDING = READING | {"visit.record", "event.record", "person.correct"}
MANAGING = RECORDING | {"team.read", "case.allocate"}


@dataclass(frozen=True, slots=True)
class Role:
    """`title` as people say it; `means` one sentence; `direct` roles hold children themselves."""

    title: str
    means: str
    permissions: frozenset[str]
    direct: bool = False


ROLES: dict[str, Role] = {
    "service_manager": Role("Service manager", "Answers for every team of the service.", MANAGING),
    "team_manager": Role(
        "Team manager", "Allocates children to the team's workers and answers for the team.", MANAGING
    ),
    "conference_chair": Role("Conference chair", "Chairs child protection conferences.", RECORDING),
    "social_worker": Role("Social worker", "Leads statutory work with the children they hold.", RECORDING, direct=True),
    "family_worker": Role("Family worker", "Works with the families they hold.", RECORDING, direct=True),
    "key_worker": Role("Key worker", "Stands alongside the children they hold.", RECORDING, direct=True),
    "data_steward": Role(
        "Data manager",
        "Brings the council's files in and answers for their quality. Opens no child's record.",
        frozenset({"my_day.read", "file.import", "help.read"}),
    ),
    "administrator": Role(
        "Administrator",
        "Sets up hubs, teams and workers. Opens no child's record.",
        frozenset({"my_day.read", "council.set_up", "help.read"}),
    ),
}

PERMISSIONS = frozenset(p for role in ROLES.values() for p in role.permissions)
