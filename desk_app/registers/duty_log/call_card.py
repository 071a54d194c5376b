"""The call card (F6): over whatever is on the screen; when the call began, who calls, what was last about the room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.core import clock, past
from desk_app.core.i18n import translate
from desk_app.kit import fit, theme
from desk_app.kit.desk import Desk
from desk_app.kit.form_dialog import FormDialog
from desk_app.kit.record_dialog import RecordDialog
from desk_app.kit.text import cut, plain_label, show_clock
from desk_app.registers import REGISTERS
from desk_app.registers.duty_log import rules, service, views
from desk_app.registers.duty_log.register import CARD_FIELDS

if TYPE_CHECKING:
    from desk_app.core.search import Hit

LINES = 6
WIDTH, HEIGHT = 660, 712
SECOND = 1000


class CallCard:
    """One call, from the moment the card opened; saving writes it as an entry that came by telephone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.started = clock.now()
        self._found: list[Hit] = []
        self.dialog = FormDialog(
            parent, title=translate("DutyLog", "来电登记"), fields=CARD_FIELDS, context="DutyLog",
            main=translate("DutyLog", "保存到日志"), save=self._save,
            values={"at": self.started}, width=WIDTH, desk=desk, draft="call_card",
        )  # fmt: skip
        self.dialog.setObjectName("call_card")
        self.form = self.dialog.form
        self.recent = self._make_recent()
        self._lay_out()
        self._tick = QTimer(self.dialog, interval=SECOND)
        self._tick.timeout.connect(self.show_length)
        self._tick.start()
        with desk.read() as session:
            self.form.set_phrases(views.phrase_lists(session))
        room = self.form.boxes["room"]
        room.edited.connect(self._show_recent)
        room.filled.connect(lambda _fills: self._show_recent())
        self.form.boxes["category"].edited.connect(self._hint)
        self.show_length()
        self._show_recent()

    def exec(self) -> None:
        """Show the card until it is saved or given up."""
        self.dialog.exec()
        self._tick.stop()
        self.dialog.deleteLater()

    def show_length(self) -> None:
        """Say when the call began and how long it has been."""
        minutes, seconds = divmod(self.length, 60)
        text = translate("DutyLog", "{start} 来电 · 已通话 {minutes}:{seconds:02d}")
        self.form.set_state(text.format(start=show_clock(self.started), minutes=minutes, seconds=seconds))

    @property
    def length(self) -> int:
        """How many seconds the call has been going on."""
        return max(0, int((clock.now() - self.started).total_seconds()))

    def _make_recent(self) -> QListWidget:
        recent = QListWidget()
        recent.setObjectName("recent")
        recent.setAccessibleName(translate("DutyLog", "这个房号最近的记录"))
        recent.setToolTip(translate("DutyLog", "Enter 或双击查看"))
        recent.setFixedHeight(theme.px(24) * LINES + theme.px(6))
        recent.itemActivated.connect(lambda item: self._open(recent.row(item)))
        return recent

    def _lay_out(self) -> None:
        column = self.dialog.layout()
        assert isinstance(column, QVBoxLayout)
        self._heading = plain_label(translate("DutyLog", "这个房号最近的记录"), "muted")
        column.addWidget(self._heading)
        column.addWidget(self.recent)
        fit.resize(self.dialog, WIDTH, HEIGHT)

    def _hint(self) -> None:
        self.form.set_hint(rules.hint(self.form.known().get("category")))

    def _show_recent(self) -> None:
        """Show what was last about the room typed so far, over all registers."""
        kinds = [room.key for room in REGISTERS if room.key in self._desk.registers]
        with self._desk.read() as session:
            found = views.about(session, self.form.known().get("room"), kinds, LINES)
            self._found = past.recent_hits(session, self._desk.registers, found)
        titles = {room.key: translate("Tabs", room.title) for room in REGISTERS}
        self.recent.clear()
        for hit in self._found:
            words = f"{titles.get(hit.kind, '')} · {hit.detail} · {hit.title}"
            self.recent.addItem(QListWidgetItem(theme.icon("history"), cut(words)))
        if not self._found:
            self.recent.addItem(translate("DutyLog", "选好房号后,这里显示最近六条。"))

    def _open(self, number: int) -> None:
        """Look at one of the records; the call goes on behind it."""
        if number >= len(self._found):
            return
        hit = self._found[number]
        register = self._desk.registers[hit.kind]
        with self._desk.read() as session:
            rows = register.source.rows(session, [hit.record])
        if rows:
            dialog = RecordDialog(self.dialog, self._desk, register, rows[0])
            dialog.exec()
            dialog.deleteLater()

    def _save(self, values: Mapping[str, object], reasons: Mapping[str, str]) -> None:
        at, length = self._start(values.get("at")), self.length
        given = {**values, "channel": "call", "at": at, "call_seconds": length}
        with self._desk.write() as session:
            entry = service.record(session, given, reasons)
        text = translate("DutyLog", "{no} 来电已登记 {time}")
        self._desk.notice(text.format(no=entry.no, time=show_clock(clock.now())))

    def _start(self, typed: object) -> datetime:
        """Return when the call began: to the second unless another minute was typed (or kept over a crash)."""
        if not isinstance(typed, datetime):
            return self.started
        same = timedelta(0) <= self.started - typed < timedelta(minutes=1)
        over_midnight = typed - self.started > timedelta(hours=23)
        return self.started if same or over_midnight else typed
