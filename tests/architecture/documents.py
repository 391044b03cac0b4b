"""What the documents claim that can be looked up."""

import re

PATH = re.compile(r"`((?:alongside|tests|docs)/[\w./-]+?)(?:::(\w+))?`")
ROW = re.compile(r"^\| (H\d\d) \|", re.MULTILINE)
NOT_YET = "page says Not for real children"


def claims(text: str) -> list[tuple[str, str]]:
    """Paths named in backticks, with the test function if one is named."""
    return [(path.rstrip("/"), function) for path, function in PATH.findall(text)]


def hazards(text: str) -> dict[str, list[str]]:
    """Cells of each hazard by its id."""
    rows = [line.strip().strip("|").split("|") for line in text.splitlines() if ROW.match(line)]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in rows}


def unsupported(cells: list[str]) -> bool:
    """A hazard must show where its control is, or that pages say it is not for real children."""
    state = cells[-1]
    return not claims(state) and NOT_YET.lower() not in state.lower()
