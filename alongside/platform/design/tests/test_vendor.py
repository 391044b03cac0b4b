"""What was made by others is what VENDOR.md says it is."""

import hashlib
from pathlib import Path

DESIGN = Path(__file__).resolve().parents[1]
VENDOR = DESIGN / "static" / "design" / "vendor"
SUMS = dict(reversed(line.split()) for line in (DESIGN / "vendor.sha256").read_text(encoding="utf-8").splitlines())
CSS = (VENDOR / "govuk-frontend-6.6.0.min.css").read_text(encoding="utf-8")


def test_every_file_has_its_checksum_and_no_other_file_is_there():
    files = {path.name for path in VENDOR.iterdir() if path.suffix in (".css", ".js", ".woff2")}
    assert files == set(SUMS)
    changed = [name for name in files if hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() != SUMS[name]]
    assert changed == []


def test_the_licences_stand_beside_them():
    assert "MIT License" in (VENDOR / "GOVUK-FRONTEND-LICENCE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (VENDOR / "ATKINSON-OFL.txt").read_text(encoding="utf-8")


def test_the_face_of_gov_uk_is_not_carried():
    assert "@font-face" not in CSS
    assert not [name for name in SUMS if "light-" in name or "bold-" in name]


def test_it_is_the_version_it_says():
    assert '--govuk-frontend-version:"6.6.0"' in CSS


def test_no_source_map_is_promised_that_is_not_there():
    """A manifest of static files stops at a map that does not exist."""
    assert not [path.name for path in VENDOR.glob("*.min.*") if b"sourceMappingURL" in path.read_bytes()]
