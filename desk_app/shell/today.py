"""今日: how the day stands, and what is due over all registers in time order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core import privacy
from desk_app.core.declare import (
    Column,
    ColumnKind,
    Register,
    Row,
    Source,
    State,
    Tone,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import Role
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.record_table import RecordTable
from desk_app.kit.text import plain_label
from desk_app.shell.board import Board
from desk_app.shell.cards import Cards

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.shell.reading import Reading

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


class TodayPage(QWidget):
    """Counts as cards on top, then one list; a double-click opens the record."""

    def __init__(self, desk: Desk, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._board = board
        self._shown: Reading | None = None
        self._rows: Sequence[Row] = ()
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
        self._reveals = plain_label("", "warning")
        self._reveals.setObjectName("many_reveals")
        self._reveals.setWordWrap(True)
        self._reveals.hide()
        self._build()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its room."""
        super().resizeEvent(event)
        self.cards.set_room(self.height())

    def refill(self) -> None:
        """Show the board's reading; nothing when it is shown already."""
        reading = self._board.reading
        self._tell_manager(reading)
        if reading is self._shown:
            return
        self._shown, self._rows = reading, reading.rows
        self.cards.set_pills(reading.pills)
        self._years.setText(reading.notice)
        self._years.setVisible(bool(reading.notice))
        self._empty.setVisible(not reading.has_rooms)
        self.table.set_ids(array("q", range(1, len(reading.rows) + 1)))
        self.table.reread()

    def _tell_manager(self, reading: Reading) -> None:
        """Tell the manager who looked at much in clear today, and that last month is not checked (domain.md §4.4)."""
        actor = self._desk.actor
        told = _for_manager(reading) if actor is not None and Role.JL in actor.held else []
        self._reveals.setText(" ".join(told))
        self._reveals.setVisible(bool(told))

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
        column.addWidget(self._reveals)
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
        actor = self._desk.actor
        rows = [self._rows[number - 1] for number in ids if number <= len(self._rows)]
        told = [{key: privacy.words_for(actor, str(row[key])) for key in ("title", "detail")} for row in rows]
        return [{**row, **words} for row, words in zip(rows, told, strict=True)]

    def _on_opened(self, row: Row) -> None:
        self._desk.open_requested.emit(str(row["room"]), str(row["uid"]))


def _for_manager(reading: Reading) -> list[str]:
    told = []
    if reading.reveals:
        times = translate("Today", "{name} {n} 次")
        who = listed(times.format(name=name, n=count) for name, count in reading.reveals.items())
        told.append(translate("Today", "今天查看明文较多:{who}。请看「访问日志」。").format(who=who))
    if reading.unchecked is not None:
        text = translate("Today", "{month} 的访问日志还没有抽查:菜单 → 访问日志 → 月度抽查。")
        told.append(text.format(month=f"{reading.unchecked:%Y-%m}"))
    return told


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
