"""A note of a visit. Each child's file holds its own rows, so that row security keeps one's from another's reader."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.platform.common.clock import now
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Record
from alongside.tools.notes.choices import ALONE, MARKS, SEEN


class Note(Record):
    """One visit. Holds only what any of its children's files may know. `until` only where the end is known.

    `also_there` are names as the worker knows them ("Rosemary (grandmother)"), never another child of the visit.
    """

    event = models.OneToOneField("chronology.Event", models.PROTECT, related_name="+")
    author = models.UUIDField(null=True, blank=True)
    author_name = models.CharField(max_length=200)
    author_role = models.CharField(max_length=40, blank=True)
    happened = models.DateTimeField()
    precise = models.BooleanField(default=False)
    until = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    what = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    also_there = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    recorded_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"Visit of {self.happened:%Y-%m-%d}"


class NoteChild(Record):
    """One child's part of a visit, as the worker said it. `how_known`: where, and how they know; if not seen, why."""

    note = models.ForeignKey(Note, models.PROTECT, related_name="children")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    seen = models.CharField(max_length=10, choices=list(SEEN.items()))
    seen_alone = models.CharField(max_length=10, choices=list(ALONE.items()), blank=True)
    how_known = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["note", "person"], name="one_part_a_child"),
            models.CheckConstraint(
                name="alone_only_if_seen", condition=Q(seen="not", seen_alone="") | ~Q(seen="not") & ~Q(seen_alone="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seen}"


class Passage(Record):
    """A stretch of a note as one child's file has it. `piece` is the same in every file the passage went to.

    `split`: these words were put here instead of words that name another child. `said_by_child`: the child whose file
    this is said it. `mark` may be empty: an unmarked passage never reaches a copy or a statement. `added_because` is
    set on what was added after the note was finished.
    """

    note = models.ForeignKey(Note, models.PROTECT, related_name="passages")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    piece = models.UUIDField(default=new_id)
    position = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=8, choices=list(MARKS.items()), blank=True)
    text = models.TextField()
    said_by = models.CharField(max_length=200, blank=True)
    said_by_child = models.BooleanField(default=False)
    exact_words = models.BooleanField(default=False)
    third_party = models.BooleanField(default=False)
    split = models.BooleanField(default=False)
    author = models.UUIDField(null=True, blank=True)
    author_name = models.CharField(max_length=200)
    written_at = models.DateTimeField(default=now)
    added_because = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "written_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "note"], name="passage_file")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["piece", "person"], name="one_piece_a_file"),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.position}"
