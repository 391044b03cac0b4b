"""A fault in a rule file says where, what is wrong and what to write: a practice lead reads it, not a programmer."""

from pathlib import Path

import pytest

from alongside.record.chronology.definition_file import DefinitionError, DefinitionFile
from alongside.record.chronology.kinds import all_kinds, kinds_of, read_kinds
from alongside.record.timescales.rule_file import read_rule
from alongside.record.timescales.rules import check_editions, read_rules
from tests.deadlines.builders import rule_text

GOOD = "when: referral.received\nwithin: 5 days\ndone_by: referral.decided"


def fault_of(text: str) -> str:
    with pytest.raises(DefinitionError) as refused:
        read_rule(DefinitionFile(Path("/srv/alongside/practice/tried/definitions/rule/tried.yaml"), text), all_kinds())
    return str(refused.value)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("within: a fortnight", "within: 'a fortnight' is not an interval. Write a number and a unit,"),
        ("within: 5 school days", "within: '5 school days' counts school days, which needs school calendars"),
        ("finished_by: referral.decided", "finished_by: Not a key of a rule. Write one of: again_words, before,"),
        ("count: {event: visit.made}", "count: A rolling count is not built yet. Take this rule out until it is."),
        ("shortened_by: [level.changed]", "shortened_by: Shortening a date that already runs is not built yet."),
        ("each: term", "each: each term needs school calendars: not built yet."),
        ("each: fortnight", "each: 'fortnight' cannot stand here. Write one of: day, week, month, year."),
        ("done_by: referral.answered", "done_by: No event 'referral.answered' is declared."),
        ("done_where: {mood: good}", "done_where.mood: referral.decided carries no 'mood'. It has: referral,"),
        ("same: mood", "same: referral.received carries no 'mood'. Add it to its payload or leave it out."),
        ("from: {field: mood}", "from.field: referral.received carries no date 'mood'. Name a date of its payload."),
        ("from: {field: source}", "from.field: referral.received carries no date 'source'."),
        ("from: {birthday: five}", "from.birthday: 'five' is not an age. Write a whole number, for example 18."),
        ("from: {since: visit.made}", "from.since: Not a key of a point. Write one of: birthday, earliest_of,"),
        ("during: holiday", "during: No episode 'holiday'. Write one of: allocation,"),
        ("owed_by: chief_happiness_officer", "owed_by: 'chief_happiness_officer' cannot stand here. Write one of:"),
        ("owed_by: ''", "owed_by: '' cannot stand here."),
        ("confidence: high", "confidence: 'high' cannot stand here. Write one of: V, S, M, L."),
        ("force: law", "force: Confidence L means there is no national number. Write force: local."),
        ("subject: family", "subject: 'family' cannot stand here. Write one of: child, person, worker,"),
        ("checked_on: yesterday", "checked_on: 'yesterday' is not a date. Write it as 2026-03-18."),
        ("title: ''", "title: Write a short title in plain English."),
        ("repeat: maybe", "repeat: 'maybe' cannot stand here. Write yes or no."),
        ('repeat: "yes"', "repeat: A recurring rule must end: add during or until."),
        ("visiting: yes", "visiting: A visiting rule has during and repeat."),
        ("opens_at: go_live", "opens_at: A rule that opens on the go-live day has neither when nor during."),
        ("pause: decision.requested", "pause: Write two events: [the one that stops the clock,"),
        ("in_force_to: '1999-01-01'", "in_force_to: The last day in force lies before the first."),
        ("roll: backwards", "roll: 'backwards' cannot stand here. Write one of: none, next_working_day."),
        ("ladder: [{at: in good time, tell: [team_manager]}]", "ladder.0.at: 'in good time' cannot be read."),
        ("ladder: [{at: due - 2 days, tell: [nobody]}]", "ladder.0.tell: 'nobody' cannot stand here."),
        ("cases: [{within: 5 days}]", "within: Say how long in one way: within, before, cases, steps or each."),
        ("until: [{plus: a while}]", "until.plus: 'a while' is not an interval."),
    ],
)
def test_one_fault_in_a_good_rule(body, says):
    key = body.split(":")[0]
    kept = [line for line in GOOD.splitlines() if not line.startswith((f"{key}:",))]
    if key == "each":
        kept = [line for line in kept if not line.startswith("within")]
    told = fault_of(rule_text("\n".join([*kept, body])))
    assert says in told, told
    assert told.startswith("practice/tried/definitions/rule/tried.yaml, line ")


