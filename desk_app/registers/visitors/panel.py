"""访客 on screen: what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.core import badges, clock, holidays
from desk_app.core.declare import Action, Field, FieldKind, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.visitors import paper, rules, service, views
from desk_app.registers.visitors.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.visitors.records import Visit

MAIN = Action("save", QT_TRANSLATE_NOOP("Visitors", "登记并发牌"), shortcut="Ctrl+S")
PRINT = Action("print_last", QT_TRANSLATE_NOOP("Visitors", "打印访客单"), "printer")
EXPECT = Action("expect", QT_TRANSLATE_NOOP("Visitors", "存为预约"), "calendar-clock")
MUSTER = Action("muster", QT_TRANSLATE_NOOP("Visitors", "在场人员"), "siren")
OUT_FIELDS = (
    Field("out_at", QT_TRANSLATE_NOOP("Visitors", "实际离开时间"), FieldKind.TIME, required=True),
    Field("badge_lost", QT_TRANSLATE_NOOP("Visitors", "访客牌没有收回(挂失)"), FieldKind.CHECK),
)
FORCE_FIELDS = (
    *OUT_FIELDS,
    Field("reason", QT_TRANSLATE_NOOP("Visitors", "强制签离原因"), required=True, span=2, limit=120),
)
ADMIT_FIELDS = (
    Field(
        "confirm",
        QT_TRANSLATE_NOOP("Visitors", "被访人确认"),
        FieldKind.CHOICE,
        required=True,
        choices=rules.CONFIRMS,
    ),
    Field("confirmed_by", QT_TRANSLATE_NOOP("Visitors", "确认人")),
    Field(
        "badge",
        QT_TRANSLATE_NOOP("Visitors", "访客牌"),
        FieldKind.BADGE,
        limit=20,
        suggest=views.suggest_badge,
    ),
)


class Panel:
    """The visitors' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("Visitors", "登记访客"),
            main=MAIN,
            save=self._save,
            saved_text=QT_TRANSLATE_NOOP("Visitors", "已登记"),
            correct=lambda session, uid, values, reasons, reason: service.correct(
                session, uid, values, reasons=reasons, reason=reason
            ),
            buttons=(PRINT, EXPECT),
            extra=(MUSTER,),
            fresh=self._fresh,
            handlers={
                "expect_list": lambda _row: self._expect_list(),
                "restrictions": lambda _row: self._restrictions(),
                "sign_out": self._sign_out,
                "sign_out_at": self._sign_out_at,
                "force_out": self._force_out,
                "admit": self._admit,
                "arrive": self._arrive,
                "refuse": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.refuse(s, str(row["uid"]), reason=why),
                    translate("Visitors", "登记拒访"), translate("Visitors", "已登记拒访"),
                ),
                "miss": lambda row: self.work.act(
                    lambda s: service.miss(s, str(row["uid"])), translate("Visitors", "已登记未到")
                ),
                "void": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.void(s, str(row["uid"]), reason=why),
                    translate("Visitors", "作废登记"), translate("Visitors", "已作废"),
                    tuple(translate("Visitors", text) for text in rules.VOID_REASONS),
                ),
                "print": self._print,
                "print_last": lambda _row: self.work.print_current(),
                "expect": lambda _row: self._expect(),
                "muster": lambda _row: self._muster(),
                "release": self._release,
            },
        )  # fmt: skip

        self.work.widget.form.boxes["expected_at"].edited.connect(self._hint)

    def _hint(self) -> None:
        """Say when a visit is expected on a day off, or in a year whose holidays are not known."""
        form = self.work.widget.form
        moment = form.known().get("expected_at")
        with self._desk.read() as session:
            form.set_hint(holidays.remark(session, moment) if isinstance(moment, datetime) else "")

    def _expect_list(self) -> None:
        from desk_app.registers.visitors.expected_dialog import ExpectedDialog

        ExpectedDialog(self.work.widget, self._desk).exec()

    def _restrictions(self) -> None:
        from desk_app.registers.visitors.restricted_dialog import RestrictedDialog

        RestrictedDialog(self.work.widget, self._desk).exec()

    def give_back(self, badge: str) -> None:
        """Sign out whoever holds a badge (Ctrl+B)."""
        self._leave(lambda session: service.sign_out_by_badge(session, badge))

    def _fresh(self) -> Mapping[str, object]:
        with self._desk.read() as session:
            stock = badges.free(session, "visitor")
        return {"badge": stock[0] if stock else ""}

    def _save(self, session: Session, values: Mapping[str, object], reasons: Mapping[str, str]) -> Visit:
        if values.get("uid"):
            return service.arrive(session, str(values["uid"]), values, reasons)
        return service.register(session, values, reasons)

    def _expect(self) -> None:
        self.work.save_as(
            lambda session, values, _reasons: service.expect(session, values),
            QT_TRANSLATE_NOOP("Visitors", "已存为预约"),
        )

    def _arrive(self, row: Row) -> None:
        """Put what is known of an expected visitor into the form: the save then registers the arrival."""
        said = translate("Visitors", "预约 {no} 到访").format(no=row["no"])
        self.work.content.take_up(str(row["uid"]), said, "confirm", self._fresh())

    def _sign_out(self, row: Row) -> None:
        self._leave(lambda session: service.sign_out(session, str(row["uid"])))

    def _leave(self, verb: Callable[[Session], service.Leaving]) -> None:
        left: list[service.Leaving] = []

        def said() -> str:
            visit = left[0].visit
            return translate("Visitors", "{no} {name} 已签离").format(
                no=visit.no, name=views.shown_name(visit)
            )

        if self.work.act(lambda session: left.append(verb(session)), said) and left[0].left_with:
            self._compare(left[0])

    def _compare(self, leaving: service.Leaving) -> None:
        things = listed(leaving.left_with)
        title = translate("Visitors", "来访时携带:{things}").format(things=things)
        if leaving.needs_slip:
            text = translate("Visitors", "请与带出的物品核对。大件带出须办放行条。")
            answers = (translate("Visitors", "带出,开放行条"), translate("Visitors", "已核对,没有大件带出"))
            if messages.ask(self.work.widget, title, text, answers) == 0:
                self._release({"uid": leaving.visit.uid})
        else:
            messages.tell(self.work.widget, title, translate("Visitors", "请与带出的物品核对。"))

    def _release(self, row: Row) -> None:
        from desk_app.registers.release_slips.service import from_visit

        made: list[object] = []
        uid = str(row["uid"])
        if self.work.act(lambda s: made.append(from_visit(s, uid)), translate("Visitors", "已起草放行条")):
            self._desk.open_requested.emit("release_slips", str(getattr(made[0], "uid", "")))

    def _sign_out_at(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.sign_out(
                    session, str(row["uid"]), at=_time(values), badge_lost=bool(values.get("badge_lost"))
                )
            self._desk.notice(translate("Visitors", "{no} 已补签离").format(no=row["no"]))

        self.work.ask(row, translate("Visitors", "补签离"), OUT_FIELDS, save, values={"out_at": clock.now()})

    def _force_out(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.force_out(
                    session, str(row["uid"]), reason=str(values["reason"]),
                    at=_time(values), badge_lost=bool(values.get("badge_lost")),
                )  # fmt: skip
            self._desk.notice(translate("Visitors", "{no} 已强制签离").format(no=row["no"]))

        self.work.ask(
            row, translate("Visitors", "强制签离"), FORCE_FIELDS, save, values={"out_at": clock.now()}
        )

    def _admit(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                visit = service.admit(
                    session, str(row["uid"]), confirm=str(values["confirm"]),
                    confirmed_by=str(values.get("confirmed_by") or ""), badge=str(values.get("badge") or ""),
                )  # fmt: skip
            self._desk.notice(f"{visit.no} {translate('Visitors', rules.STATE_LABELS[visit.state])}")

        self.work.ask(row, translate("Visitors", "被访人确认"), ADMIT_FIELDS, save, values=self._fresh())

    def _print(self, row: Row) -> None:
        uid = str(row["uid"])
        printing.print_record(
            self._desk, self.work.widget, entity="visit", uid=uid, no=str(row["no"]), form_key="visitor_slip",
            values=lambda session: paper.slip_values(session, service.find(session, uid)), void=row["state"] == "void",
        )  # fmt: skip

    def _muster(self) -> None:
        self._desk.muster_requested.emit()


def _time(values: Mapping[str, object]) -> datetime | None:
    moment = values.get("out_at")
    return moment if isinstance(moment, datetime) else None
