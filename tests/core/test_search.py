"""The search index on a real file: what is put is found, newest first, rooms in front."""

import pytest

from desk_app.core import search
from desk_app.core.database import Database


@pytest.fixture
def building(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/desk.db")
    with database.write(None) as session:
        for record, (room, company, name) in enumerate(
            [
                ("15-08", "恒泰贸易", "郑锐"),
                ("18-06", "中盛金融", "周颖"),
                ("11-50", "重庆物流", "单雨桐\n曾海"),
            ],
            1,
        ):
            fields = {"room": room, "company": company, "name": name, "phone": f"1380013800{record}"}
            search.put(session, "room", record, f"uid{record}", fields, title=company, room=room)
    yield database
    database.close()


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("zsjr", [2]),
        ("1508", [1]),
        ("15", [1, 3]),
        ("8", [2, 1, 3]),
        ("zeng", [3]),
        ("38002", [2]),
        ("没有", []),
        ("·", []),
    ],
)
def test_what_was_put_is_found_rooms_first(building, text, records):
    with building.read() as session:
        assert [hit.record for hit in search.find(session, text)] == records


def test_an_entry_put_again_is_found_under_its_new_name_only(building):
    with building.write(None) as session:
        search.put(session, "room", 2, "uid2", {"company": "青禾设计"}, title="青禾设计")
    with building.read() as session:
        assert search.find(session, "中盛") == []
        assert [hit.title for hit in search.find(session, "qhsj")] == ["青禾设计"]
