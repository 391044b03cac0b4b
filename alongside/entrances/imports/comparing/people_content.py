"""A row of the people file as plain values: {block: {field: value}}, as for the census."""

from alongside.entrances.imports.comparing.content import Content, Fields, plain
from alongside.entrances.imports.people_file import Parent, PersonRow

WHO, HOME, SCHOOL, PARENTS, WORK, SEEN = "who", "home", "school", "parents", "work", "seen"
TITLES = {
    WHO: "Who the child is",
    HOME: "Where the child lives",
    SCHOOL: "School",
    PARENTS: "Parents",
    WORK: "Worker and team",
    SEEN: "Last seen",
}
SAID = {True: " (parental responsibility)", False: " (no parental responsibility)", None: ""}


def content_of_row(row: PersonRow) -> Content:
    """What the row says. An empty cell says nothing; a block with nothing in it is left out."""
    blocks: dict[str, Fields] = {
        WHO: {
            "given_names": row.first_names[:120],
            "family_name": row.family_name[:120],
            "known_as": row.known_as[:120],
            "pronouns": row.pronouns[:40],
            "born_on": row.birth_date,
            "nhs_number": row.nhs_number[:20],
        },
        HOME: {"household": row.household[:60], "address": row.address[:300], "postcode": row.postcode[:10]},
        SCHOOL: {"school": row.school},
        PARENTS: {"parents": tuple(f"{parent.name[:200]}{SAID[parent.responsibility]}" for parent in row.parents)},
        WORK: {
            "worker": row.worker_email or row.worker,
            "worker_name": row.worker,
            "worker_role": row.worker_role,
            "team": row.team,
        },
        SEEN: {"last_seen": row.last_seen},
    }
    filled = {
        name: {field: plain(value) for field, value in fields.items() if value not in ("", (), None)}
        for name, fields in blocks.items()
    }
    return {name: fields for name, fields in filled.items() if fields}


def parent_of(text: str) -> Parent:
    """A parent back from its text in the content."""
    for responsibility, said in SAID.items():
        if said and text.endswith(said):
            return Parent(text.removesuffix(said), responsibility)
    return Parent(text)
