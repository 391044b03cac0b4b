"""The one decision: deny by default, any deny wins, more reasons to deny never let anyone in."""

from dataclasses import replace
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from alongside.platform.access.actor import Actor
from alongside.platform.access.decisions import Standing, decide
from alongside.platform.access.roles import PERMISSIONS, ROLES

AMAL = Actor(org=uuid4(), name="Amal", roles=frozenset({"social_worker"}))
ADE = Actor(org=uuid4(), name="Ade", roles=frozenset({"administrator"}))
HOLDS = Standing(subject=uuid4(), bases=(("allocated", ""),))

standings = st.builds(
    Standing,
    subject=st.uuids(),
    bases=st.lists(
        st.tuples(st.sampled_from(["allocated", "team", "shared"]), st.sampled_from(["", "health"])), max_size=3
    ).map(tuple),
    excluded=st.booleans(),
    restricted=st.booleans(),
    cleared=st.booleans(),
)  # fmt: skip
actors = st.builds(
    Actor, org=st.uuids(), name=st.just("Someone"), roles=st.frozensets(st.sampled_from(sorted(ROLES)), max_size=3)
)
acts = st.sampled_from(sorted(PERMISSIONS))


def test_who_holds_the_child_may_read() -> None:
    assert decide(AMAL, HOLDS, "", "child.read").allowed


def test_nobody_may_anything_by_default() -> None:
    assert not decide(AMAL, Standing(subject=uuid4()), "", "child.read").allowed


def test_a_tie_does_not_give_what_the_role_does_not() -> None:
    assert not decide(AMAL, HOLDS, "", "case.allocate").allowed
    assert not decide(ADE, HOLDS, "", "child.read").allowed


def test_an_exclusion_beats_a_tie() -> None:
    assert decide(AMAL, replace(HOLDS, excluded=True), "", "child.read").rule == "exclusion"


def test_a_restricted_child_needs_clearance_beside_the_tie() -> None:
    closed = replace(HOLDS, restricted=True)
    assert not decide(AMAL, closed, "", "child.read").allowed
    assert decide(AMAL, replace(closed, cleared=True), "", "child.read").allowed


def test_a_share_of_one_section_opens_that_section_only() -> None:
    shared = Standing(subject=uuid4(), bases=(("shared", "health"),))
    assert decide(AMAL, shared, "health", "child.read").allowed
    assert not decide(AMAL, shared, "", "child.read").allowed


@given(actors, standings, acts)
def test_more_reasons_to_deny_never_let_anyone_in(actor: Actor, standing: Standing, act: str) -> None:
    before = decide(actor, standing, "", act).allowed
    for harder in (
        replace(standing, excluded=True),
        replace(standing, restricted=True, cleared=False),
        replace(standing, bases=()),
    ):
        assert decide(actor, harder, "", act).allowed <= before


@given(actors, standings, acts)
def test_no_role_alone_opens_a_child(actor: Actor, standing: Standing, act: str) -> None:
    assert not decide(actor, replace(standing, bases=()), "", act).allowed