@pytest.mark.parametrize(
    ("cases", "says"),
    [
        ("{within: 1 day}", "cases.0: Every case but the last has an if; the last has none."),
        ("{if: {field: source}, within: 1 day}", "cases.0.if: Say what the value must be: is, in or at_least."),
        ("{if: {field: mood, is: good}, within: 1 day}", "cases.0.if.field: What opens this rule carries no 'mood'"),
        ("{if: {fact: rating.colour, is: red}, within: 1 day}", "Cases that read a rating or level need shortened_by"),
        ("{if: {fact: colour, is: red}, within: 1 day}", "cases.0.if.fact: 'colour' is not a fact. Write noun.field"),
        ("{if: {happened: case.closed, by: now}, within: 1 day}", "'now' is not built: an item never depends on today"),
        ("{if: {weather: wet}, within: 1 day}", "cases.0.if.weather: Not a key of a condition."),
        ("{if: {happened: case.closed}}", "cases.0.within: Write within or before, with an interval."),
        ("{if: {happened: case.closed}, before: 3 days beginning with}", "An interval counted back has no"),
    ],
)
def test_faults_in_cases(cases, says):
    listed = f"cases: [{cases}, {{within: 2 days}}]"
    told = fault_of(rule_text(f"when: referral.received\n{listed}\ndone_by: referral.decided"))
    assert says in told, told


def test_the_last_case_has_no_condition():
    cases = "[{if: {field: source, is: 4}, within: 1 day}]"
    told = fault_of(rule_text(f"when: referral.received\ncases: {cases}\ndone_by: referral.decided"))
    assert "cases.0: Every case but the last has an if; the last has none." in told


def test_the_line_is_the_one_with_the_fault():
    text = rule_text(GOOD) + "ladder:\n  - {at: due, tell: [team_manager]}\n  - {at: due, tell: [nobody]}\n"
    assert f"line {len(text.splitlines())}, ladder.1.tell" in fault_of(text)


def test_hours_need_an_event_with_a_time():
    told = fault_of(rule_text("when: case.opened\nwithin: 24 hours\ndone_by: case.closed"))
    assert "Hours need a time of day, and case.opened has none" in told


def test_a_rolled_date_is_never_one_counted_back():
    told = fault_of(rule_text("when: case.opened\nbefore: 3 days\nroll: next_working_day\ndone_by: case.closed"))
    assert "A date counted back is never moved later" in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind: rule\nkey: a\nkey: b\n", "line 3, key: This key stands here twice. Keep one."),
        ("title: See the child: today\n", "line 1: This cannot be read: mapping values are not allowed here."),
        ("- one\n- two\n", "line 1: A definition is a list of keys with values. Start with kind and key."),
        ("", "line 1: A definition is a list of keys with values."),
        ("kind: form\n", "line 1, kind: Write: kind: rule"),
    ],
)
def test_faults_of_the_file_itself(text, says):
    assert says in fault_of(text)


def test_yes_no_on_and_numbers_stay_as_written():
    file = DefinitionFile(Path("tried.yaml"), "a: yes\nb: on\nc: 1.10\nd: 2026-03-18\ne: [no, null]\n")
    assert file.content == {"a": "yes", "b": "on", "c": "1.10", "d": "2026-03-18", "e": ["no", "null"]}


