"""Drafts: kept as typed, one author's alone, never overwritten unasked, never lost."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.common.clock import now
from alongside.platform.common.errors import NotThere, Refused
from alongside.platform.common.ids import new_id
from alongside.tools.forms.actions import (
    DraftClash,
    bring_back_draft,
    discard_draft,
    finish_draft,
    save_draft,
)
from alongside.tools.forms.models import Draft
from alongside.tools.forms.policy import Of, author_and_draft, slip
from alongside.tools.forms.selectors import lately_discarded, my_draft, my_unfinished

ORG = new_id()


def someone(name="Amal"):
    actor = Actor(org=ORG, name=name, account_id=new_id())
    identify(actor)
    return actor


def a_visit():
    return Of(id=new_id(), form="visit", title="Visit to Taz", page="/children/abc/visit/")


@pytest.mark.django_db
def test_each_save_is_a_version_and_nothing_is_checked():
    amal, of = someone(), a_visit()
    first = save_draft(by=amal, of=of, version=0, content={"text-0": ["Taz op"], "day": ["nonsense"]})
    second = save_draft(by=amal, of=of, version=1, content={"text-0": ["Taz opened"]})
    assert (first.version, second.version) == (1, 2)
    assert my_draft(amal, of.id).content == {"text-0": ["Taz opened"]}
    assert [each.title for each in my_unfinished(amal)] == ["Visit to Taz"]


@pytest.mark.django_db
def test_a_save_from_an_older_version_overwrites_nothing():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]})
    save_draft(by=amal, of=of, version=1, content={"text-0": ["two"]})
    with pytest.raises(DraftClash) as clash:
        save_draft(by=amal, of=of, version=1, content={"text-0": ["three"]})
    assert clash.value.theirs.content == {"text-0": ["two"]}
    assert my_draft(amal, of.id).content == {"text-0": ["two"]}


@pytest.mark.django_db
def test_a_retry_of_a_save_whose_answer_was_lost_is_no_clash():
    amal, of = someone(), a_visit()
    for _ in range(2):
        kept = save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]})
        assert kept.version == 1
    assert Draft.objects.count() == 1


@pytest.mark.django_db
def test_a_window_never_clashes_with_itself():
    """Its save arrived and the answer was lost, or it pressed Save while it was saving."""
    amal, of, here, there = someone(), a_visit(), new_id(), new_id()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]}, window=here)
    again = save_draft(by=amal, of=of, version=0, content={"text-0": ["one more"]}, window=here)
    assert (again.version, my_draft(amal, of.id).content) == (2, {"text-0": ["one more"]})
    with pytest.raises(DraftClash):
        save_draft(by=amal, of=of, version=0, content={"text-0": ["elsewhere"]}, window=there)
    finish_draft(by=amal, draft=of.id, version=1, became=new_id(), window=here)
    assert not my_unfinished(amal).exists()


@pytest.mark.django_db
def test_a_window_clashes_once_another_has_saved():
    amal, of, here, there = someone(), a_visit(), new_id(), new_id()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]}, window=here)
    save_draft(by=amal, of=of, version=1, content={"text-0": ["two"]}, window=there)
    with pytest.raises(DraftClash):
        save_draft(by=amal, of=of, version=1, content={"text-0": ["three"]}, window=here)
    with pytest.raises(DraftClash):
        finish_draft(by=amal, draft=of.id, version=1, became=new_id(), window=here)


@pytest.mark.django_db
def test_a_finished_draft_takes_no_more_and_says_so():
    amal, of, became = someone(), a_visit(), new_id()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]})
    finish_draft(by=amal, draft=of.id, version=1, became=became)
    assert not my_unfinished(amal).exists()
    with pytest.raises(DraftClash) as clash:
        save_draft(by=amal, of=of, version=1, content={"text-0": ["one more"]})
    assert clash.value.theirs.finished_as == became


@pytest.mark.django_db
def test_finishing_from_an_older_version_is_a_clash():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={})
    save_draft(by=amal, of=of, version=1, content={"text-0": ["newer"]})
    with pytest.raises(DraftClash):
        finish_draft(by=amal, draft=of.id, version=1, became=new_id())


@pytest.mark.django_db
def test_put_away_and_brought_back_and_gone_after_30_days():
    amal, of, old = someone(), a_visit(), a_visit()
    for each in (of, old):
        save_draft(by=amal, of=each, version=0, content={"text-0": ["one"]})
    discard_draft(by=amal, draft=old.id)
    Draft.objects.filter(id=old.id).update(discarded_at=now() - timedelta(days=31))
    discard_draft(by=amal, draft=of.id)
    assert not my_unfinished(amal).exists()
    assert [each.id for each in lately_discarded(amal)] == [of.id]
    bring_back_draft(by=amal, draft=of.id)
    assert my_unfinished(amal).get().content == {"text-0": ["one"]}
    with pytest.raises(NotThere):
        my_draft(amal, old.id)


@pytest.mark.django_db
def test_typing_on_brings_back_what_was_put_away_in_another_window():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["one"]})
    discard_draft(by=amal, draft=of.id)
    save_draft(by=amal, of=of, version=1, content={"text-0": ["one more"]})
    assert my_unfinished(amal).get().content == {"text-0": ["one more"]}


@pytest.mark.django_db
def test_nobody_else_reads_or_writes_it():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["hers"]})
    bea = someone("Bea")
    assert not Draft.objects.exists(), "the database itself shows a draft to its author only"
    for act in (my_draft, lambda by, key: discard_draft(by=by, draft=key)):
        with pytest.raises(NotThere):
            act(bea, of.id)
    with pytest.raises(NotThere):
        save_draft(by=bea, of=of, version=0, content={"text-0": ["mine now"]})
    identify(amal)
    assert my_draft(amal, of.id).content == {"text-0": ["hers"]}


@pytest.mark.django_db
def test_the_database_refuses_a_draft_in_another_name():
    amal = someone()
    with pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Draft(org=ORG, account=new_id(), form="visit", title="", page="/").save(force_insert=True)
    assert amal.account_id


@pytest.mark.django_db
def test_more_than_a_megabyte_is_refused_in_a_sentence_and_what_was_saved_stays():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={"text-0": ["short"]})
    with pytest.raises(Refused, match="1 MB"):
        save_draft(by=amal, of=of, version=1, content={"text-0": ["x" * 1_000_001]})
    assert my_draft(amal, of.id).content == {"text-0": ["short"]}


@pytest.mark.django_db
def test_a_save_is_one_query():
    amal, of = someone(), a_visit()
    save_draft(by=amal, of=of, version=0, content={})
    with CaptureQueries() as caught:
        save_draft(by=amal, of=of, version=1, content={"text-0": ["x"]})
    assert caught.number == 1


class CaptureQueries:
    def __enter__(self):
        self.statements = []
        self.wrapper = connection.execute_wrapper(self.note)
        self.wrapper.__enter__()
        return self

    def note(self, execute, sql, params, many, context):
        self.statements.append(sql)
        return execute(sql, params, many, context)

    def __exit__(self, *fault):
        self.wrapper.__exit__(*fault)

    @property
    def number(self):
        return len(self.statements)


def test_a_slip_names_author_and_draft_and_cannot_be_made_up():
    amal, of = Actor(org=ORG, name="Amal", account_id=new_id()), a_visit()
    signed = slip(amal, of)
    author, found = author_and_draft(signed)
    assert (author.account_id, author.permissions, author.holders, found) == (amal.account_id, frozenset(), (), of)
    assert author_and_draft(signed[:-1] + ("A" if signed[-1] != "A" else "B")) is None
    assert author_and_draft("") is None
