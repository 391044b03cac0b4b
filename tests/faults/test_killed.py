"""kill -9 while workers save: what was acknowledged is there, once, with its audit row; what was not, at most once.

The copy is a whole one of its own, with the product’s own settings of the database; nothing else is touched.
"""

import time
from collections.abc import Iterator
from random import Random

import pytest

from tests.faults.copies import Copy, a_copy, kill
from tests.faults.writers import Writers

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    with a_copy(tmp_path_factory.mktemp("copy")) as made:
        yield made


@pytest.fixture(scope="module")
def writers_of(copy: Copy) -> dict[str, str]:
    return {name: str(value) for name, value in copy.ask("fill").items()}


def wait_for(writers: Writers, number: int, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while len(writers.acknowledged) < number and time.monotonic() < end:
        time.sleep(0.05)
    assert len(writers.acknowledged) >= number, writers.refused[:3]


def exactly_once(copy: Copy, writers: Writers) -> None:
    found = copy.ask("tell")
    texts, counts = found["texts"], found["counts"]
    assert {text: texts.get(text, 0) for text in writers.acknowledged if texts.get(text) != 1} == {}
    assert {text: texts[text] for text in writers.unanswered if texts.get(text, 0) > 1} == {}
    assert set(counts.values()) == {sum(texts.values())}, counts
    assert writers.refused == []


def test_web_workers_and_database_sessions_are_killed_while_visits_are_saved(
    copy: Copy, writers_of: dict[str, str]
) -> None:
    writers, random = Writers(copy.port, **writers_of), Random(7)
    writers.start()
    wait_for(writers, 3)
    for number in range(10):
        time.sleep(random.uniform(0.1, 0.6))
        victims = copy.web_workers() if number % 3 else copy.database_sessions()
        if victims:
            kill(random.choice(victims))
    wait_for(writers, len(writers.acknowledged) + 3)  # it goes on by itself
    assert not copy.ends_by_itself(0), "the copy went down with them"
    writers.stop()
    writers.send_again()
    assert writers.unanswered == {}
    assert writers.tries > len(writers.acknowledged), "nothing was interrupted: the test proved nothing"
    exactly_once(copy, writers)


def test_the_database_is_killed_and_the_copy_started_again(copy: Copy, writers_of: dict[str, str]) -> None:
    before = copy.ask("tell")["texts"]
    writers = Writers(copy.port, **writers_of)
    writers.start()
    wait_for(writers, 5)
    kill(copy.postmaster())
    time.sleep(1)
    writers.stop()
    assert writers.unanswered, "every save was answered: the test proved nothing"
    copy.ends_by_itself(5)
    copy.stop()
    copy.start()
    writers.send_again()
    assert writers.unanswered == {}
    writers.acknowledged |= set(before)
    exactly_once(copy, writers)
