"""上门人员 on screen: what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.core import badges, clock
from desk_app.core.declare import Action, Field, FieldKind, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.kit.text import show_time
from desk_app.registers.contractors import paper, rules, service, views
from desk_app.registers.contractors.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

MAIN = Action("save", QT_TRANSLATE_NOOP("Contractors", "登记进场"), shortcut="Ctrl+S")
PRINT = Action("print_last", QT_TRANSLATE_NOOP("Contractors", "打印作业单"), "printer")
MUSTER = Action("muster", QT_TRANSLATE_NOOP("Contractors", "在场人员"), "siren")
CALL_FIELDS = (
    Field(
        "way",
        QT_TRANSLATE_NOOP("Contractors", "确认方式"),
        FieldKind.CHOICE,
        required=True,
        choices=rules.WAYS,
        default="intercom",
    ),
    Field("who", QT_TRANSLATE_NOOP("Contractors", "应答人"), required=True),
    Field("situation", QT_TRANSLATE_NOOP("Contractors", "情况"), span=2, limit=200),
    Field("abnormal", QT_TRANSLATE_NOOP("Contractors", "异常(没有就空着)"), span=2, limit=200),
)
LEAVE_FIELDS = (
    Field("out_at", QT_TRANSLATE_NOOP("Contractors", "实际离开时间"), FieldKind.TIME, required=True),
    Field("confirmed_by", QT_TRANSLATE_NOOP("Contractors", "业户确认离开(谁)")),
    Field("badge_lost", QT_TRANSLATE_NOOP("Contractors", "胸牌没有收回(挂失)"), FieldKind.CHECK),
)


class Panel:
    """The contractors' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("Contractors", "登记上门人员"),
            main=MAIN,
            save=lambda session, values, reasons: service.enter(session, values, reasons),
            saved_text=QT_TRANSLATE_NOOP("Contractors", "已登记进场"),
            saved=self._warn,
            correct=lambda session, uid, values, reasons, reason: service.correct(
                session, uid, values, reasons=reasons, reason=reason
            ),
            buttons=(PRINT,),
            extra=(MUSTER,),
            fresh=self._fresh,
            handlers={
                "confirm_call": self._confirm,
                "no_answer": lambda row: self.work.act(
                    lambda s: service.no_answer(s, str(row["uid"])), translate("Contractors", "已记无人应答")
                ),
                "leave": self._leave,
                "leave_at": self._leave_at,
                "calls": self._show_calls,
                "print": self._print,
                "print_last": self._print,
                "muster": lambda _row: self._desk.muster_requested.emit(),
                "release": self._release,
                "hot_work": self._hot_work,
                "void": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.void(s, str(row["uid"]), reason=why),
                    translate("Contractors", "作废登记"), translate("Contractors", "已作废"),
                ),
            },
        )  # fmt: skip

    def _print(self, row: Row) -> None:
        uid = str(row["uid"])
        printing.print_record(
            self._desk, self.work.widget, entity="contractor", uid=uid, no=str(row["no"]), form_key=paper.FORM,
            values=lambda session: paper.slip_values(session, service.find(session, uid)), void=row["state"] == "void",
        )  # fmt: skip

    def _fresh(self) -> Mapping[str, object]:
        with self._desk.read() as session:
            stock = badges.free(session, "contractor")
        return {"badge": stock[0] if stock else ""}

    def _warn(self, stay: object) -> None:
        """Say what must be approved elsewhere: hot work, cutting water or power, plant rooms."""
        sentence = rules.warning(vars(stay))
        if sentence:
            messages.tell(self.work.widget, translate("Contractors", "须另行审批"), sentence)

    def _release(self, row: Row) -> None:
        from desk_app.registers.release_slips.service import from_contractor

        made: list[str] = []
        said = translate("Contractors", "已起草放行条")
        if self.work.act(lambda s: made.append(from_contractor(s, str(row["uid"])).uid), said):
            self._desk.open_requested.emit("release_slips", made[0])

    def _hot_work(self, row: Row) -> None:
        """Open the hot-work form with what is known of the contractor; its save links both."""
        with self._desk.read() as session:
            seen = views.values(session, str(row["uid"]))
        values = {
            "room": seen["host_room"], "org": seen["org"] or seen["name"], "site_lead": seen["name"],
            "phone": seen["phone"], "work": seen["service"],
        }  # fmt: skip
        self._desk.follow_requested.emit("hot_work_permits", values, str(row["uid"]))

    def _confirm(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                call = service.confirm_call(
                    session, str(row["uid"]), way=str(values["way"]), who=str(values["who"]),
                    situation=str(values.get("situation") or ""), abnormal=str(values.get("abnormal") or ""),
                )  # fmt: skip
            self._desk.notice(
                translate("Contractors", "{no} 已确认,{who}").format(no=row["no"], who=call.who)
            )

        title = translate("Contractors", "定时确认 {name}").format(name=row["name"])
        self.work.ask(row, title, CALL_FIELDS, save, values={"who": row.get("host_name")})

    def give_back(self, badge: str) -> None:
        """Note that whoever holds a badge left (Ctrl+B)."""
        self._leave_by(lambda session: service.leave_by_badge(session, badge))

    def _leave(self, row: Row) -> None:
        self._leave_by(lambda session: service.leave(session, str(row["uid"])))

    def _leave_by(self, verb: Callable[[Session], service.Leaving]) -> None:
        left: list[service.Leaving] = []

        def said() -> str:
            stay = left[0].contractor
            return translate("Contractors", "{no} {name} 已离开").format(no=stay.no, name=stay.name)

        if self.work.act(lambda session: left.append(verb(session)), said) and left[0].left_with:
            things = translate("Contractors", "进场时带入:{things}").format(things=listed(left[0].left_with))
            rest = translate("Contractors", "请与带出的物品核对;多出的物品须办放行条。")
            messages.tell(self.work.widget, things, rest)

    def _leave_at(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            moment = values.get("out_at")
            with self._desk.write() as session:
                service.leave(
                    session, str(row["uid"]), at=moment if isinstance(moment, datetime) else None,
                    confirmed_by=str(values.get("confirmed_by") or ""), badge_lost=bool(values.get("badge_lost")),
                )  # fmt: skip
            self._desk.notice(translate("Contractors", "{no} 已补登离开").format(no=row["no"]))

        self.work.ask(
            row, translate("Contractors", "补登离开"), LEAVE_FIELDS, save, values={"out_at": clock.now()}
        )

    def _show_calls(self, row: Row) -> None:
        with self._desk.read() as session:
            calls = views.calls(session, str(row["uid"]))
        lines = [
            " · ".join(
                filter(
                    None,
                    (
                        show_time(c.done_at),
                        c.who or translate("Contractors", "无人应答"),
                        c.situation,
                        c.abnormal,
                    ),
                )
            )
            for c in calls
        ]
        title = translate("Contractors", "{no} 的确认记录").format(no=row["no"])
        messages.tell(self.work.widget, title, "\n".join(lines) or translate("Contractors", "还没有确认过。"))
