"""班次日志 on screen: the header of the running shift as a form, every shift a line, hand-in and print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core.declare import Action
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.duty_log import rules, sheet_desk, sheet_views, sheets
from desk_app.registers.duty_sheets.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.registers.duty_log.records import DutyShift

MAIN = Action("save", QT_TRANSLATE_NOOP("DutyLog", "保存表头"), shortcut="Ctrl+S")
HAND_IN = Action("hand_in_now", QT_TRANSLATE_NOOP("DutyLog", "提交日志…"), "send")


class Panel:
    """The panel of the shifts' sheets."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._taken_up = False
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("DutyLog", "班次表头"),
            main=MAIN,
            save=lambda session, values, _reasons: sheets.fill_sheet(session, values),
            saved_text=QT_TRANSLATE_NOOP("DutyLog", "表头已保存"),
            saved=self._after_save,
            fresh=self._fresh,
            extra=(HAND_IN,),
            handlers={
                "hand_in_now": lambda _row: self._hand_in_next(),
                "hand_in": lambda row: sheet_desk.hand_in(self._desk, self.work.widget, str(row["uid"])),
                "edit": lambda row: self._take_up(str(row["uid"])),
                "open": lambda row: self._take_up(str(row["uid"])),
                "print": lambda row: sheet_desk.print_sheet(self._desk, self.work.widget, str(row["uid"])),
                "print_added": lambda row: sheet_desk.print_added(
                    self._desk, self.work.widget, str(row["uid"])
                ),
            },
        )
        form = self.work.widget.form
        form.boxes["weather"].edited.connect(self._hint)
        form.cleared.connect(self._on_cleared)
        self.work.widget.refilled.connect(self._follow_shift)

    def show_record(self, uid: str) -> None:
        """Show one shift; one that is open, or that nobody opened, goes into the form."""
        if uid.startswith(sheet_views.NEVER_OPENED):
            self._take_up(uid)
            return
        self.work.show_record(uid)
        row = self.work.widget.table.current_row()
        if row is not None and row["uid"] == uid and row["state"] != "handed_in":
            self._take_up(uid)

    def print_current(self) -> None:
        """Print the chosen shift's log (Ctrl+P)."""
        row = self.work.widget.table.current_row()
        if row is None:
            self._desk.notice(translate("Work", "请先在列表中选择一条。"), "due")
        elif row["state"] == "missing":
            self._take_up(str(row["uid"]))
            self._desk.notice(
                translate("DutyLog", "这一班没有任何登记,没有可打印的日志:请先补填表头。"), "due"
            )
        else:
            sheet_desk.print_sheet(self._desk, self.work.widget, str(row["uid"]))

    def _fresh(self) -> Mapping[str, object]:
        """Return the header of the running shift as it is now."""
        with self._desk.read() as session:
            values = sheet_views.now_values(session)
        return {key: value for key, value in values.items() if key != "uid"}

    def _follow_shift(self) -> None:
        """Show the running shift's header as it is now, when nothing is typed and no other shift is shown."""
        form = self.work.widget.form
        if not form.touched and not self._taken_up:
            form.reset()
            self.work.content.preset()

    def _on_cleared(self) -> None:
        self._taken_up = False
        self._hint()

    def _take_up(self, uid: str) -> None:
        with self._desk.read() as session:
            values = sheet_views.values(session, uid)
        form = self.work.widget.form
        form.reset()
        form.set_values(values)
        self._taken_up = True
        form.set_state(translate("DutyLog", "正在填写这一班的表头"))
        form.focus_first()
        self._hint()

    def _after_save(self, sheet: DutyShift) -> None:
        hint = rules.weather_hint(sheet.weather)
        if hint:
            self._desk.notice(hint, "due")

    def _hint(self) -> None:
        form = self.work.widget.form
        form.set_hint(rules.weather_hint(form.known().get("weather")))

    def _hand_in_next(self) -> None:
        row = self.work.widget.table.current_row()
        with self._desk.read() as session:
            sheet = sheet_views.to_hand_in(session)
            uid = sheet.uid if sheet else ""
        if row is not None and row["state"] != "handed_in":
            uid = str(row["uid"])
        if uid.startswith(sheet_views.NEVER_OPENED):
            self._take_up(uid)
            self._desk.notice(translate("DutyLog", "这一班没有任何登记:请先补填表头,再提交。"), "due")
        elif uid:
            sheet_desk.hand_in(self._desk, self.work.widget, uid)
        else:
            self._desk.notice(translate("DutyLog", "没有要提交的班次日志。"), "due")
