"""A commit whose answer was lost: found to be done, never done twice, never lost."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import func, select

from desk_app.core.database import unit_id
from desk_app.core.errors import AlreadyDone, KnownError
from desk_app.core.holidays import Holiday


class Commits:
    """Lets the commits of a database answer with an error: before or after they happened."""

    def __init__(self, db) -> None:
        self._dialect = db._engine.dialect
        self._real = self._dialect.do_commit

    def fail(self, *, done: bool, times: int = 1) -> None:
        left = [times]

        def commit(connection):
            left[0] -= 1
            if left[0] < 0:
                return self._real(connection)
            if done:
                self._real(connection)
            error = sqlcipher3.dbapi2.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise error

        self._dialect.do_commit = commit

    def heal(self) -> None:
        self._dialect.do_commit = self._real


@pytest.fixture
def commits(db):
    made = Commits(db)
    yield made
    made.heal()


def put(db, actor, uid, days=itertools.count(1)):  # noqa: B008 - another day at every call
    with db.write(actor, uid) as session:
        session.add(Holiday(day=date(2027, 3, 1) + timedelta(days=next(days)), kind="off", name="演练"))


def count(db):
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(Holiday))


def test_a_commit_that_happened_counts_as_done_although_its_answer_was_an_error(db, desk, commits):
    before = count(db)
    commits.fail(done=True)
    put(db, desk.qt, unit_id())
    assert count(db) == before + 1


def test_a_commit_that_did_not_happen_is_told_and_can_be_tried_again(db, desk, commits):
    before, uid = count(db), unit_id()
    commits.fail(done=False)
    with pytest.raises(KnownError):
        put(db, desk.qt, uid)
    assert count(db) == before
    put(db, desk.qt, uid)
    assert count(db) == before + 1


def test_the_same_unit_is_never_done_twice(db, desk):
    uid = unit_id()
    put(db, desk.qt, uid)
    before = count(db)
    with pytest.raises(AlreadyDone) as told:
        put(db, desk.qt, uid)
    assert told.value.uid == uid and count(db) == before


def test_while_nobody_can_say_whether_it_was_done_nothing_else_is_written(db, desk, commits, monkeypatch):
    """The next step, whatever it is, first finds out; the one that waits for its answer is not repeated by hand."""
    before, uid = count(db), unit_id()
    commits.fail(done=True)
    broken = KnownError("磁盘没有应答")

    def no_answer(_uid):
        raise broken

    with monkeypatch.context() as gone:
        gone.setattr(type(db), "was_committed", lambda self, _uid: no_answer(_uid))
        for _try in range(2):
            with pytest.raises(KnownError) as told:
                put(db, desk.qt, uid if not _try else unit_id())
            assert told.value is broken
    with pytest.raises(AlreadyDone) as told:
        put(db, desk.qt, unit_id())
    assert told.value.uid == uid and "已经保存" in told.value.text
    assert count(db) == before + 1
    put(db, desk.qt, unit_id())
