"""The mutation script itself: it sees what an example notices, and what it does not."""

import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from insiktskarta.rules.personal import few_people, unreviewed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import mutate

FOREVER = monotonic() + 1e6


def tried(module: object) -> list[tuple[str, bool]]:
    return [(told, noticed) for _, told, noticed in mutate.survivors(module, FOREVER)]  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the script puts in the place of the engine's lists is taken away again."""
    files = (mutate.parse, mutate.build, mutate.condition, mutate.mend, mutate.repairing)
    for module in (mutate.insiktskarta.rules, *files):
        for name in mutate._LISTS:
            if hasattr(module, name):
                monkeypatch.setattr(module, name, getattr(module, name))


def test_every_change_of_a_small_rule_is_noticed() -> None:
    found = tried(unreviewed)
    assert [noticed for _, noticed in found] == [True] * len(found)
    assert len(found) >= 2


def test_the_limit_itself_is_in_the_example() -> None:
    changes = dict(tried(few_people))
    assert changes["turned to: content.participants >= context.smallest"]


def test_an_example_that_is_too_weak_lets_changes_live(monkeypatch: pytest.MonkeyPatch) -> None:
    weak = replace(few_people.RULE, beside={})
    monkeypatch.setattr(few_people, "RULE", weak)
    assert not all(noticed for _, noticed in tried(few_people))


def test_the_engine_is_left_as_it_was() -> None:
    before = mutate.seen(unreviewed.RULE)
    tried(unreviewed)
    assert mutate.seen(unreviewed.RULE) == before
