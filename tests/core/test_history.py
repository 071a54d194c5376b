"""The append-only history: nothing is changed without a trace, and a change of the trace is found."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desk_app.core import audit, chain, checkups, datafile, people, store, verify
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.heads import Outside
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
        found = chain.walk(session).broken
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
        assert (chain.walk(session).read, chain.walk(session).broken) == (audit.head(session)[0], None)


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


def test_the_whole_check_finds_an_index_that_no_longer_fits_its_table(db, told, tmp_path):
    """A quick check looks at no index; an old page of one fits its checksum (safety.md D6)."""
    assert verify.verify(db, Archive(tmp_path)).fault == ""
    with closing(datafile.connect(db.file)) as connection:
        connection.execute("CREATE INDEX other ON history (actor_id)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'actor_id', 'at') WHERE name = 'other'"
        )
    assert datafile.quick_check(db.file) == []
    assert "索引与记录不符" in verify.verify(db, Archive(tmp_path)).fault


def test_a_forged_row_with_its_own_right_hash_breaks_the_next_link(db, told):
    rewrite(db, 5, 5, db.keys.chain)
    assert broken(db) == (6, "chain")


def test_a_record_altered_past_the_program_or_put_back_to_an_older_state_is_told(db, told, tmp_path):
    assert verify.verify(db, Archive(tmp_path)).fault == ""
    tamper(db, "UPDATE staff SET name = '王五', roles = 'JL' WHERE id = ?", told[2].id)
    assert "人员的内容与修改记录不符(2 项)" in verify.verify(db, Archive(tmp_path)).fault
    tamper(db, "UPDATE staff SET name = '员工2', roles = 'QT', version = 1 WHERE id = ?", told[2].id)
    assert "人员的内容与修改记录不符(2 项)" in verify.verify(db, Archive(tmp_path)).fault
    tamper(db, "UPDATE staff SET name = '员工2二', roles = 'DB' WHERE id = ?", told[2].id)
    assert verify.verify(db, Archive(tmp_path)).fault == ""


def test_who_has_the_file_but_not_the_key_cannot_write_the_rest_of_the_chain_anew(db, told):
    rewrite(db, 5, 12, bytes(32))
    assert broken(db) == (5, "link")


def test_what_the_chain_alone_cannot_tell_a_head_outside_the_file_does(db, told, tmp_path):
    """Cutting the tail, and an insider with the keys who writes the rest anew (safety.md §2(g))."""
    with db.read() as session:
        head = audit.head(session)
    known = [Outside("备份 desk.db", head)]
    assert verify.verify(db, Archive(tmp_path), outside=known).fault == ""
    rewrite(db, 5, 12, db.keys.chain)
    assert broken(db) is None
    assert "备份 desk.db" in verify.verify(db, Archive(tmp_path), outside=known).fault
    with pytest.raises(KnownError, match="被改动、删去或重写过"):
        verify.verify_head(db, head.code)


def test_a_tail_that_was_cut_off_is_found_by_the_printed_code(db, told, tmp_path):
    with db.read() as session:
        head = audit.head(session)
    assert "核对码相符" in verify.verify_head(db, head.code)
    tamper(db, "DELETE FROM history WHERE id > 9")
    tamper(db, "DELETE FROM history_detail WHERE id > 9")
    assert broken(db) is None
    with pytest.raises(KnownError, match="被改动、删去或重写过"):
        verify.verify_head(db, head.code)
    assert verify.verify(db, Archive(tmp_path), outside=[Outside("备份", head)]).fault


def test_a_check_goes_on_where_the_last_one_ended_and_sees_only_what_is_new(db, told, tmp_path):
    archive = Archive(tmp_path)
    assert verify.verify(db, archive).changes == 12
    assert verify.verify_new(db, archive).changes == 0
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="新", code="N1", roles=[Role.QT])
    assert verify.verify_new(db, archive).changes == 1
    tamper(db, "UPDATE history SET verb = 'x' WHERE id = 3")
    assert verify.verify_new(db, archive).fault == "", "what lies further back waits for the whole check"
    assert "第 3 条" in verify.verify(db, archive).fault
    tamper(db, "UPDATE history SET hash = ? WHERE id = 13", "0" * 64)
    assert "第 13 条" in verify.verify_new(db, archive).fault


def test_the_checks_are_due_by_the_hour_and_by_the_week(db, told, tmp_path, set_clock):
    def due_at(*moment):
        set_clock(datetime(2026, 11, *moment, tzinfo=UTC))
        with db.read() as session:
            return checkups.due(session)

    archive = Archive(tmp_path)
    assert due_at(2, 8) == "whole"
    verify.verify(db, archive)
    assert due_at(2, 8, 59) == ""
    assert due_at(2, 9) == "part"
    verify.verify_new(db, archive)
    assert due_at(2, 9, 30) == ""
    assert due_at(9, 8) == "whole"
    verify.verify(db, archive)
    assert due_at(8, 8) == "whole", "a clock turned back is no excuse"


def rewrite(db, first, last, key):
    """Change the first link and give every link up to the last the hash that this key makes."""
    tamper(db, "UPDATE history SET actor_id = 99 WHERE id = ?", first)
    with db.read() as session:
        rows = store.run(session, "SELECT * FROM history WHERE id >= ? ORDER BY id", first - 1)
    prev = rows[0][-1]
    for row in rows[1 : last - first + 2]:
        proof = audit.link(key, prev, *row[:9])
        tamper(db, "UPDATE history SET prev = ?, hash = ? WHERE id = ?", prev, proof, row[0])
        prev = proof


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
        "INSERT OR REPLACE INTO staff SELECT * FROM staff WHERE id = 2",
        "INSERT OR REPLACE INTO staff (id, uid, version, created_at, name, code, roles, active) "
        "VALUES (99, 'new', 1, 1, '冒名', 'T3', 'QT', 1)",
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
    with (
        pytest.raises(DBAPIError, match=r"append-only|no gaps|never deleted|never replaced"),
        db.write(SYSTEM) as session,
    ):
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
        assert (chain.walk(session).read, chain.walk(session).broken) == (13, None)


def test_a_step_of_a_unit_that_is_undone_leaves_no_trace_and_no_gap(db, told):
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="先", code="X", roles=[Role.QT])
        step = session.begin_nested()
        undone = people.add_staff(session, name="谁", code="Y", roles=[Role.QT])
        step.rollback()
        people.add_staff(session, name="后", code="Z", roles=[Role.QT])
    with db.read() as session:
        assert (chain.walk(session).read, chain.walk(session).broken) == (14, None)
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


def test_a_tool_that_fires_no_trigger_for_what_it_replaces_cannot_replace_a_record(db, told):
    connection = datafile.connect(db.file)
    assert connection.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    with pytest.raises(Exception, match="never replaced"):
        connection.execute("INSERT OR REPLACE INTO staff SELECT * FROM staff WHERE id = 2")
    connection.close()
