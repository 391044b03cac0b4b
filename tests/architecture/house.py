"""The house as data: its areas, lowest first, and which rooms of an area others may enter."""

ROOT = "alongside"

# One row a level, lowest first. Areas of one row do not know each other; a row may reach only rows above it here.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("platform.common",),
    ("platform.access", "platform.design"),
    ("platform.audit",),
    ("record.chronology",),
    ("record.timescales",),
    ("record.people", "record.workers", "record.organisations"),
    ("record.casework",),
    ("tools.forms",),
    ("tools.notes",),
    ("practice.referrals", "practice.safeguarding"),
    ("entrances.council", "entrances.desk", "entrances.imports", "entrances.sign_in"),
    ("entrances.command_line",),
    ("demo",),
    ("config",),
)

AREAS = frozenset(area for level in LEVELS for area in level)
HEIGHT = {area: height for height, level in enumerate(LEVELS) for area in level}

# How one area reaches another (design §5).
PUBLIC_ROOMS = frozenset({"actions", "selectors", "policy", "facts", "choices"})

# Rooms that some areas publish beside these. Platform knows nothing of children, so its rooms are open.
NAMED_ROOMS: dict[str, frozenset[str]] = {
    "record.timescales": frozenset({"engine", "rules", "new_events", "writing"}),  # the one way to write an event
    "record.chronology": frozenset({"kinds", "definition_file"}),
    "tools.notes": frozenset({"visit"}),  # a visit as its action takes it, in plain values
    "record.people": frozenset({"identifiers", "names"}),  # check letters and digits; how a person is called
    "platform.access": frozenset({"actor", "decisions", "identity", "permissions", "roles", "row_security"}),
}
# Private doors, each with its reason: (who enters, which area, which room).
PRIVATE_DOORS = frozenset(
    {
        # The spine is written in one place, `timescales.record_event` (lock, write, recompute; ADR 2).
        ("record.timescales", "record.chronology", "models"),
        # A worker's account is made and read together with the worker.
        ("record.workers", "platform.access", "models"),
        # Eastmere tells a whole story before any of it is saved, and finds an enquiry among what is about to be.
        ("demo", "practice.safeguarding", "models"),
    }
)
# Only config stands above demo, and asks it to fill an empty council.
OPEN_AREAS = frozenset({"platform.common", "platform.design", "platform.audit", "demo"})


def area_of(dotted: str) -> str | None:
    """The area a dotted name lies in: "alongside.record.people.actions" is in "record.people"."""
    parts = dotted.split(".")
    if parts[0] != ROOT:
        return None
    for length in (2, 1):
        name = ".".join(parts[1 : 1 + length])
        if name in AREAS:
            return name
    return None


def room_of(dotted: str) -> str | None:
    """The first name inside the area: "alongside.record.people.actions.add" is in the room "actions"."""
    area = area_of(dotted)
    rest = dotted.removeprefix(f"{ROOT}.{area}").lstrip(".") if area else ""
    return rest.split(".")[0] or None


def may_enter(here: str | None, area: str, room: str | None) -> bool:
    """Whether the area `here` may enter this room of another area."""
    if area in OPEN_AREAS or (here, area, room) in PRIVATE_DOORS:
        return True
    return room in PUBLIC_ROOMS | NAMED_ROOMS.get(area, frozenset())
