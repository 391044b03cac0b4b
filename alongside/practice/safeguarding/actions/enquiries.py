"""Strategy discussions and section 47 enquiries."""

from collections.abc import Sequence
from datetime import date

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.practice.safeguarding.actions.written import (
    Case,
    begin,
    check,
    check_new,
    check_order,
    finish,
    of,
    refuse_second,
    tell,
)
from alongside.practice.safeguarding.models import Section47, StrategyDiscussion
from alongside.record.timescales.actions import writing

STANDS = "Section 47 enquiry started. It stands for its strategy discussion too, which the file does not hold"


def hold_strategy_discussion(
    *, by: Actor, case: Case, held_on: date, decided_section47: bool, present: Sequence[str] = (), source: str = ""
) -> StrategyDiscussion:
    """A strategy discussion was held. When it decided on an enquiry, that starts the same day (s47: at once)."""
    check_new(by, "enquiry", case, held_on)
    words = "enquire under section 47" if decided_section47 else "no section 47 enquiry needed"
    with writing(by) as w:
        discussion = StrategyDiscussion(id=new_id(), held_on=held_on, **of(case, source))
        w.keep(discussion)
        w.change(discussion, decided_section47=decided_section47, present=list(present))
        tell(
            w, discussion, "strategy_discussion.held", held_on, source, headline=f"Strategy discussion: {words}",
            section47=decided_section47, present=", ".join(present),
        )  # fmt: skip
        if decided_section47:
            start_section47(by=by, case=case, started_on=held_on, strategy_discussion=discussion, source=source)
    return discussion


def start_section47(
    *, by: Actor, case: Case, started_on: date, strategy_discussion: StrategyDiscussion | None = None,
    conference_target_on: date | None = None, source: str = "",
) -> Section47:  # fmt: skip
    """An enquiry started. One from a file stands for its strategy discussion, which no file holds, and says so."""
    check_new(by, "enquiry", case, started_on)
    if strategy_discussion is None and not by.is_system:
        raise Refused("An enquiry begins at a strategy discussion. Record the discussion first. Nothing was saved.")
    already = "This child already has an open section 47 enquiry."
    refuse_second(by, Section47, case.person_id, {"ended_on": None}, already)
    stands = strategy_discussion is None
    with writing(by) as w:
        section47 = Section47(
            id=new_id(),
            started_on=started_on,
            strategy_discussion=strategy_discussion,
            stands_for_strategy=stands,
            conference_target_on=conference_target_on,
            **of(case, source),
        )
        begin(
            w, section47, "section47", headline=STANDS if stands else "", conference_target=conference_target_on,
            strategy_discussion_on=None if strategy_discussion is None else strategy_discussion.held_on,
            stands_for_strategy=stands,
        )  # fmt: skip
    return section47


def end_section47(
    *, by: Actor, section47: Section47, ended_on: date, conference_not_required: bool = True, day_known: bool = True,
    source: str = "",
) -> Section47:  # fmt: skip
    """The enquiry ended. Without a conference to follow, unless said otherwise.

    A file says that no conference was needed, not when that was decided: `day_known=False` says so in the headline.
    """
    check(
        by, "enquiry", section47.person_id, ended_on,
        after=section47.started_on, after_what="the enquiry started",
    )  # fmt: skip
    check_order(ended_on, section47.started_on, "the enquiry started")
    words = "Section 47 enquiry ended: no conference needed" if conference_not_required else "Section 47 enquiry ended"
    with writing(by) as w:
        finish(
            w, section47, "section47.ended", "ended_on", ended_on, source,
            headline=words if day_known else f"{words} (the file does not say on which day)",
            conference_not_required=conference_not_required,
        )  # fmt: skip
        w.change(section47, conference_not_required=conference_not_required)
    return section47
