"""Only what is too large for anybody to miss one listing in it is kept, and only for a minute."""

from types import SimpleNamespace

import pytest

from directory import kept_answers


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_answers.forget()
    yield
    kept_answers.forget()


def asked_twice(total, monkeypatch, later=0):
    clock, asked = [1000.0], []

    def ask():
        asked.append(total)
        return SimpleNamespace(total=total)

    monkeypatch.setattr(kept_answers, "monotonic", lambda: clock[0])
    kept_answers.kept("everything", ask)
    clock[0] += later
    kept_answers.kept("everything", ask)
    return len(asked)


def test_a_large_answer_is_asked_once_a_minute(monkeypatch):
    assert asked_twice(5001, monkeypatch, later=59) == 1


def test_after_a_minute_it_is_asked_again(monkeypatch):
    assert asked_twice(5001, monkeypatch, later=60) == 2


def test_a_boroughs_answer_is_never_kept(monkeypatch):
    assert asked_twice(5000, monkeypatch) == 2


def test_it_does_not_grow_without_end():
    for n in range(1000):
        kept_answers.kept(n, lambda: SimpleNamespace(total=9999))
    assert len(kept_answers._answers) <= kept_answers.MOST