def _edition(edition: str, start: str, end: str = "", body: str = GOOD):
    text = rule_text(body, edition=f'"{edition}"', in_force_from=f'"{start}"', in_force_to=f'"{end}"' if end else "")
    file = DefinitionFile(Path("tried.yaml"), text)
    return read_rule(file, all_kinds()), file


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (("2", "2026-03-20"), "A gap or an overlap: edition 1 ends the day before 2026-03-18. Write 2026-03-18."),
        (("2", "2026-03-17"), "A gap or an overlap"),
        (("1", "2026-03-18"), "Edition 1 stands in two files. Give each its own."),
        (("2", "2026-03-18", "", GOOD.replace("referral.received", "case.opened")), "not what opens it"),
    ],
)
def test_editions_follow_each_other(second, says):
    with pytest.raises(DefinitionError, match=says):
        check_editions([_edition("1", "2013-04-15", "2026-03-17"), _edition(*second)])


def test_an_edition_without_a_last_day_has_no_successor():
    with pytest.raises(DefinitionError, match="Edition 1 has no last day"):
        check_editions([_edition("1", "2013-04-15"), _edition("2", "2026-03-18")])


def test_one_bad_file_and_none_is_taken(tmp_path):
    folder = tmp_path / "area" / "definitions" / "rule"
    folder.mkdir(parents=True)
    (folder / "good.yaml").write_text(rule_text(GOOD), encoding="utf-8")
    assert len(read_rules(tmp_path, all_kinds())) == 1
    (folder / "bad.yaml").write_text(rule_text(GOOD + "\nwhatever: 1", key="bad"), encoding="utf-8")
    with pytest.raises(DefinitionError):
        read_rules(tmp_path, all_kinds())


def test_the_example_of_the_rules_page_is_a_rule():
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    rule = read_rule(DefinitionFile(Path("rules.md"), example), all_kinds())
    assert (rule.key, rule.repeat, len(rule.ladder)) == ("protection_plan_visit", True, 1)


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "definitions" / "rule" / "odd.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"kind: rule\ntitle: caf\xe9\n")
    with pytest.raises(DefinitionError, match="This is not UTF-8 text"):
        read_rules(tmp_path, all_kinds())


KIND_FILE = "kind: event_kinds\narea: tried\nevents:\n  visit.made:\n    title: Visit\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (KIND_FILE + "    colour: red\n", "events.visit.made.colour: Not a key of an event kind."),
        (KIND_FILE + "    payload: {seen: maybe}\n", "events.visit.made.payload.seen: 'maybe' cannot stand here."),
        (KIND_FILE + '    headline: "Saw {whom}"\n', "{whom} is not in the payload. Add it there or take it out here."),
        (KIND_FILE + "    subjects: [dog]\n", "events.visit.made.subjects: Write a list of: person, worker,"),
        (KIND_FILE + "    significance: huge\n", "Write one of: routine, significant, turning_point."),
        (KIND_FILE.replace("visit.made", "Visit"), "'Visit' is not an event kind. Write noun.participle"),
        (KIND_FILE.replace("title: Visit", "means: x"), "events.visit.made.title: Write a title in plain English."),
        ("kind: rule\n", "kind: Write: kind: event_kinds"),
        ("kind: event_kinds\narea: tried\n", "events: Write the kinds under events"),
    ],
)
def test_faults_of_event_kinds(text, says):
    with pytest.raises(DefinitionError) as refused:
        list(kinds_of(DefinitionFile(Path("event_kinds.yaml"), text)))
    assert says in str(refused.value)


def test_a_kind_is_declared_once(tmp_path):
    for area in ("one", "two"):
        path = tmp_path / area / "definitions" / "event_kinds.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(KIND_FILE.replace("area: tried", f"area: {area}"), encoding="utf-8")
    with pytest.raises(DefinitionError, match="Already declared by one"):
        read_kinds(tmp_path)
