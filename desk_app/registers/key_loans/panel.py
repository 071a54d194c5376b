"""钥匙借还 on screen: the form that knows whose consent it needs, and what is done to a loan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desk_app.core import clock
from desk_app.core.declare import Action, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.key_loans import asks, facts, lookups, paper, returning, service, views
from desk_app.registers.key_loans.register import CONSENT, REGISTER
from desk_app.registers.key_loans.story import StoryDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.key_loans.records import KeyLoan

Values = Mapping[str, object]
MAIN = Action("save", QT_TRANSLATE_NOOP("KeyLoans", "登记并打印"), shortcut="Ctrl+S")
WATCHED = ("key", "keys", "kind", "standing", "borrower", "phone", "org", "due_at")
STILL_OUT = Action("still_out", QT_TRANSLATE_NOOP("KeyLoans", "未还清单"), "printer")
BY_KIND = {
    "purpose": ("loan",), "due_at": ("loan", "collect"), "receipt_no": ("collect", "hand_over"),
    "inspection": ("hand_over", "retain"), "agrees": ("hand_over", "retain"), "authority": ("hand_over", "retain"),
}  # fmt: skip
BY_NEED = {
    "gc": "gc",
    "gc_how": "gc",
    "owner_phone": "owner",
    "owner_by": "owner",
    "kz": "kz",
    "kz_how": "kz",
    "ab": "ab",
}


class Panel:
    """The key loans' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._preset_due: datetime | None = None
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("KeyLoans", "借还钥匙"),
            main=MAIN,
            save=self._save,
            saved_text=QT_TRANSLATE_NOOP("KeyLoans", "已登记"),
            saved=self._after_save,
            fresh=self._fresh,
            extra=(STILL_OUT,),
            handlers={
                "give_back": self._give_back,
                "chase": self._chase,
                "extend": self._extend,
                "lose": self._lose,
                "relock": self._relock,
                "replace": self._replace,
                "found": self._found,
                "collect": lambda row: self._start_from(row, "collect"),
                "retain": lambda row: self._start_from(row, "retain"),
                "copy": lambda row: self._start_from(row, ""),
                "borrower": self._show_borrower,
                "key_story": self._show_key,
                "print": lambda row: self._print(str(row["uid"])),
                "void": self._void,
                "still_out": lambda _row: self._print_still_out(),
            },
        )
        # in a turn of its own: the letter is on the screen by then, and a form filled at once asks once
        self._soon = QTimer(self.work.widget, interval=0, singleShot=True)
        self._soon.timeout.connect(self._advise)
        form = self.work.widget.form
        for key in WATCHED:
            form.boxes[key].edited.connect(self._soon.start)
            form.boxes[key].filled.connect(lambda _fills: self._soon.start())
        form.shown.connect(self._soon.start)
        form.boxes["key"].edited.connect(self._renew_due)
        form.boxes["key"].filled.connect(lambda _fills: self._renew_due())
        self._advise()

    def take_code(self, code: str) -> bool:
        """Take a scanned tag or hook: into the form, or, when the key is out, offer its return."""
        with self._desk.read() as session:
            found = lookups.scanned(session, code)
        if found is None:
            return False
        hook, loan_uid = found
        if loan_uid:
            self.work.show_record(loan_uid)
            row = self.work.widget.table.current_row()
            if row is not None and row["uid"] == loan_uid:
                self._give_back(row)
            return True
        boxes = self.work.widget.form.boxes
        raw = boxes["keys"].raw()
        lines = [line for line in raw if isinstance(line, dict)] if isinstance(raw, list) else []
        if boxes["key"].is_empty():
            boxes["key"].set_value(hook)
            boxes["key"].edited.emit()
        elif hook not in {str(boxes["key"].raw()), *(str(line.get("code") or "") for line in lines)}:
            boxes["keys"].set_raw([*lines, {"code": hook, "pieces": ""}])
            boxes["keys"].edited.emit()
        return True

    def _fresh(self) -> Values:
        with self._desk.read() as session:
            self._preset_due = facts.default_due(session)
        return {"due_at": self._preset_due}

    def _renew_due(self) -> None:
        """Preset the due time anew when a loan begins: the form may have stood empty since the morning."""
        box = self.work.widget.form.boxes["due_at"]
        if _shown(box.value()) == _shown(self._preset_due):
            box.set_value(self._fresh()["due_at"])

    def _save(self, session: Session, values: Values, reasons: Mapping[str, str]) -> KeyLoan:
        return service.lend(
            session, values, self._desk.archive, lambda form: printing.renderer(self._desk, form), reasons
        )

    def _after_save(self, loan: KeyLoan) -> None:
        """Tell what goes with the keys, then print; what the owner leaves behind has a receipt of its own."""
        if loan.instructions and loan.kind in ("loan", "collect"):
            title = translate("KeyLoans", "交钥匙前请当面告知")
            messages.tell(self.work.widget, title, loan.instructions)
        with self._desk.read() as session:
            slips = lookups.papers_of(session, loan.uid)
        for uid in slips:
            self._print(uid)

    def _advise(self) -> None:
        """Show the fields this movement needs, whose consent is asked, what to tell, what he has out already."""
        form = self.work.widget.form
        known = form.known()
        with self._desk.read() as session:
            said = lookups.advice(session, known)
        kind, standing = str(known.get("kind") or "loan"), known.get("standing")
        for key, kinds in BY_KIND.items():
            wanted = kind in kinds and (key != "authority" or standing == "trustee")
            form.show_field(key, wanted)
        for key, need in BY_NEED.items():
            form.show_field(key, need in said.needs)
        form.show_group(CONSENT, bool(said.needs))
        form.set_hint(" · ".join(filter(None, said.hints)))
        form.set_warning("\n".join(said.told))

    def _give_back(self, row: Row) -> None:
        uid = str(row["uid"])
        with self._desk.read() as session:
            lines = lookups.still_out(session, uid)
        if not lines:
            self._desk.notice(translate("KeyLoans", "{no} 没有未还的钥匙。").format(no=row["no"]), "due")
            return

        def save(values: Values, reasons: Mapping[str, str]) -> None:
            given = values.get("lines")
            with self._desk.write() as session:
                loan = returning.give_back(
                    session, uid, by_name=str(values.get("by_name") or ""),
                    lines=given if isinstance(given, list) else (), locked=bool(values.get("locked")),
                    note=str(values.get("note") or ""), reasons=reasons,
                )  # fmt: skip
                left = loan.left
            said = translate("KeyLoans", "{no} 已销项") if not left else translate("KeyLoans", "{no} 已还一部分,还差 {left} 把")  # fmt: skip
            self._desk.notice(said.format(no=row["no"], left=left), "done" if not left else "due")

        start = {"by_name": row["borrower"], "lines": lines}
        title = translate("KeyLoans", "归还 {codes}").format(codes=row["codes"])
        self.work.ask(row, title, asks.RETURN, save, values=start)

    def _chase(self, row: Row) -> None:
        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.chase(
                    session, str(row["uid"]), called=str(values.get("called") or ""),
                    said=str(values.get("said") or ""), reported=str(values.get("reported") or ""),
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 已登记催还").format(no=row["no"]))

        shown: list[str] = []
        said = translate("KeyLoans", "电话已显示,已记入访问日志")
        if not self.work.act(lambda s: shown.append(service.phone_to_call(s, str(row["uid"]))), said):
            return
        phone = shown[0]
        self._desk.revealed.emit((phone,))
        title = translate("KeyLoans", "催还 {codes}").format(codes=row["codes"])
        self.work.ask(row, f"{title} · {phone}", asks.CHASE, save, values={"called": row["borrower"]})

    def _extend(self, row: Row) -> None:
        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.extend(
                    session, str(row["uid"]), due_at=_moment(values.get("due_at")), kz=values.get("kz"),
                    how=str(values.get("kz_how") or ""),
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 已续借").format(no=row["no"]))

        start = {"due_at": row["due_at"]}
        title = translate("KeyLoans", "续借 {codes}").format(codes=row["codes"])
        self.work.ask(row, title, asks.EXTEND, save, values=start)

    def _lose(self, row: Row) -> None:
        uid = str(row["uid"])
        with self._desk.read() as session:
            codes = [str(line["code"]) for line in lookups.still_out(session, uid)]

        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                returning.lose(
                    session, uid, code=_code(values, codes), answerable=str(values.get("answerable") or ""),
                    at=_moment(values.get("at")), note=str(values.get("note") or ""),
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 已报失,请尽快换锁").format(no=row["no"]), "due")

        start = {"answerable": row["borrower"], "at": clock.now()}
        title = translate("KeyLoans", "登记遗失 {no}").format(no=row["no"])
        self.work.ask(row, title, (*asks.which(codes), *asks.LOSE), save, values=start)

    def _relock(self, row: Row) -> None:
        uid, codes = str(row["uid"]), self._lost(row, relocked=False)
        useless: list[str] = []

        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            approver, cost = values.get("approver"), values.get("cost")
            useless.clear()
            with self._desk.write() as session:
                useless.extend(
                    returning.relock(
                        session, uid, code=_code(values, codes), at=_moment(values.get("at")),
                        cost=cost if isinstance(cost, int) else 0, paid_by=str(values.get("paid_by") or ""),
                        approver_id=approver.id if isinstance(approver, Ref) else None,
                    )
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 已登记换锁").format(no=row["no"]))

        fields = (*asks.which(codes), *asks.RELOCK)
        title = translate("KeyLoans", "换锁 {no}").format(no=row["no"])
        if codes and self.work.ask(row, title, fields, save, values={"at": clock.now()}) and useless:
            text = translate("KeyLoans", "同一把锁的其他钥匙也已失效:{codes}。请在钥匙清单登记换锁。")
            messages.tell(
                self.work.widget, translate("KeyLoans", "还有旧钥匙"), text.format(codes=listed(useless))
            )

    def _replace(self, row: Row) -> None:
        uid, codes = str(row["uid"]), self._lost(row)

        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            pieces = values.get("pieces")
            with self._desk.write() as session:
                returning.replace(
                    session, uid, code=_code(values, codes), pieces=pieces if isinstance(pieces, int) else 0,
                    note=str(values.get("note") or ""),
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 新钥匙已挂回,请打印新标签").format(no=row["no"]))

        if codes:
            title = translate("KeyLoans", "补配 {no}").format(no=row["no"])
            self.work.ask(row, title, (*asks.which(codes), *asks.REPLACE), save)

    def _found(self, row: Row) -> None:
        uid, codes = str(row["uid"]), self._lost(row, relocked=False)

        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                returning.found(session, uid, code=_code(values, codes), note=str(values.get("note") or ""))
            self._desk.notice(translate("KeyLoans", "{no} 已找回,挂回原位").format(no=row["no"]))

        if codes:
            title = translate("KeyLoans", "找回 {no}").format(no=row["no"])
            self.work.ask(row, title, (*asks.which(codes), *asks.FOUND), save)

    def _lost(self, row: Row, *, relocked: bool | None = None) -> list[str]:
        """Return the lost keys of a loan a step is possible for; says so when there is none."""
        with self._desk.read() as session:
            codes, lack = lookups.lost_codes(session, str(row["uid"]), relocked=relocked)
        if not codes:
            text = lack or translate("KeyLoans", "这一单没有待处理的遗失钥匙。")
            messages.tell(self.work.widget, translate("Work", "没有办成"), text)
        return codes

    def _start_from(self, row: Row, kind: str) -> None:
        """Start a movement that takes over what another one says: a collection, a receipt, a copy."""
        with self._desk.read() as session:
            known = dict(views.to_copy(session, str(row["uid"])))
        if kind == "collect":
            known |= {
                "receipt_no": "",
                "borrower": "",
                "phone": "",
                "org": "",
                "standing": "works",
                "id_kind": "",
            }
        if kind == "retain":
            known |= {"key": "", "pieces": None, "keys": []}
        form = self.work.widget.form
        form.clear(focus=False)
        form.set_values(known | ({"kind": kind} if kind else {}))
        form.focus_field("receipt_no" if kind == "collect" else "key")

    def _show_borrower(self, row: Row) -> None:
        with self._desk.read() as session:
            entries = lookups.story_of_borrower(session, str(row["uid"]))
        self._story(translate("KeyLoans", "{name} 的借用记录").format(name=row["borrower"]), entries)

    def _show_key(self, row: Row) -> None:
        with self._desk.read() as session:
            keys = lookups.keys_of(session, str(row["uid"]))
            picked = keys[0] if keys else ("", "")
        if len(keys) > 1:
            question = translate("KeyLoans", "看哪一把的流水?")
            answers = [code for code, _uid in keys]
            picked = keys[messages.ask(self.work.widget, question, "", answers)]
        with self._desk.read() as session:
            entries = lookups.story_of_key(session, picked[1])
        self._story(translate("KeyLoans", "{code} 的流水").format(code=picked[0]), entries)

    def _story(self, title: str, entries: list[lookups.Entry]) -> None:
        dialog = StoryDialog(self.work.widget, title, entries)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen:
            self.work.show_record(chosen)

    def _void(self, row: Row) -> None:
        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            approver = values.get("approver")
            with self._desk.write() as session:
                service.void(
                    session, str(row["uid"]), reason=str(values["reason"]),
                    approver_id=approver.id if isinstance(approver, Ref) else None,
                    note=str(values.get("note") or ""), copies_back=bool(values.get("copies_back")),
                )  # fmt: skip
            self._desk.notice(translate("KeyLoans", "{no} 已作废,钥匙已挂回").format(no=row["no"]))

        self.work.ask(row, translate("KeyLoans", "作废 {no}").format(no=row["no"]), asks.VOID, save)

    def _print_still_out(self) -> None:
        """Show what is still out, ready to print (当日钥匙未还)."""
        with self._desk.read() as session:
            maker = self._desk.actor.name if self._desk.actor else ""
            pdf = paper.still_out(session, views.handover(session), maker)
        title = translate("KeyLoans", "钥匙未还清单")
        printing.show_list(self._desk, self.work.widget, pdf, title, entity="key_loans")

    def _print(self, uid: str) -> None:
        printing.show_copy(
            self._desk, self.work.widget, lambda session: service.reprint(session, uid, self._desk.archive)
        )


def _shown(value: object) -> object:
    """Return a time as an input holds it: to the minute."""
    return value.replace(second=0, microsecond=0) if isinstance(value, datetime) else None


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _code(values: Values, codes: list[str]) -> str:
    return str(values.get("code") or (codes[0] if codes else ""))
