"""What the page of a visit is drawn from: the fields as typed, and what is wrong with them, if anybody asked."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from alongside.platform.access.actor import Actor
from alongside.platform.common.words import listed
from alongside.tools.notes.choices import IN_PERSON, NOT_SEEN, SEEN, SOMEONE_ELSE, WHAT_IT_WAS
from alongside.tools.notes.effects import Effect, Going, what_it_would_meet
from alongside.tools.notes.forms.checks import Missing, day_of
from alongside.tools.notes.forms.splits import BY_A_CHILD, asks_split, words_to_start_from
from alongside.tools.notes.forms.typed import Typed, TypedPassage
from alongside.tools.notes.selectors import Child, adults_round, places_of, roles_of


def drawn(user: Actor, children: Sequence[Child], page: Typed, faults: Sequence[Missing]) -> dict[str, Any]:
    """Context for `notes/visit.html`, beside what the frame, the draft and the child's bar bring."""
    wrong = defaultdict(str, {fault.at: fault.says for fault in reversed(faults)})
    adults = adults_round(user, children[0])
    return {
        "page": page,
        "wrong": wrong,
        "errors": [{"href": f"#{fault.at}", "text": fault.says} for fault in faults],
        "children": [_chip(child, page) for child in children],
        "adults": [(name, name) for name in adults],
        "what_it_was": [(key, text) for key, text in WHAT_IT_WAS.items() if key != "sibling_time" or len(children) > 1],
        "places": places_of(user, children[0]),
        "seen": [_seen(child, page, wrong) for child in children],
        "passages_list": [_passage(each, children, page, wrong) for each in page.passages],
        "speakers": _speakers(children, adults, page),
        "effects": effects_of(user, children, page),
    }


def _chip(child: Child, page: Typed) -> dict[str, Any]:
    text = f"{child.called}, {child.age}" if child.age else child.called
    return {"id": child.public_id, "called": child.called, "text": text, "ticked": child.public_id in page.ticked}


def _seen(child: Child, page: Typed, wrong: dict[str, str]) -> dict[str, Any]:
    said, key = page.seen[child.public_id], child.public_id
    errors = {name: wrong.get(f"{name}-{key}", "") for name in ("seen", "alone", "how")}
    return {
        "id": key, "called": child.called, "seen": said.seen, "alone": said.alone, "how": said.how, "errors": errors,
    }  # fmt: skip


def _passage(passage: TypedPassage, children: Sequence[Child], page: Typed, wrong: dict[str, str]) -> dict[str, Any]:
    going = [child for child in children if child.public_id in page.ticked]
    splits = [_split(passage, child, going, wrong) for child in children[1:]]
    return {
        "n": passage.n,
        "mark": passage.mark,
        "text": passage.text,
        "said_by": passage.said_by,
        "exact": passage.exact,
        "files": passage.files,
        "third_party": passage.third_party,
        "splits": [each for each in splits if each],
        "error": wrong.get(f"text-{passage.n}") or wrong.get(f"said_by-{passage.n}", ""),
    }


def _split(passage: TypedPassage, child: Child, going: Sequence[Child], wrong: dict[str, str]) -> dict[str, str] | None:
    own = passage.splits.get(child.public_id, "")
    named = asks_split(passage, child, going) if child in going else []
    if not named and not own:
        return None
    return {
        "child": child.public_id,
        "text": own or words_to_start_from(passage, child, going),
        "names": listed([other.called for other in named]) or "another child",
        "error": wrong.get(f"split-{passage.n}-{child.public_id}", ""),
    }


def _speakers(children: Sequence[Child], adults: Sequence[str], page: Typed) -> list[dict[str, Any]]:
    """Who may have said something: the children, adults round them, whoever was written in, someone else."""
    written = [name.strip() for name in page.someone_else.split(",") if name.strip()]
    chosen = [each.said_by for each in page.passages if each.said_by and not each.said_by.startswith(BY_A_CHILD)]
    others = dict.fromkeys([*adults, *written, *chosen, SOMEONE_ELSE])
    ours = [{"value": BY_A_CHILD + child.public_id, "text": child.called, "child": True} for child in children]
    return [*ours, *({"value": name, "text": name} for name in others)]


def effects_of(user: Actor, children: Sequence[Child], page: Typed) -> list[dict[str, Any]]:
    """ "When you save", for the macro `effects`."""
    going = [child for child in children if child.public_id in page.ticked]
    roles = roles_of(user, [child.id for child in going]) if going else {}
    asked = [Going(child, _said(page, child, roles[child.id])) for child in going]
    return [{"met": each.met, "text": _effect(each)} for each in what_it_would_meet(user, asked, day_of(page.day))]


def _said(page: Typed, child: Child, by_role: str) -> dict[str, str]:
    """This child's part as it would be, without what is not answered."""
    answer = page.seen[child.public_id]
    part = {"by_role": by_role}
    if answer.seen in SEEN:
        part["seen"] = part["in_person"] = "yes" if answer.seen == IN_PERSON else "no"
    if answer.alone and answer.seen != NOT_SEEN:
        part["seen_alone"] = answer.alone
    return part


def _effect(effect: Effect) -> Markup:
    if effect.met:
        return Markup("<b>{}: {}</b> is met, {}").format(effect.called, effect.title, effect.due)
    return Markup("<b>Not</b> {}: {}, {}. {}").format(effect.called, effect.title, effect.due, effect.why)
