"""One Child block: identifiers, characteristics and episodes."""

from __future__ import annotations

from lxml import etree

from alongside.record.people.choices import SEX_FROM_OLDER_CODE

from .blocks import ChildBlock, CinEpisode
from .episode import read_episode
from .faults import FaultList, shown
from .pull import line_of, local_name
from .scan import Block, as_given, codes_inside

CHILD = {"ChildIdentifiers": True, "ChildCharacteristics": True, "CINdetails": True}
IDENTIFIERS = {
    "LAchildID": False, "UPN": False, "FormerUPN": False, "UPNunknown": False,
    "PersonBirthDate": False, "ExpectedPersonBirthDate": False, "Sex": False,
    "GenderCurrent": False, "PersonDeathDate": False,
}
CHARACTERISTICS = {"Ethnicity": False, "Disabilities": True}
LONGEST_ID = 100
NO_FIELDS = etree.Element("none")


def read_child(element: etree._Element, first_lines: dict[str, int]) -> ChildBlock:
    """first_lines: line of each child id already read in this file; the new id is added."""
    faults = FaultList()
    line = line_of(element)
    child_id = id_of(element)
    faults.child_id = child_id
    reason = why_not_stored(child_id, first_lines)
    if reason:
        code = "8510" if child_id in first_lines else "8500"
        faults.keep_aside(line, code, "LAchildID", reason, as_given(element))
        return ChildBlock(line, child_id[:LONGEST_ID], stored=False, faults=tuple(faults.items))
    first_lines[child_id] = line
    return read_stored(element, line, child_id, faults)


def id_of(element: etree._Element) -> str:
    for part in element:
        if local_name(part) == "ChildIdentifiers":
            for field in part:
                if local_name(field) == "LAchildID":
                    return (field.text or "").strip()
    return ""


def why_not_stored(child_id: str, first_lines: dict[str, int]) -> str:
    if not child_id:
        return "This child has no child id (LAchildID), so there is nothing to file it under."
    if len(child_id) > LONGEST_ID:
        return f"The child id is {len(child_id)} characters long; it should be at most 20."
    if child_id in first_lines:
        return (f"The child id {shown(child_id)} stands twice in this file; the first is on line "
                f"{first_lines[child_id]} and was taken.")
    return ""


def read_stored(element: etree._Element, line: int, child_id: str, faults: FaultList) -> ChildBlock:
    block = Block(element, CHILD, faults)
    identifiers, characteristics, episodes = parts_of(block, faults)
    return ChildBlock(
        line, child_id, True, identifiers.code("UPN"), identifiers.code("FormerUPN"),
        identifiers.code("UPNunknown"), identifiers.day_or_aside("PersonBirthDate"),
        identifiers.day_or_aside("ExpectedPersonBirthDate"), sex_of(identifiers),
        identifiers.day_or_aside("PersonDeathDate"), characteristics.code("Ethnicity"),
        codes_inside(characteristics.nested, "Disabilities", "Disability", faults),
        episodes, tuple(faults.items))


def parts_of(block: Block, faults: FaultList) -> tuple[Block, Block, tuple[CinEpisode, ...]]:
    """A second identifiers or characteristics block is named as a doubt and not taken."""
    found: dict[str, Block] = {}
    episodes: list[CinEpisode] = []
    for part in block.nested:
        name = local_name(part)
        if name == "CINdetails":
            episode = read_episode(part, faults)
            if episode:
                episodes.append(episode)
        elif name in found:
            faults.doubt(line_of(part), "given-twice", name,
                         f"{name} is given twice; the first was taken.", as_given(part))
        else:
            layout = IDENTIFIERS if name == "ChildIdentifiers" else CHARACTERISTICS
            found[name] = Block(part, layout, faults)
    nothing = Block(NO_FIELDS, {}, faults)
    return (found.get("ChildIdentifiers", nothing), found.get("ChildCharacteristics", nothing),
            tuple(episodes))


def sex_of(identifiers: Block) -> str:
    """Sex from 2024 to 2025; before that GenderCurrent, whose codes are turned into Sex's."""
    if "Sex" in identifiers.texts:
        return identifiers.code("Sex")
    given = identifiers.code("GenderCurrent")
    return SEX_FROM_OLDER_CODE.get(given, given)
