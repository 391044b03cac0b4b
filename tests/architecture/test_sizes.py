"""No file over 400 lines (tests 600), no function over 40. There is no list of exceptions, and there is to be none."""

from tests.architecture.sizes import long_functions, too_long
from tests.architecture.sources import PRODUCT, TOP, modules, python_from, templates


def everything():
    yield from modules(PRODUCT, tests=True)
    yield from modules(TOP / "tests", tests=True)


def test_no_python_file_is_too_long():
    """Migrations are written by machine, and read once."""
    ours = (m for m in everything() if not m.is_migration)
    assert [m.shown for m in ours if too_long(m.text, is_test=m.is_test)] == []


def test_no_template_or_script_is_too_long():
    ours = [*templates(), *(p for p in PRODUCT.rglob("static/**/*.js") if "vendor" not in p.parts)]
    assert [str(p) for p in ours if too_long(p.read_text(encoding="utf-8"), is_test=False)] == []


def test_no_function_is_too_long():
    faults = [
        f"{m.shown}:{line} {name} has {length} lines"
        for m in everything()
        for line, name, length in long_functions(m.tree)
    ]
    assert not faults, "\n".join(faults)


def test_it_bites_a_long_function():
    lines = "\n".join(["def tell():", *["    x = 1"] * 40])
    assert [name for _, name, _ in long_functions(python_from(lines))] == ["tell"]


def test_it_bites_a_long_file():
    assert too_long("x = 1\n" * 401, is_test=False)
    assert not too_long("x = 1\n" * 401, is_test=True)
    assert too_long("x = 1\n" * 601, is_test=True)
