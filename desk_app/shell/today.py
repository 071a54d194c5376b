"""今日: how the day stands, and what is due over all registers in time order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core import clock, holidays, workdays
from desk_app.core.declare import (
    Column,
    ColumnKind,
    Due,
    Register,
    Row,
    Source,
    State,
    Tone,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.record_table import RecordTable
from desk_app.kit.text import plain_label
from desk_app.registers import REGISTERS
from desk_app.shell.board import Board
from desk_app.shell.cards import Cards
from desk_app.shell.pill_row import Pill as ShownPill

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STATES = (
    State("late", QT_TRANSLATE_NOOP("Today", "超时"), Tone.LATE),
    State("due", QT_TRANSLATE_NOOP("Today", "待办"), Tone.DUE),
    State("waiting", QT_TRANSLATE_NOOP("Today", "等候"), Tone.WAITING),
    State("done", QT_TRANSLATE_NOOP("Today", "正常"), Tone.DONE),
    State("void", QT_TRANSLATE_NOOP("Today", "作废"), Tone.VOID),
)
COLUMNS = (
    Column("at", QT_TRANSLATE_NOOP("Today", "时间"), ColumnKind.TIME, width=10),
    Column("left", QT_TRANSLATE_NOOP("Today", "剩余"), width=13),
    Column("state", QT_TRANSLATE_NOOP("Today", "状态"), ColumnKind.STATE, width=9),
    Column("label", QT_TRANSLATE_NOOP("Today", "事项"), width=14),
    Column("title", QT_TRANSLATE_NOOP("Today", "谁"), width=24),
    Column("detail", QT_TRANSLATE_NOOP("Today", "说明"), width=30),
    Column("register", QT_TRANSLATE_NOOP("Today", "登记"), width=10),
)
AHEAD = timedelta(days=60)
"""How far ahead the working days must be known."""


class TodayPage(QWidget):
    """Counts as cards on top, then one list; a double-click opens the record."""

    def __init__(self, desk: Desk, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._rows: list[Row] = []
        self._board = board
        self._stamp: object = None
        self.cards = Cards()
        self.cards.picked.connect(desk.view_requested)
        register = Register(
            key="today", prefix="", context="Today", title=QT_TRANSLATE_NOOP("Today", "待办"), fields=(),
            columns=COLUMNS, states=STATES, views=(), actions=(), source=_source(self),
            first_step=QT_TRANSLATE_NOOP("Today", "现在没有待办。按 F2 登记访客,或用 Ctrl+K 查找。"),
        )  # fmt: skip
        self.table = RecordTable(register, self._read, desk.prefs)
        self.table.opened.connect(self._on_opened)
        self._empty = self._make_first_step()
        self._years = plain_label("", "muted")
        self._years.setObjectName("incomplete_years")
        self._years.setWordWrap(True)
        self._build()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its room."""
        super().resizeEvent(event)
        self.cards.set_room(self.height())

    def refill(self) -> None:
        """Read counts and what is due; nothing when neither a write nor a minute has passed."""
        stamp = self._board.stamp
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self.cards.set_pills(pills(self._board))
        self._rows = [_row(number, key, due) for number, (key, due) in enumerate(self._board.due(), 1)]
        with self._desk.read() as session:
            has_rooms = _has_rooms(session)
            today = clock.today()
            years = holidays.calendar(session).incomplete(today, today + AHEAD)
        self._years.setText(workdays.notice(years))
        self._years.setVisible(bool(years))
        self._empty.setVisible(not has_rooms)
        self.table.set_ids(array("q", range(1, len(self._rows) + 1)))
        self.table.reread()

    def _make_first_step(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        text = plain_label(
            translate("Today", "第一步:导入楼宇名册(房号、业主、租户、联系人),登记时就能按房号和首字母查找。")
        )
        text.setWordWrap(True)
        line.addWidget(text, 1)
        button = QPushButton(translate("Today", "导入名册…"))
        button.setObjectName("import_roster")
        button.setProperty("role", "main")
        button.clicked.connect(lambda: self._desk.dialog_requested.emit("premises_dialog"))
        line.addWidget(button)
        card.hide()
        return card

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(14))
        column.addWidget(self._empty)
        column.addWidget(self.cards)
        column.addWidget(self._years)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, theme.px(12), 1, theme.px(8))
        head = plain_label(translate("Today", "待办(按时间)"), "title")
        head.setContentsMargins(theme.px(16), 0, 0, 0)
        inside.addWidget(head)
        inside.addWidget(self.table, 1)
        column.addWidget(frame, 1)

    def _read(self, ids: Sequence[int]) -> Sequence[Row]:
        return [self._rows[number - 1] for number in ids if number <= len(self._rows)]

    def _on_opened(self, row: Row) -> None:
        self._desk.open_requested.emit(str(row["room"]), str(row["uid"]))


def pills(board: Board) -> list[ShownPill]:
    """Return every register's counts as tabs and cards show them: (register, view, label, tone, count)."""
    counts = board.counts()
    return [
        (
            room.key,
            pill.view,
            translate(register.context, pill.label),
            pill.tone.value,
            counts[room.key].get(pill.view, 0),
        )
        for room in REGISTERS
        for register in (room.register(),)
        for pill in register.pills
    ]


def _row(number: int, key: str, due: Due) -> Row:
    return {
        "id": number, "uid": due.uid, "no": None, "state": due.tone.value, "room": key, "at": due.at,
        "left": remaining(due.at), "label": due.label, "title": due.title, "detail": due.detail, "register": translate("Tabs", _room_title(key)),
    }  # fmt: skip


def remaining(at: datetime | None) -> str:
    """Return how long it is until a moment, or how long ago it was, in the two largest units."""
    if at is None:
        return ""
    seconds = int((at - clock.now()).total_seconds())
    days, rest = divmod(abs(seconds) // 60, 24 * 60)
    hours, rest = divmod(rest, 60)
    if days:
        text = translate("Today", "{days} 天 {hours} 小时").format(days=days, hours=hours)
    elif hours:
        text = translate("Today", "{hours} 小时 {minutes} 分").format(hours=hours, minutes=rest)
    else:
        text = translate("Today", "{minutes} 分钟").format(minutes=rest)
    past = translate("Today", "已过 {time}") if seconds < 0 else translate("Today", "还有 {time}")
    return past.format(time=text)


def _room_title(key: str) -> str:
    return next(room.title for room in REGISTERS if room.key == key)


def _has_rooms(session: Session) -> bool:
    from sqlalchemy import select

    from desk_app.core.premises import Room

    return session.scalar(select(Room.id).limit(1)) is not None


def _source(page: TodayPage) -> Source:
    def nothing(_session: Session) -> Mapping[str, int]:
        return {}

    return Source(
        ids=lambda _session, _view, _text, _limit=None: array("q", range(1, len(page._rows) + 1)),
        rows=lambda _session, ids: list(page._read(ids)),
        counts=nothing,
        month=lambda _session, _first, _last: [],
        values=lambda _session, _uid: {},
    )
