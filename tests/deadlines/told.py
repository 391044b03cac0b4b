"""Stories as text: what happened, a line each, and all that was ever due, a line each.

    from census:2026                        events after this came by a file
    here                                    events after this were recorded here
    2026-03-02 case opens                   what follows is written in this case
    2026-03-02 protection_plan starts       an episode, by its noun
    2026-03-11 visit by=social_worker seen=yes
    2026-04-01 referral.received source=4   any event, with what it carries
    2026-04-02 void visit.made 2026-03-11   recorded in error
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests.deadlines.builders import Story


@dataclass(frozen=True)
class Told:
    """One story: its name, what happened, the go-live days, and the whole list of items."""

    name: str
    happened: str
    due: str
    live: str = ""

    @property
    def go_live(self) -> dict[str, date]:
        pairs = (pair.split("=") for pair in self.live.split())
        return {source: date.fromisoformat(on) for source, on in pairs}

    @property
    def expected(self) -> list[str]:
        return [line.strip() for line in self.due.strip().splitlines() if line.strip()]

    def story(self) -> Story:
        """Played line by line."""
        story = Story()
        for line in self.happened.strip().splitlines():
            if line.strip():
                _play(story, line.split())
        return story


def _play(story: Story, words: list[str]) -> None:
    if words[0] in ("from", "here"):
        story.source = words[1] if words[0] == "from" else ""
        return
    on, what, *rest = words
    payload = dict(pair.split("=") for pair in rest if "=" in pair)
    if what == "void":
        wanted = next(e for e in story.events if e.kind == rest[0] and e.day.isoformat() == rest[1])
        story.void(wanted, at=datetime.fromisoformat(on).replace(tzinfo=UTC))
    elif what == "visit":
        story.visit(on, seen=payload.get("seen", "yes"), role=payload.get("by", "social_worker"))
    elif what.startswith("case"):
        (story.open_case if rest[0] == "opens" else story.close_case)(on, what)
    elif rest and rest[0] == "starts":
        story.start(what, on, name=f"{what} from {on}", **payload)
    elif rest and rest[0] == "ends":
        last = [name for name, episode in story.episodes.items() if episode.kind == what][-1]
        story.end(what, on, name=last, **payload)
    else:
        story.event(what, on, payload=payload)
