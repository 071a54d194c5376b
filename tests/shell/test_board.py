"""今日 reads each register once, puts all in order of time, and says how long there is."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.core import clock
from desk_app.core.errors import KnownError
from desk_app.kit import theme
from desk_app.registers import REGISTERS, Room
from desk_app.registers.visitors import service as visits
from desk_app.shell import reading
from desk_app.shell.cards import Cards
from desk_app.shell.reading import remaining
from tests.shell.hands import settle
from tests.shell.test_badge_return import enter

VISIT = {
    "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "18-06 中盛金融",
    "host_name": "周颖", "purpose": "business", "confirm": "phone", "confirmed_by": "周颖",
}  # fmt: skip


@pytest.fixture
def reads(monkeypatch):
    """Note when each register's counts and due are read, and on which thread."""
    seen: list[tuple[str, str, str]] = []
    declared = {room.key: room.register() for room in REGISTERS}

    def counted(room: Room):
        register = declared[room.key]

        def counts(session):
            seen.append((room.key, "counts", threading.current_thread().name))
            return register.source.counts(session)

        def due(session):
            seen.append((room.key, "due", threading.current_thread().name))
            return register.source.due(session)

        return replace(register, source=replace(register.source, counts=counts, due=due))

    monkeypatch.setattr(Room, "register", counted)
    return seen


def test_a_minute_on_today_reads_each_register_once_and_never_on_the_windows_thread(front, now, reads):
    front.hands.key("tab today")
    reads.clear()
    now.go(minutes=1)
    front.minute()
    every = {(room.key, what, "background") for room in REGISTERS for what in ("counts", "due")}
    assert sorted(reads) == sorted(every)
    reads.clear()
    front.window.refresh()
    settle()
    assert reads == []


def pill(front, register: str, view: str) -> int:
    return next(one[4] for one in front.window._board.reading.pills if one[:2] == (register, view))


def test_what_is_written_while_the_registers_are_read_is_read_again(front, monkeypatch):
    before = pill(front, "visitors", "inside")
    begun, go_on = threading.Event(), threading.Event()
    really = reading.read

    def slow(database, last):
        found = really(database, last)
        begun.set()
        assert go_on.wait(10)
        return found

    monkeypatch.setattr(reading, "read", slow)
    with front.desk.write() as session:
        visits.register(session, VISIT)
    assert begun.wait(10)
    with front.desk.write() as session:
        visits.register(session, VISIT | {"name": "李后到"})
    assert pill(front, "visitors", "inside") == before
    go_on.set()
    settle()
    assert pill(front, "visitors", "inside") == before + 2


def test_a_window_that_closes_while_the_registers_are_read_closes_cleanly(front, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    really = reading.read

    def slow(database, last):
        begun.set()
        assert go_on.wait(10)
        return really(database, last)

    monkeypatch.setattr(reading, "read", slow)
    with front.desk.write() as session:
        visits.register(session, VISIT)
    assert begun.wait(10)
    front.window.close()
    go_on.set()
    settle()
    assert not front.window.is_reading


def test_a_file_that_cannot_be_read_is_told_at_the_foot_and_tried_again(front, now, monkeypatch):
    def failing(_database, _last):
        raise KnownError("磁盘读取失败")

    with monkeypatch.context() as broken:
        broken.setattr(reading, "read", failing)
        now.go(minutes=1)
        front.minute()
        assert "磁盘读取失败" in front.notice
    before = pill(front, "visitors", "inside")
    front.visit()
    assert pill(front, "visitors", "inside") == before + 1


def test_all_registers_stand_in_order_of_time_with_the_time_left(front, now):
    front.visit(name="早到", exp_out=clock.now() + timedelta(minutes=50))
    enter(front)
    now.go(minutes=55)
    front.minute()
    front.hands.key("tab today")
    rows = front.window._today._rows
    assert [row["room"] for row in rows] == ["visitors", "contractors"]
    assert [row["left"] for row in rows] == ["已过 5 分钟", "还有 5 分钟"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "还有 0 分钟"),
        (59, "还有 59 分钟"),
        (61, "还有 1 小时 1 分"),
        (1500, "还有 1 天 1 小时"),
        (-130, "已过 2 小时 10 分"),
    ],
)
def test_time_is_told_in_its_two_largest_units(now, minutes, words):
    assert remaining(clock.now() + timedelta(minutes=minutes)) == words
    assert remaining(None) == ""


TONES = ("done", "late", "waiting", "due")


@pytest.fixture
def cards(qtbot, qapp):
    def make(counts: list[int], scale: float = 1.0, width: int = 1334) -> Cards:
        theme.apply(qapp, "light", scale)
        made = Cards()
        qtbot.addWidget(made)
        made.resize(width, 300)
        made.show()
        made.set_pills(
            [("keys", str(n), "证件到期未收回", TONES[n % 4], count) for n, count in enumerate(counts)]
        )
        QApplication.processEvents()
        return made

    yield make
    theme.apply(qapp, "light", 1.0)


def rows_of(cards: Cards) -> dict[int, list[str]]:
    rows: dict[int, list[str]] = {}
    for (_register, view), card in cards._cards.items():
        if card.isVisible():
            rows.setdefault(card.y(), []).append(view)
    return rows


def test_few_cards_are_all_shown_zeros_too(cards):
    assert list(rows_of(cards([0, 1, 0, 2, 0, 0, 3])).values()) == [[str(n) for n in range(7)]]


def test_of_many_cards_zeros_are_left_out(cards):
    assert list(rows_of(cards([0, 1] * 7)).values()) == [["1", "3", "5", "7", "9", "11", "13"]]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_never_more_than_two_rows_and_nothing_is_cut(cards, scale):
    made = cards([1] * 20, scale)
    rows = rows_of(made)
    assert len(rows) == 2
    shown = {view for row in rows.values() for view in row}
    late = {str(n) for n in range(20) if TONES[n % 4] == "late"}
    assert late <= shown
    visible = [card for card in made._cards.values() if card.isVisible()]
    assert [c for c in visible if c.button.width() < c.button.sizeHint().width()] == []
    assert max(card.geometry().right() for card in visible) < made.width()


def test_where_the_page_is_low_one_row_leaves_the_list_its_room(cards):
    made = cards([1] * 20)
    made.set_room(theme.px(400))
    QApplication.processEvents()
    [row] = rows_of(made).values()
    assert {TONES[int(view) % 4] for view in row} >= {"late"}
    made.set_room(theme.px(600))
    QApplication.processEvents()
    assert len(rows_of(made)) == 2


def test_a_click_on_the_number_of_a_card_opens_its_list(cards):
    made, picked = cards([1] * 7), []
    made.picked.connect(lambda *key: picked.append(key))
    (register, view), card = next(iter(made._cards.items()))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._number.geometry().center())
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=card.rect().center())
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert picked == [(register, view)] * 2
