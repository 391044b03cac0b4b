"""One idea, one word: the words we do not use stand on no page and in no sentence for people (GLOSSARY.md)."""

import pytest

from tests.architecture.sources import PRODUCT, TOP, modules, python_from, template_name, templates
from tests.architecture.words import pattern, readable, sentences, speaks, spoken, words_we_do_not_use

GLOSSARY = (TOP / "GLOSSARY.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def unkind():
    return pattern(words_we_do_not_use(GLOSSARY))


def test_the_glossary_lists_them():
    assert {"overdue", "service user", "N/A"} <= set(words_we_do_not_use(GLOSSARY))


def test_no_page_uses_them(unkind):
    faults = [
        f"{template_name(path)}: {found.group()}"
        for path in templates()
        for found in unkind.finditer(readable(path.read_text(encoding="utf-8")))
    ]
    assert not faults, "\n".join(faults)


def test_no_sentence_for_people_uses_them(unkind):
    faults = [
        f"{module.shown}:{line}: {text!r}"
        for module in modules()
        if speaks(module.path) and not module.is_migration
        for line, text in sentences(module.tree)
        if unkind.search(text)
    ]
    assert not faults, "\n".join(faults)


def test_no_definition_uses_them(unkind):
    faults = [
        f"{path.relative_to(TOP)}: {text!r}"
        for path in sorted(PRODUCT.rglob("definitions/**/*.yaml"))
        for text in spoken(path.read_text(encoding="utf-8"))
        if unkind.search(text)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("text", ["2 visits overdue", "Service  users", "(N/A)", "The client's mother"])
def test_it_bites(unkind, text):
    assert unkind.search(text)


@pytest.mark.parametrize("text", ["clientele", "al-status--overdue", "user-agent", "black", "superuser"])
def test_it_leaves_other_words_alone(unkind, text):
    assert not unkind.search(text)


def test_it_reads_what_people_read():
    page = '<p class="overdue">Hello {{ name }}</p><img alt="a late visit">{{ tag("Held on Monday", "overdue") }}'
    assert readable(page).splitlines() == ["Hello ", "a late visit", "Held on Monday"]


def test_it_reads_sentences_and_not_docstrings():
    tree = python_from('"""A client here."""\nraise Error("The client is late")\nstate = "overdue"')
    assert list(sentences(tree)) == [(2, "The client is late")]


def test_it_reads_a_definitions_values():
    assert list(spoken("key: overdue\nmeans: Seen within ten days\n")) == ["Seen within ten days"]
