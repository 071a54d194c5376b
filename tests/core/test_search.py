"""One index: Chinese, pinyin, initials, rooms first, fragments."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import aliased

from desk_app.core import gram_table, grams, premises, search
from desk_app.core.people import SYSTEM, Staff


@pytest.mark.parametrize(
    "typed", ["中盛", "zsjr", "ZSJR", "zhongsheng", "zhong sheng", "1508", "15-08", "15层08室", "１５０８",
              "shanyutong", "syt", "单", "zengguoqiang", "zgq", "138001", "8001"],
)  # fmt: skip
def test_a_room_is_found_by_whatever_is_known_of_it(db, tower, typed):
    with db.read() as session:
        assert search.find(session, typed, kinds=("room",))[0].room == "15-08"


def test_rooms_come_first_exact_before_beginning_however_many_newer_records_match(db, tower):
    with db.write(SYSTEM) as session:
        for n in range(300):
            search.put(
                session, "visitors", n, f"u{n}", {"number": f"LF-20261123-{n:03d}\n1508"}, title=str(n)
            )
    with db.read() as session:
        found = search.find(session, "1508", limit=8)
        assert (found[0].room, len(found), found[1].record) == ("15-08", 8, 299)
        assert [hit.room for hit in search.find(session, "15", limit=8)] == [
            f"15-{n:02d}" for n in range(1, 9)
        ]


def test_one_character_or_digit_is_enough(db, tower):
    with db.read() as session:
        assert {hit.room for hit in search.find(session, "中")} == {"15-08"}
        assert "18-06" in {hit.room for hit in search.find(session, "6")}
        assert len(search.find(session, "1")) == 12


def test_what_stands_in_two_fields_is_not_found_as_one_word(db):
    with db.write(SYSTEM) as session:
        search.put(session, "visitors", 1, "u", {"name": "张三\n周颖"}, title="张三")
    with db.read() as session:
        assert search.find(session, "三周") == []
        assert search.find(session, "张三 周颖")[0].record == 1


def test_an_entry_put_again_is_found_by_its_new_text_only(db):
    with db.write(SYSTEM) as session:
        search.put(session, "visitors", 1, "u", {"name": "张三"}, title="张三")
    with db.write(SYSTEM) as session:
        search.put(session, "visitors", 1, "u", {"name": "李四"}, title="李四")
    with db.read() as session:
        assert search.find(session, "张") == []
        assert [hit.title for hit in search.find(session, "ls")] == ["李四"]


def test_a_fragment_that_thousands_nearly_match_is_still_answered(db):
    with db.write(SYSTEM) as session:
        search.put(session, "visitors", 1, "u", {"phone": "13912345678"}, title="the one")
        for n in range(2, 1500):
            search.put(session, "visitors", n, f"u{n}", {"phone": f"139{n:08d}"}, title="another")
    with db.read() as session:
        assert [hit.title for hit in search.find(session, "12345678")] == ["the one"]
        assert search.find_records(session, "3912345", "visitors") == [1]
        assert len(search.find_records(session, "139", "visitors")) == 1000


def test_nothing_typed_finds_nothing(db, tower):
    with db.read() as session:
        assert search.find(session, " ·、") == []
        assert search.find_records(session, "", "room") == []


def test_a_room_is_known_in_any_usual_spelling(db, tower):
    with db.read() as session:
        for typed in ("15-08", "1508", "15层08室", "15F-08", "１５－０８"):
            room = premises.room_by_text(session, typed)
            assert room is not None and room.id == tower.rooms["15-08"]
        assert premises.room_by_text(session, "99-99") is None


def visits(session, count, first=0):
    for n in range(first, first + count):
        search.put(session, "visitors", n, f"v{n}", {"name": "张三", "number": f"LF-{n:03d}"}, title="张三")


def test_a_list_finds_its_own_kind_behind_any_number_of_others(db):
    with db.write(SYSTEM) as session:
        search.put(session, "keys", 7, "k7", {"name": "张三", "number": "A-03-12"}, title="A-03-12")
        visits(session, 260)
    with db.read() as session:
        for typed in ("张三", "zs", "3"):
            assert search.find_records(session, typed, "keys") == [7]
            assert [hit.uid for hit in search.find(session, typed, kinds=("keys",))] == ["k7"]
        assert len(search.find_records(session, "张三", "visitors")) == 260


def test_suggestions_end_where_the_last_months_end(db, desk):
    with db.write(SYSTEM) as session:
        visits(session, 90)
    with db.read() as session:
        lately = select(search.Entry.record).where(search.Entry.kind == "visitors", search.Entry.record >= 55)
        assert [row[0] for row in search.latest(session, lately, "visitors", "张")] == [*range(89, 54, -1)]
        always = select(search.Entry.record).where(search.Entry.kind == "visitors")
        assert [row[0] for row in search.latest(session, always, "visitors", "张")] == [*range(89, -1, -1)]


def test_a_part_of_a_list_is_searched_to_its_end_when_newer_records_match_too(db, desk, monkeypatch):
    monkeypatch.setattr(search, "MOST_FOUND", 5)
    with db.write(SYSTEM) as session:
        visits(session, 30, first=1)
    with db.read() as session:
        old = select(Staff.id).where(Staff.id < 4).order_by(Staff.id)
        assert list(search.listed(session, old, "visitors", "张")) == [1, 2, 3]
        assert list(search.listed(session, old, "visitors", "张", 2)) == [1, 2]
        assert list(search.listed(session, old, "visitors", "李")) == []
        assert list(search.listed(session, old, "visitors", "", 2)) == [1, 2]


@pytest.mark.parametrize("limit", [None, 1, 3])
def test_what_is_listed_newest_first_is_what_matches_of_it_however_much_is_older(db, monkeypatch, limit):
    monkeypatch.setattr(search, "MOST_FOUND", 8)
    monkeypatch.setattr(search, "SOME_LOOKED_AT", 4)
    one = aliased(search.Entry)
    with db.write(SYSTEM) as session:
        for n in range(1, 41):
            name = "张三" if n % 2 else "李四"
            search.put(session, "visitors", n, f"v{n}", {"name": name}, title=name)
    with db.read() as session:
        for first, last in ((1, 40), (1, 3), (30, 40), (36, 37), (20, 24), (50, 60)):
            query = select(one.record).where(one.kind == "visitors", one.record.between(first, last))
            for text, odd in (("张三", 1), ("ls", 0), ("王", 2)):
                wanted = [n for n in range(min(last, 40), first - 1, -1) if n % 2 == odd]
                found = search.listed(session, query.order_by(one.record.desc()), "visitors", text, limit)
                assert list(found) == wanted[: limit or 8], (first, last, text)


def test_an_index_made_anew_finds_the_same(db, tower):
    with db.write(SYSTEM) as session:
        visits(session, 3)
        kept = search.find(session, "张三"), search.find(session, "zsjr"), search.find(session, "1508")
        gram_table.rebuild_grams(session.connection(), grams.tokens_of)
        assert (
            search.find(session, "张三"),
            search.find(session, "zsjr"),
            search.find(session, "1508"),
        ) == kept
        assert search.find_records(session, "张三", "visitors") == [2, 1, 0]
