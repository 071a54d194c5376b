"""今日: how the day stands, and what is due over all registers in time order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.core import clock, holidays, workdays
from desk_app.core.declare import (
    Column,
    ColumnKind,
    Due,
    Pill,
    Register,
    Row,
    Source,
    State,
    Tone,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.record_table import RecordTable
from desk_app.kit.text import caption, plain_label
from desk_app.registers import REGISTERS

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
    Column("state", QT_TRANSLATE_NOOP("Today", "状态"), ColumnKind.STATE, width=9),
    Column("label", QT_TRANSLATE_NOOP("Today", "事项"), width=14),
    Column("title", QT_TRANSLATE_NOOP("Today", "谁"), width=24),
    Column("detail", QT_TRANSLATE_NOOP("Today", "说明"), width=30),
    Column("register", QT_TRANSLATE_NOOP("Today", "登记"), width=10),
)
CARDS_ABREAST = 8
AHEAD = timedelta(days=60)
"""How far ahead the working days must be known."""
FAR = clock.at(date(2099, 1, 1))


class TodayPage(QWidget):
    """Counts as cards on top, then one list; a double-click opens the record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._rows: list[Row] = []
        self._cards: dict[tuple[str, str], Card] = {}
        self._revision = -1
        self._minute = ""
        register = Register(
            key="today", prefix="", context="Today", title=QT_TRANSLATE_NOOP("Today", "待办"), fields=(),
            columns=COLUMNS, states=STATES, views=(), actions=(), source=_source(self),
            first_step=QT_TRANSLATE_NOOP("Today", "现在没有待办。按 F2 登记访客,或用 Ctrl+K 查找。"),
        )  # fmt: skip
        self.table = RecordTable(register, self._read, desk.prefs)
        self.table.opened.connect(self._on_opened)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        self._empty = self._make_first_step()
        self._years = plain_label("", "muted")
        self._years.setObjectName("incomplete_years")
        self._years.setWordWrap(True)
        self._build()

    def refill(self) -> None:
        """Read counts and what is due; nothing when neither a write nor a minute has passed."""
        minute = f"{clock.local(clock.now()):%H:%M}"
        if (self._desk.db.revision, minute) == (self._revision, self._minute):
            return
        self._revision, self._minute = self._desk.db.revision, minute
        with self._desk.read() as session:
            self._fill_cards(session)
            self._rows = _due_rows(session)
            has_rooms = _has_rooms(session)
            today = clock.today()
            years = holidays.calendar(session).incomplete(today, today + AHEAD)
        self._years.setText(workdays.notice(years))
        self._years.setVisible(bool(years))
        self._empty.setVisible(not has_rooms)
        self.table.set_ids(array("q", range(1, len(self._rows) + 1)))
        self.table.reread()

    def _fill_cards(self, session: Session) -> None:
        for room in REGISTERS:
            register = room.register()
            counts = register.source.counts(session)
            for pill in register.pills:
                card = self._cards.get((room.key, pill.view)) or self._make_card(room.key, register, pill)
                card.set_count(counts.get(pill.view, 0))

    def _make_card(self, key: str, register: Register, pill: Pill) -> Card:
        card = Card(translate(register.context, pill.label), pill.tone)
        card.setObjectName(f"card_{key}_{pill.view}")
        card.button.setObjectName(f"open_{key}_{pill.view}")
        card.clicked.connect(lambda: self._desk.view_requested.emit(key, pill.view))
        number = len(self._cards)
        self._cards[(key, pill.view)] = card
        self._grid.addWidget(card, number // CARDS_ABREAST, number % CARDS_ABREAST)
        return card

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
        column.addLayout(self._grid)
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


class Card(QFrame):
    """One count of the day; a click opens the list behind it."""

    clicked = Signal()

    def __init__(self, label: str, tone: Tone) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._tone = tone
        self._number = QLabel("0")
        self._number.setProperty("role", "count")
        self.button = button = QPushButton(caption(label))
        button.setProperty("role", "card")
        button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(8))
        column.setSpacing(theme.px(2))
        column.addWidget(self._number)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_count(self, count: int) -> None:
        """Show the count; zero is quiet."""
        self._number.setText(str(count))
        theme.restyle(self._number, "tone", self._tone.value if count else "")


def _due_rows(session: Session) -> list[Row]:
    found: list[tuple[str, Due]] = []
    for room in REGISTERS:
        found += [(room.key, due) for due in room.register().source.due(session)]
    found.sort(key=lambda pair: (pair[1].at or FAR, pair[1].title))
    return [_row(number, key, due) for number, (key, due) in enumerate(found, 1)]


def _row(number: int, key: str, due: Due) -> Row:
    return {
        "id": number, "uid": due.uid, "no": None, "state": due.tone.value, "room": key, "at": due.at,
        "label": due.label, "title": due.title, "detail": due.detail, "register": translate("Tabs", _room_title(key)),
    }  # fmt: skip


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
        ids=lambda _session, _view, _text: array("q", range(1, len(page._rows) + 1)),
        rows=lambda _session, ids: list(page._read(ids)),
        counts=nothing,
        month=lambda _session, _first, _last: [],
        values=lambda _session, _uid: {},
    )
