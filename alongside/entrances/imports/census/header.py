"""The header of the return, and whose return it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from lxml import etree

from alongside.platform.common.words import full_date

from .blocks import Header
from .faults import FaultList, shown
from .opening import ASK_AGAIN
from .pull import line_of, local_name
from .refusals import FileRefused
from .scan import Block

HEADER = {"CollectionDetails": True, "Source": True}
DETAILS = {"Collection": False, "Year": False, "ReferenceDate": False}
SOURCE = {"SourceLevel": False, "LEA": False, "SoftwareCode": False, "Release": False,
          "SerialNo": False, "DateTime": False}

# As the header of each names itself.
RETURNS = {
    "903": "the looked-after children return (SSDA903)",
    "CLA": "the looked-after children return (SSDA903)",
    "SC": "the school census",
    "SCP": "the school census",
    "AP": "the alternative provision census",
    "PRU": "the pupil referral unit census",
    "SLASC": "the school level annual school census",
    "SWF": "the school workforce census",
    "EY": "the early years census",
    "PF": "the private fostering return",
    "CSWW": "the social work workforce census",
    "SEN2": "the special educational needs survey (SEN2)",
}


def read_header(element: etree._Element, expected_lea: str | None) -> Header:
    faults = FaultList()
    details, source = parts_of(Block(element, HEADER, faults), faults)
    collection = details.texts.get("Collection", "")
    refuse_other_return(collection, line_in(details, "Collection", element))
    lea = source.texts.get("LEA", "")
    refuse_other_authority(lea, expected_lea, line_in(source, "LEA", element))
    year = details.whole_number("Year", "100")
    reference = details.day_or_aside("ReferenceDate")
    check_reference(faults, line_of(element), year, reference)
    return Header(
        line_of(element), collection, year, reference, lea,
        source.code("SoftwareCode"), source.code("Release"), source.code("SerialNo"),
        read_moment(source.texts.get("DateTime", "")), tuple(faults.items))


def line_in(part: Block, name: str, header: etree._Element) -> int:
    """The line of this field; of the header when it is not there."""
    return part.line_of_field(name) if name in part.texts else line_of(header)


def parts_of(header: Block, faults: FaultList) -> tuple[Block, Block]:
    found: dict[str, Block] = {}
    for part in header.nested:
        name = local_name(part)
        found.setdefault(name, Block(part, DETAILS if name == "CollectionDetails" else SOURCE,
                                     faults))
    nothing = Block(etree.Element("none"), {}, faults)
    return found.get("CollectionDetails", nothing), found.get("Source", nothing)


def refuse_other_return(collection: str, line: int) -> None:
    if collection.upper() == "CIN":
        return
    if not collection:
        raise FileRefused(f"The header does not say which return this is. {ASK_AGAIN}",
                          line)
    kind = RETURNS.get(collection.upper(), f"another return ({collection[:20]})")
    raise FileRefused(f"This is {kind}, not the Children in Need census. {ASK_AGAIN}",
                      line)


def refuse_other_authority(lea: str, expected: str | None, line: int) -> None:
    if len(lea) != 3 or not lea.isdecimal():
        raise FileRefused("The header does not say which local authority sent this: LEA should "
                          f"be three digits and is {shown(lea) if lea else 'missing'}.",
                          line)
    if expected and lea != expected:
        raise FileRefused(f"This is the census of another local authority: the file says {lea} "
                          f"and this system is for {expected}. Nothing was taken in.",
                          line)


def check_reference(faults: FaultList, line: int, year: int | None, day: date | None) -> None:
    if year is None:
        faults.doubt(line, "100", "Year", "The header does not say which year this is for.")
    elif day is None:
        faults.doubt(line, "100", "ReferenceDate", "The header has no reference date; 31 March "
                     f"{year} was used.")
    elif (day.year, day.month, day.day) != (year, 3, 31):
        faults.doubt(line, "100", "ReferenceDate", f"The reference date is {full_date(day)}; for "
                     f"the year {year} it should be 31 March {year}.", day.isoformat())


def read_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def year_of(header: Header) -> tuple[date, date] | None:
    """First and last day of the census year, both in it; None when the header says neither."""
    end = header.reference_date
    if end is None and header.year and 1900 <= header.year <= 9998:
        end = date(header.year, 3, 31)
    if end is None or end.year < 1900:
        return None
    try:
        start = end.replace(year=end.year - 1) + timedelta(days=1)
    except ValueError:  # 29 February
        start = date(end.year - 1, 3, 1)
    return start, end
