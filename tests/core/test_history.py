"""The append-only history: nothing is changed without a trace, and a change of the trace is found."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desk_app.core import audit, datafile, people
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM, Role, Staff


@pytest.fixture
def told(db):
    """A history of a dozen changes."""
    with db.write(SYSTEM) as session:
        staff = [people.add_staff(session, name=f"员工{n}", code=f"T{n}", roles=[Role.QT]) for n in range(6)]
    for row in staff:
        with db.write(SYSTEM) as session:
            audit.note(session, "改名")
            people.change_staff(session, row.id, name=row.name + "二", roles=[Role.DB], active=True)
    return staff


def tamper(db, statement, *values):
    """Change the file behind the program's back, triggers off."""
    connection = datafile.connect(db.file)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement, values)
    connection.close()


def broken(db):
    with db.read() as session:
        found = audit.verify(session)[1]
    return (found.id, found.why) if found else None


def test_every_change_says_who_what_from_and_to(db, told):
    with db.read() as session:
        first, second = audit.history(session, told[0].uid)
        assert first.changes["name"] == (None, "员工0")
        assert (second.changes["name"], second.changes["roles"]) == (("员工0", "员工0二"), ("QT", "DB"))
        assert (second.who, second.verb, second.reason, second.entity) == (
            "系统",
            "staff.change",
            "改名",
            "staff",
        )
        assert audit.version_of(session, told[0].uid, 1)["name"] == "员工0"
        assert audit.version_of(session, told[0].uid, 2)["name"] == "员工0二"
        assert audit.verify(session) == (audit.head(session)[0], None)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE history SET actor_id = 99 WHERE id = 5", (5, "link")),
        ("UPDATE history SET at = at + 1000 WHERE id = 5", (5, "link")),
        ("UPDATE history SET verb = 'x' WHERE id = 12", (12, "link")),
        ("DELETE FROM history WHERE id = 5", (6, "gap")),
        ("UPDATE history_detail SET payload = replace(payload, '员工', '坏人') WHERE id = 5", (5, "detail")),
        ("DELETE FROM history_detail WHERE id = 7", (7, "detail")),
        ("UPDATE history SET hash = (SELECT hash FROM history WHERE id = 1) WHERE id = 4", (4, "link")),
        ("UPDATE history SET prev = hash WHERE id = 4", (4, "chain")),
    ],
)
def test_verify_names_the_first_row_that_does_not_fit(db, told, statement, expected):
    assert broken(db) is None
    tamper(db, statement)
    assert broken(db) == expected


def test_a_forged_row_with_its_own_right_hash_breaks_the_next_link(db, told):
    with db.read() as session:
        change = session.get_one(audit.Change, 5)
        session.expunge(change)
    change.actor_id = 99
    tamper(db, "UPDATE history SET actor_id = 99, hash = ? WHERE id = 5", audit.link(change))
    assert broken(db) == (6, "chain")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET verb = 'x' WHERE id = 3",
        "DELETE FROM history WHERE id = 3",
        "DELETE FROM history",
        "REPLACE INTO history SELECT * FROM history WHERE id = 3",
        "INSERT OR REPLACE INTO history SELECT * FROM history WHERE id = 12",
        "INSERT INTO history SELECT id + 5, at, actor_id, workstation, verb, entity, uid, no, commitment, prev, "
        "hash FROM history WHERE id = 12",
        "DELETE FROM staff",
        "DELETE FROM badge_loan",
    ],
)
def test_the_file_itself_refuses_to_change_the_history_or_to_delete_a_record(db, told, statement):
    with db.write(SYSTEM) as session:
        session.execute(
            text(
                "INSERT INTO badge(id, uid, version, created_at, code, kind, lost) VALUES (1,'b',1,1,'X','visitor',0)"
            )
        )
        session.execute(
            text("INSERT INTO badge_loan(uid, version, created_at, badge_id, holder_uid, holder_name, out_at) "
                 "VALUES ('l',1,1,1,'u','n',1)")
        )  # fmt: skip
    with pytest.raises(DBAPIError, match=r"append-only|no gaps|never deleted"), db.write(SYSTEM) as session:
        session.execute(text(statement))
    assert broken(db) is None


def test_a_record_changed_outside_a_verb_by_nobody_is_not_saved(db):
    with pytest.raises(RuntimeError, match="nobody answers"), db.write(None) as session:
        session.add(Staff(name="谁", code="X", roles="QT"))
    with db.read() as session:
        assert audit.head(session) == (0, audit.GENESIS)


def test_a_change_that_is_rolled_back_leaves_no_trace_and_no_gap(db, told):
    with pytest.raises(ZeroDivisionError), db.write(SYSTEM) as session:
        people.add_staff(session, name="谁", code="X", roles=[Role.QT])
        session.flush()
        raise ZeroDivisionError
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="谁", code="X", roles=[Role.QT])
    with db.read() as session:
        assert audit.verify(session) == (13, None)


def test_a_step_of_a_unit_that_is_undone_leaves_no_trace_and_no_gap(db, told):
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="先", code="X", roles=[Role.QT])
        step = session.begin_nested()
        undone = people.add_staff(session, name="谁", code="Y", roles=[Role.QT])
        step.rollback()
        people.add_staff(session, name="后", code="Z", roles=[Role.QT])
    with db.read() as session:
        assert audit.verify(session) == (14, None)
        assert audit.history(session, undone.uid) == []


def test_saving_without_a_change_writes_nothing(db, told):
    with db.write(SYSTEM) as session:
        people.change_staff(session, told[0].id, name="员工0二", roles=[Role.DB], active=True)
    with db.read() as session:
        assert audit.head(session)[0] == 12


def test_the_history_goes_on_after_reopening(db, told):
    again = Database(db.url)
    with again.write(SYSTEM) as session:
        people.add_staff(session, name="谁", code="X", roles=[Role.QT])
    again.close()
    assert broken(db) is None
    with db.read() as session:
        assert audit.head(session)[0] == 13
