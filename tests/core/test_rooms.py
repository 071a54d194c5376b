import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.rooms import canonical, floor_of, match_rank, parse, sort_key, split


@pytest.mark.parametrize(
    ("typed", "name", "floor"),
    [
        ("15-08", "15-08", "15"), ("1508", "15-08", "15"), ("15层08室", "15-08", "15"),
        ("15F-08", "15-08", "15"),
        ("１５－０８", "15-08", "15"), (" 15 - 8 ", "15-08", "15"), ("15楼8号", "15-08", "15"),
        ("1508室", "15-08", "15"),
        ("十五层08室", "15-08", "15"), ("二十一层08室", "21-08", "21"), ("905", "09-05", "9"),
        ("9-5", "09-05", "9"),
        ("0905", "09-05", "9"), ("10508", "105-08", "105"), ("1508a", "15-08A", "15"),
        ("15A-08", "15A-08", "15A"),
        ("A座15-08", "A座15-08", "15"), ("a座 1508", "A座15-08", "15"), ("A-1508", "A座15-08", "15"),
        ("A1508", "A座15-08", "15"), ("B1508", "B座15-08", "15"), ("B103", "B1-03", "B1"),
        ("B1-03", "B1-03", "B1"),
        ("2号楼1508", "2号楼15-08", "15"), ("B1 机房", "B1 机房", "B1"), ("b1机房", "B1 机房", "B1"),
        ("负一层", "B1", "B1"), ("-1F 车库", "B1 车库", "B1"), ("地下二层消控室", "B2 消控室", "B2"),
        ("15F", "15F", "15"),
        ("15楼", "15F", "15"), ("12F 弱电间", "12F 弱电间", "12"), ("12层弱电间", "12F 弱电间", "12"),
        ("首层大堂", "1F 大堂", "1"),
        ("公共区域", "公共区域", ""), ("2021年", "2021年", ""), ("99999", "99999", ""), ("3", "3", ""),
        ("", "", ""),
        ("0008", "0008", ""), ("12F wifi", "12F wifi", "12"),
    ],
)  # fmt: skip
def test_rooms_have_one_spelling_and_a_floor(typed, name, floor):
    assert canonical(typed) == name
    assert floor_of(typed) == floor


@given(st.text("0123456789AaBFGL座号楼层室-负一二十 机ａ０", max_size=10))
def test_the_spelling_of_a_spelling_is_itself(text):
    once = canonical(text)
    assert canonical(once) == once
    assert parse(once).floor == parse(text).floor
    sort_key(text)


@given(st.integers(1, 200), st.integers(0, 99))
def test_every_way_to_write_a_room_is_the_same_room(floor, unit):
    ways = (
        f"{floor}-{unit:02}",
        f"{floor}层{unit:02}室",
        f"{floor}F-{unit}",
        f"{floor}{unit:02}",
        f"{floor}楼{unit:02}",
    )
    assert {canonical(way) for way in ways} == {f"{floor:02}-{unit:02}"}


def test_several_rooms_in_one_cell_are_parted():
    assert split("15-08、09/1601") == ("15-08", "15-09", "16-01")
    assert split("1508,1509;1508") == ("15-08", "15-09")
    assert split("A座1508\nB1 机房") == ("A座15-08", "B1 机房")
    assert split(" ") == ()


def test_rooms_sort_as_one_walks_up():
    rooms = [
        "B2 车库",
        "B1 机房",
        "1F 大堂",
        "02-01",
        "9-05",
        "10-01",
        "15-08",
        "15-10",
        "15A-01",
        "公共区域",
    ]
    shuffled = [rooms[place * 7 % 10] for place in range(10)]
    assert sorted(shuffled, key=sort_key) == rooms


@pytest.mark.parametrize(
    ("query", "room", "rank"),
    [
        ("1508", "15-08", 0), ("15层08室", "15-08", 0), ("15-08", "15层08室", 0), ("905", "09-05", 0),
        ("15", "15-08", 1), ("150", "15-08", 1), ("90", "09-05", 1), ("A座", "A座15-08", 1),
        ("b1", "B1 机房", 1),
        ("508", "15-08", 2), ("1508", "A座15-08", 2), ("机房", "B1 机房", 2), ("16", "15-08", None),
        ("", "15-08", None),
    ],
)  # fmt: skip
def test_exact_before_beginning_before_part(query, room, rank):
    assert match_rank(query, room) == rank
