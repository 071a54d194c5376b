"""值班日志 on screen: entries, their steps, the call card, and the shift they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import clock
from desk_app.core.declare import Action, Field, FieldKind, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import messages
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.kit.text import show_time
from desk_app.registers.duty_log import rules, service, sheet_desk, sheet_views, views
from desk_app.registers.duty_log.call_card import CallCard
from desk_app.registers.duty_log.register import NOTIFIED, REGISTER
from desk_app.registers.key_loans import views as key_loans

if TYPE_CHECKING:
    from desk_app.registers.duty_log.records import DutyEntry

MAIN = Action("save", QT_TRANSLATE_NOOP("DutyLog", "登记"), shortcut="Ctrl+S")
CALL = Action("call", QT_TRANSLATE_NOOP("DutyLog", "来电 F6"), "phone-call")
HEADER = Action("header", QT_TRANSLATE_NOOP("DutyLog", "本班表头"), "pencil")
HAND_IN = Action("hand_in", QT_TRANSLATE_NOOP("DutyLog", "提交日志…"), "send")
NOTE_LIMIT = rules.ADDITION_LIMIT
FINISH_FIELDS = (
    Field(
        "result", QT_TRANSLATE_NOOP("DutyLog", "处理结果"), FieldKind.LONG_TEXT, required=True, span=2,
        limit=rules.LIMITS["result"], phrases=(
            QT_TRANSLATE_NOOP("DutyLog", "已修好,客户确认"), QT_TRANSLATE_NOOP("DutyLog", "已回复客户,客户满意"),
            QT_TRANSLATE_NOOP("DutyLog", "已转相关部门办结"),
        ),
    ),
    Field("done_at", QT_TRANSLATE_NOOP("DutyLog", "完成时间"), FieldKind.TIME, required=True),
)  # fmt: skip
HAND_OVER_FIELDS = (
    Field(
        "note", QT_TRANSLATE_NOOP("DutyLog", "还没办完的、下一班要做的"), FieldKind.LONG_TEXT, required=True, span=2,
        limit=NOTE_LIMIT,
    ),
    NOTIFIED,
)  # fmt: skip
NEXT_DAY_FIELDS = (
    Field(
        "note", QT_TRANSLATE_NOOP("DutyLog", "为什么转次日、谁来办"), FieldKind.LONG_TEXT, required=True, span=2,
        limit=NOTE_LIMIT,
    ),
    Field(
        "carry_on", QT_TRANSLATE_NOOP("DutyLog", "转到哪一天"), FieldKind.DATE,
        placeholder=QT_TRANSLATE_NOOP("DutyLog", "明天"),
    ),
    NOTIFIED,
)  # fmt: skip
ADD_FIELDS = (
    Field(
        "text", QT_TRANSLATE_NOOP("DutyLog", "追加内容(自动记下您的姓名和现在的时间)"), FieldKind.LONG_TEXT, required=True,
        span=2, limit=NOTE_LIMIT,
    ),
)  # fmt: skip


class Panel:
    """The duty log's panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._calling = False
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("DutyLog", "登记事项"),
            main=MAIN,
            save=lambda session, values, reasons: service.record(session, values, reasons),
            saved_text=QT_TRANSLATE_NOOP("DutyLog", "已登记"),
            saved=self._after_save,
            correct=lambda session, uid, values, reasons, reason: service.correct(
                session, uid, values, reasons=reasons, reason=reason
            ),
            extra=(CALL, HEADER, HAND_IN),
            handlers={
                "call": lambda _row: self.take_call(self.work.widget.window()),
                "header": lambda _row: self._desk.new_requested.emit("duty_sheets"),
                "hand_in": lambda _row: self._hand_in(),
                "finish": self._finish,
                "hand_over": self._hand_over,
                "next_day": self._next_day,
                "add": self._add,
                "to_visitor": self._to_visitor,
                "to_key": self._to_key,
                "to_slip": self._to_slip,
                "additions": self._show_additions,
                "print": self._print,
                "correct": self._correct,
                "void": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.void(s, str(row["uid"]), reason=why),
                    translate("DutyLog", "作废登记"), translate("DutyLog", "已作废"),
                ),
            },
        )  # fmt: skip
        form = self.work.widget.form
        for key in ("category", "state"):
            form.boxes[key].edited.connect(self._hint)
        form.cleared.connect(self._hint)
        self.work.widget.refilled.connect(self._offer_phrases)
        self._offer_phrases()

    def print_current(self) -> None:
        """Print the log of the chosen entry's shift, of the running one when none is chosen (Ctrl+P)."""
        row = self.work.widget.table.current_row()
        if row is not None:
            self._print(row)
            return
        with self._desk.read() as session:
            uid = str(sheet_views.now_values(session).get("uid") or "")
        if uid:
            sheet_desk.print_sheet(self._desk, self.work.widget, uid)
        else:
            self._desk.notice(translate("DutyLog", "本班还没有登记,没有可打印的日志。"), "due")

    def take_call(self, over: QWidget) -> None:
        """Open the call card over a window or dialog, one at a time; nothing typed anywhere is touched (F6)."""
        if self._calling:
            return
        self._calling = True
        try:
            CallCard(self._desk, over).exec()
        finally:
            self._calling = False

    def _offer_phrases(self) -> None:
        with self._desk.read() as session:
            self.work.widget.form.set_phrases(views.phrase_lists(session))

    def _hint(self) -> None:
        """Say what must follow from the kind of thing that is being written."""
        form = self.work.widget.form
        form.set_hint(rules.hint(form.known().get("category")))

    def _after_save(self, entry: DutyEntry) -> None:
        if entry.added:
            text = translate("DutyLog", "{no} 所属班次的日志已提交,作为追加记在那一班")
            self._desk.notice(text.format(no=entry.no), "due")
        elif entry.late:
            self._desk.notice(translate("DutyLog", "{no} 已登记,注明补记").format(no=entry.no), "due")

    def _correct(self, row: Row) -> None:
        """Correct an entry, or say that only additions are possible."""
        with self._desk.read() as session:
            closed = service.sheet_of(session, str(row["uid"])).state == "handed_in"
        if closed:
            messages.tell(self.work.widget, translate("DutyLog", "不能更正"), rules.closed().text)
        else:
            self.work.content.start_correction(row)

    def _hand_in(self) -> None:
        """Hand in the oldest log that is open; nothing to hand in is said."""
        with self._desk.read() as session:
            sheet = sheet_views.to_hand_in(session)
            uid = sheet.uid if sheet else ""
        if uid:
            sheet_desk.hand_in(self._desk, self.work.widget, uid)
        else:
            self._desk.notice(translate("DutyLog", "没有要提交的班次日志。"), "due")

    def _print(self, row: Row) -> None:
        with self._desk.read() as session:
            uid = service.sheet_of(session, str(row["uid"])).uid
        sheet_desk.print_sheet(self._desk, self.work.widget, uid)

    def _finish(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            at = values.get("done_at")
            with self._desk.write() as session:
                service.finish(
                    session, str(row["uid"]), result=str(values["result"]),
                    at=_not_after_now(at) if isinstance(at, datetime) else None,
                )  # fmt: skip
            self._desk.notice(translate("DutyLog", "{no} 已完成").format(no=row["no"]))

        title = translate("DutyLog", "完成 {no}").format(no=row["no"])
        self.work.ask(row, title, FINISH_FIELDS, save, values={"done_at": clock.now()})

    def _hand_over(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.hand_over(
                    session, str(row["uid"]), note=str(values["note"]), notified=str(values.get("notified") or "")
                )  # fmt: skip
            self._desk.notice(translate("DutyLog", "{no} 移交下班").format(no=row["no"]))

        title = translate("DutyLog", "移交下班 {no}").format(no=row["no"])
        self.work.ask(row, title, HAND_OVER_FIELDS, save, values={"notified": row["notified"]})

    def _next_day(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            on = values.get("carry_on")
            with self._desk.write() as session:
                service.next_day(
                    session, str(row["uid"]), note=str(values["note"]), on=on if isinstance(on, date) else None,
                    notified=str(values.get("notified") or ""),
                )  # fmt: skip
            self._desk.notice(translate("DutyLog", "{no} 转次日").format(no=row["no"]))

        title = translate("DutyLog", "转次日 {no}").format(no=row["no"])
        self.work.ask(row, title, NEXT_DAY_FIELDS, save, values={"notified": row["notified"]})

    def _add(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.add(session, str(row["uid"]), text=str(values["text"]))
            self._desk.notice(translate("DutyLog", "{no} 已追加").format(no=row["no"]))

        self.work.ask(row, translate("DutyLog", "追加 {no}").format(no=row["no"]), ADD_FIELDS, save)

    def _to_visitor(self, row: Row) -> None:
        room, caller, phone, channel = self._caller(row)
        here = {"name": caller, "phone": phone} if channel == "visit" else {"host_name": caller}
        self._desk.follow_requested.emit("visitors", {"host_room": room, **here}, str(row["uid"]))

    def _to_key(self, row: Row) -> None:
        room, caller, phone, _channel = self._caller(row)
        with self._desk.read() as session:
            values = key_loans.begun_for(session, room.id, caller, phone)
        self._desk.follow_requested.emit("key_loans", values, str(row["uid"]))

    def _to_slip(self, row: Row) -> None:
        room, caller, phone, _channel = self._caller(row)
        values = {"room": room, "applicant": caller, "phone": phone}
        self._desk.follow_requested.emit("release_slips", values, str(row["uid"]))

    def _caller(self, row: Row) -> tuple[Ref, str, str, str]:
        with self._desk.read() as session:
            return views.caller_of(session, str(row["uid"]))

    def _show_additions(self, row: Row) -> None:
        with self._desk.read() as session:
            found = views.additions(session, str(row["uid"]))
        lines = [f"{show_time(at)} {who} {step}: {text}" for at, who, step, text in found]
        title = translate("DutyLog", "{no} 的追加记录").format(no=row["no"])
        messages.tell(self.work.widget, title, "\n".join(lines) or translate("DutyLog", "还没有追加。"))


def _not_after_now(moment: datetime) -> datetime:
    """Return a typed minute: the running one is now, not its beginning."""
    now = clock.now()
    return now if moment.replace(second=0, microsecond=0) == now.replace(second=0, microsecond=0) else moment
