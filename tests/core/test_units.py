"""What a server undid is done again, a few times and quickly, and never twice (safety.md D16, D2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from desk_app.core import units
from desk_app.core.badges import Badge
from desk_app.core.database import Database
from desk_app.core.errors import KnownError, Repeatable, RuleError, Unreachable
from desk_app.core.people import SYSTEM
from desk_app.core.records import new_uid
from tests import pg


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Wait for nothing; return how long would have been waited."""
    waited: list[float] = []
    monkeypatch.setattr(units.time, "sleep", waited.append)
    return waited


@pytest.fixture
def remote(server_site: pg.ServerSite, tmp_path: Path) -> Iterator[Database]:
    """Open an empty database on the server, as one desk does."""
    (tmp_path / "remote").mkdir()
    with server_site.database(tmp_path / "remote" / "desk.db") as database:
        yield database


def failing(times: int, error: Exception, ids: list[str]) -> Callable[[], str]:
    """Return work of two units that fails so many times."""

    def work() -> str:
        ids.extend((units.next_id(), units.next_id()))
        if len(ids) <= 2 * times:
            raise error
        return "saved"

    return work


@pytest.mark.parametrize("error", [Repeatable("again"), Unreachable("cut off")])
def test_what_was_undone_is_done_again_under_the_same_ids(error, pauses):
    ids: list[str] = []
    assert units.repeated("a", failing(2, error, ids)) == "saved"
    assert ids == ["a", "a.2"] * 3
    assert pauses == sorted(pauses) and len(pauses) == 2 and sum(pauses) < 0.5


def test_after_the_last_try_the_sentence_comes(pauses):
    ids: list[str] = []
    with pytest.raises(Repeatable, match="again"):
        units.repeated("a", failing(9, Repeatable("again"), ids))
    assert len(ids) == 2 * 3


@pytest.mark.parametrize("error", [RuleError("wrong"), KnownError("full"), ZeroDivisionError()])
def test_what_another_try_would_not_mend_is_tried_once(error, pauses):
    ids: list[str] = []
    with pytest.raises(type(error)):
        units.repeated("a", failing(1, error, ids))
    assert (len(ids), pauses) == (2, [])


def test_who_has_waited_long_is_told_at_once(monkeypatch, pauses):
    times = iter((0.0, 5.0))
    monkeypatch.setattr(units.time, "monotonic", lambda: next(times))
    ids: list[str] = []
    with pytest.raises(Repeatable):
        units.repeated("a", failing(1, Repeatable("again"), ids))
    assert (len(ids), pauses) == (2, [])


def broken_by(remote: Database, site: pg.ServerSite, how: str, tries: list[int]) -> None:
    """Save a badge in a unit that the server undoes the first time."""
    with remote.write(SYSTEM, units.next_id()) as session:
        tries.append(session.scalar(text("SELECT pg_backend_pid()")))
        session.add(Badge(code="A001", kind="visitor"))
        session.flush()
        if len(tries) > 1:
            return
        if how == "cut off":
            site.server.sql(f"SELECT pg_terminate_backend({tries[0]})")
            session.scalar(text("SELECT 1"))
        session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'undone' USING ERRCODE = '{how}'; END $$"))


@pytest.mark.parametrize("how", ["40001", "40P01", "23505", "cut off"])
def test_a_unit_that_a_server_undoes_is_saved_by_the_second_try_and_once(remote, server_site, how):
    tries: list[int] = []
    units.repeated(new_uid(), lambda: broken_by(remote, server_site, how, tries))
    assert len(tries) == 2
    with remote.read() as session:
        assert session.scalar(select(func.count()).select_from(Badge)) == 1


def test_without_another_try_it_is_not_saved(remote, server_site, monkeypatch):
    """The control: the first try alone ends in a sentence."""
    monkeypatch.setattr(units, "PAUSES", ())
    with pytest.raises(Repeatable, match="已填内容还在"):
        units.repeated(new_uid(), lambda: broken_by(remote, server_site, "40001", []))
    with remote.read() as session:
        assert session.scalar(select(func.count()).select_from(Badge)) == 0
