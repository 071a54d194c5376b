"""A returning visitor is known by the document shown, though its number is nowhere to be read."""

from __future__ import annotations

from datetime import timedelta

from desk_app.core import blind, clock, datafile
from desk_app.core.keys import Keys
from desk_app.registers.visitors import service, views
from desk_app.registers.visitors.records import Visit

NUMBER = "11010519491231002X"
FORM = {
    "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "15-08", "host_name": "单雨桐",
    "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "id_kind": "resident_card", "id_no": NUMBER,
}  # fmt: skip


def register(db, actor, **changes) -> str:
    with db.write(actor) as session:
        return service.register(session, {**FORM, **changes}).uid


def offered(db, text, **values):
    with db.read() as session:
        return views.suggest_by_id(session, text, values)


def test_the_same_number_however_typed_offers_who_came_before(db, desk, town):
    register(db, desk.qt)
    for typed in (NUMBER, "110105 19491231 002x", "１１０１０５１９４９１２３１００２Ｘ"):
        [offer] = offered(db, typed)
        assert (offer.title, offer.fills["name"], offer.fills["org"]) == ("张雨薇", "张雨薇", "德勤")


def test_part_of_a_number_another_number_or_another_document_offers_nobody(db, desk, town):
    register(db, desk.qt)
    assert not offered(db, NUMBER[:-1])
    assert not offered(db, "110105194912310038")
    assert not offered(db, NUMBER, id_kind="passport")
    assert not offered(db, "")


def test_after_the_days_of_the_setting_nobody_is_offered(db, desk, town):
    register(db, desk.qt)
    later = clock.now() + timedelta(days=60)
    clock.set_source(lambda: later)
    try:
        assert not offered(db, NUMBER)
    finally:
        clock.set_source(None)


def test_the_number_is_neither_in_the_row_nor_in_history_nor_in_the_index(db, desk, town):
    uid = register(db, desk.qt)
    with db.read() as session:
        visit = service.find(session, uid)
        assert visit.id_no == ""
        assert len(visit.id_mark) == 32
    connection = datafile.connect(db.file)
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        rows = repr(connection.execute(f'SELECT * FROM "{table}"').fetchall())  # noqa: S608 - its own tables
        assert NUMBER not in rows, table
        assert table == "visit" or visit.id_mark not in rows, table
    connection.close()


def test_a_correction_of_the_document_forgets_its_mark(db, desk, town):
    uid = register(db, desk.qt)
    with db.write(desk.qt) as session:
        visit = session.get_one(Visit, service.find(session, uid).id)
        service._fill_id(session, visit, {"id_kind": "passport", "id_no": ""}, {})
        assert visit.id_mark == ""


def test_other_keys_make_other_marks_and_kinds_are_kept_apart(db):
    with db.read() as session:
        mark = blind.id_mark(session, "resident_card", NUMBER)
        assert mark != blind.id_mark(session, "passport", NUMBER)
        assert blind.phone_mark(session, "138 0000 1111") == blind.phone_mark(session, "13800001111") != ""
        assert blind.phone_mark(session, "") == blind.id_mark(session, "", NUMBER) == ""
        session.info["keys"] = Keys.new()
        assert mark != blind.id_mark(session, "resident_card", NUMBER)
