"""Small census files for the tests, built from parts so that each test shows only what is odd."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from alongside.entrances.imports.census import ChildBlock, Fault, FileRefused, Header, read_census

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples"
TODAY = date(2026, 11, 21)
IDENTIFIERS = ("<LAchildID>{id}</LAchildID><UPNunknown>UN2</UPNunknown>"
               "<PersonBirthDate>2012-05-04</PersonBirthDate><Sex>F</Sex>")
CHARACTERISTICS = ("<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities>"
                   "<Disability>NONE</Disability></Disabilities></ChildCharacteristics>")
REFERRAL = ("<CINreferralDate>2026-09-07</CINreferralDate><ReferralSource>2A</ReferralSource>"
            "<PrimaryNeedCode>N1</PrimaryNeedCode>")


def sample(name: str) -> Path:
    """A sample file in a real format, or a skip when the samples are not beside the project."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"no sample {name} beside the project")
    return path


def episode(blocks: str = "", *, referral: str = REFERRAL, after: str = "") -> str:
    return (f"<CINdetails>{referral}{blocks}<ReferralNFA>0</ReferralNFA>{after}</CINdetails>")


def child(child_id: str = "E20417", *, identifiers: str = IDENTIFIERS,
          characteristics: str = CHARACTERISTICS, episodes: str | None = None) -> str:
    return (f"<Child>\n<ChildIdentifiers>{identifiers.replace('{id}', child_id)}"
            f"</ChildIdentifiers>\n{characteristics}\n"
            f"{episode() if episodes is None else episodes}\n</Child>\n")


def header(collection: str = "CIN", year: str = "2027", day: str = "2027-03-31",
           lea: str = "201") -> str:
    return (f"<Header><CollectionDetails><Collection>{collection}</Collection><Year>{year}</Year>"
            f"<ReferenceDate>{day}</ReferenceDate></CollectionDetails><Source>"
            f"<SourceLevel>L</SourceLevel><LEA>{lea}</LEA></Source></Header>\n")


def message(children: str | None = None, head: str | None = None, start: str = "") -> bytes:
    inside = child() if children is None else children
    top = header() if head is None else head
    return f"{start}<Message>\n{top}<Children>\n{inside}</Children>\n</Message>\n".encode()


def read(content: bytes, **options: object) -> tuple[Header, list[ChildBlock]]:
    first, *children = read_census(io.BytesIO(content), today=TODAY, **options)  # type: ignore[arg-type]
    assert isinstance(first, Header)
    return first, children  # type: ignore[return-value]


def read_one(**options: str) -> ChildBlock:
    _, children = read(message(child(**options)))
    assert len(children) == 1
    return children[0]


def refused(content: bytes, **options: object) -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        read(content, **options)
    return caught.value


def codes(block: ChildBlock) -> set[str]:
    return {fault.code for fault in block.faults}


def fault(block: ChildBlock, code: str) -> Fault:
    found = [one for one in block.faults if one.code == code]
    assert found, f"no fault {code}; there are {sorted(codes(block))}"
    return found[0]
