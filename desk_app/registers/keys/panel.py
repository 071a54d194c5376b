"""钥匙清单 on screen: the list, the cabinet's picture above it, and what its buttons do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from desk_app.core import clock
from desk_app.core.declare import Action, Choice, Ref, Row
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.kit import form_dialog, messages, printing, theme
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.kit.text import plain_label
from desk_app.registers.keys import asks, lookup, paper, rules, service, views
from desk_app.registers.keys.cabinet import CabinetView
from desk_app.registers.keys.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.registers.keys.records import Key

MAIN = Action("save", QT_TRANSLATE_NOOP("Keys", "登记钥匙"), shortcut="Ctrl+S")
CABINET = Action("cabinet", QT_TRANSLATE_NOOP("Keys", "钥匙柜"), "key-round")
LABELS = Action("labels", QT_TRANSLATE_NOOP("Keys", "标签…"), "scan-barcode")
CODES = Action("codes", QT_TRANSLATE_NOOP("Keys", "代码表"), "printer")
MOST_SKIPPED = 23
LOANS = "key_loans"
"""The register that lends and takes back: keys only know its name."""
SHOWN = "keys/cabinet_shown"


class Panel:
    """The keys' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("Keys", "登记钥匙"),
            main=MAIN,
            save=lambda session, values, reasons: service.add(session, values, reasons),
            saved_text=QT_TRANSLATE_NOOP("Keys", "已登记"),
            saved=self._tell_tag,
            correct=lambda session, uid, values, reasons, reason: service.correct(
                session, uid, values, reasons=reasons, reason=reason
            ),
            extra=(CABINET, LABELS, CODES),
            fresh=self._fresh,
            handlers={
                "cabinet": lambda _row: self._toggle_cabinet(),
                "labels": self._print_labels,
                "codes": lambda _row: self._print_codes(),
                "import": lambda _row: self._import(),
                "lend": self._lend,
                "loan": self._show_loan,
                "instruct": self._instruct,
                "end_instruction": self._end_instruction,
                "report_lost": self._report_lost,
                "found": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.found(s, str(row["uid"]), note=why),
                    translate("Keys", "在哪里、由谁找回"), translate("Keys", "已找回,挂回原位"),
                ),
                "lock_changed": self._lock_changed,
                "replaced": self._replaced,
                "damaged": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.damaged(s, str(row["uid"]), note=why),
                    translate("Keys", "哪里损坏"), translate("Keys", "已报损"),
                ),
                "repaired": lambda row: self.work.act(
                    lambda s: service.repaired(s, str(row["uid"])), translate("Keys", "已修复,挂回原位")
                ),
                "custody": self._print_custody,
                "retire": self._retire,
                "correct_names": self._correct_names,
            },
        )  # fmt: skip
        self._add_cabinet()
        for key in ("kind", "place"):
            self.work.widget.form.boxes[key].edited.connect(self._hint)
            self.work.widget.form.boxes[key].filled.connect(lambda _fills: self._hint())

    def print_current(self) -> None:
        """Print the chosen key's agreement (Ctrl+P)."""
        row = self.work.widget.table.current_row()
        if row is not None:
            self._print_custody(row)

    def _import(self) -> None:
        from desk_app.registers.keys.import_dialog import KeysImportDialog

        KeysImportDialog(self.work.widget, self._desk).exec()

    def _fresh(self) -> Mapping[str, object]:
        """Preset who keeps keys: whoever kept the last one that was registered."""
        with self._desk.read() as session:
            keeper = views.last_keeper(session)
        return {"keeper": keeper} if keeper else {}

    def _tell_tag(self, key: Key) -> None:
        text = translate("Keys", "{code} 已登记,标签码 {tag}").format(code=key.code, tag=key.tag)
        self._desk.notice(text)

    def _hint(self) -> None:
        """Say what else hangs for the room, and that an owner's key needs his consent."""
        form = self.work.widget.form
        known = form.known()
        hints = []
        place = known.get("place")
        if isinstance(place, Ref) and place.id:
            with self._desk.read() as session:
                others = views.codes_of_room(session, place.id)
            if others:
                hints.append(translate("Keys", "此房已有 {codes}").format(codes=listed(others)))
        if known.get("kind") in rules.OWNERS_KINDS:
            hints.append(translate("Keys", "须填「业主同意」"))
        form.set_hint(" · ".join(hints))

    def _add_cabinet(self) -> None:
        """Put the picture between chips and list; whether it is shown is remembered."""
        table = self.work.widget.table
        self.cabinet = CabinetView(REGISTER)
        self.cabinet.setMinimumHeight(theme.px(84))
        self.cabinet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        card = table.parentWidget()
        column = card.layout() if card else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(table), self.cabinet)
        self.details = plain_label("", "muted")
        self.details.setObjectName("key_details")
        self.details.setWordWrap(True)
        self.details.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        self.details.setMinimumHeight(theme.px(36))
        column.addWidget(self.details)
        self.cabinet.chosen.connect(self._on_hook)
        self.cabinet.free_chosen.connect(self._on_free_hook)
        table.row_changed.connect(self._on_row)
        self.work.widget.refilled.connect(self._refill_cabinet)
        self._show_cabinet(self._desk.prefs.value(SHOWN, "") == "1")

    def _toggle_cabinet(self) -> None:
        shown = self.cabinet.isHidden()
        self._desk.prefs.setValue(SHOWN, "1" if shown else "")
        self._show_cabinet(shown)
        if shown:
            self.cabinet.setFocus()

    def _show_cabinet(self, shown: bool) -> None:
        button = self.work.widget.findChild(QPushButton, CABINET.key)
        if button is not None:
            button.setCheckable(True)
            button.setChecked(shown)
        self.cabinet.setHidden(not shown)
        self._refill_cabinet()

    def _refill_cabinet(self) -> None:
        self._tell_details()
        if self.cabinet.isHidden():
            return
        with self._desk.read() as session:
            self.cabinet.show_cabinets(views.cabinets(session))
        half = self.work.widget.height() * 45 // 100  # the list under the picture keeps a few rows
        self.cabinet.setMaximumHeight(max(theme.px(120), min(half, self.cabinet.sizeHint().height())))
        self.cabinet.show_record(self.work.widget.table.current_id())

    def _on_row(self, row: Row | None) -> None:
        """Let picture and details follow the list."""
        if row is not None and not self.cabinet.isHidden():
            self.cabinet.show_record(int(str(row["id"])))
        self._tell_details()

    def _tell_details(self) -> None:
        row = self.work.widget.table.current_row()
        if row is None:
            self.details.setText(translate("Keys", "选一把钥匙,这里显示标签码、保管人和须知。"))
            return
        with self._desk.read() as session:
            told = views.details(session, str(row["uid"]))
        self.details.setText(told)

    def _on_hook(self, record: int) -> None:
        """Select the key of a hook in the list."""
        self.work.widget.show_record(record)

    def _on_free_hook(self, code: str) -> None:
        """Offer an empty hook to a new key."""
        form = self.work.widget.form
        box = form.boxes["code"]
        if box.is_empty():
            box.set_value(code)
            box.edited.emit()
            form.focus_after("code")
        else:
            self._desk.notice(translate("Keys", "{code} 是空位").format(code=code))

    def _lend(self, row: Row) -> None:
        """Go to the loans' form with this key in it; the loan is linked with the key when it is saved."""
        self._desk.follow_requested.emit(LOANS, {"key": str(row["no"])}, str(row["uid"]))

    def _show_loan(self, row: Row) -> None:
        """Show on which loan a key is out."""
        if row["loan_uid"]:
            self._desk.open_requested.emit(LOANS, str(row["loan_uid"]))

    def _instruct(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            until = values.get("valid_until")
            with self._desk.write() as session:
                service.instruct(
                    session, uid, text=str(values["text"]), by=str(values.get("by") or ""),
                    valid_until=until if isinstance(until, date) else None,
                    whole_room=bool(values.get("whole_room")),
                )  # fmt: skip
            self._desk.notice(translate("Keys", "{code} 须知已登记,取钥匙时提示").format(code=row["no"]))

        self.work.ask(row, translate("Keys", "{code} 的须知").format(code=row["no"]), asks.INSTRUCT, save)

    def _end_instruction(self, row: Row) -> None:
        with self._desk.read() as session:
            said = [Choice(one.uid, one.text) for one in lookup.instructions(session, str(row["uid"]))]
        if not said:
            self._desk.notice(translate("Keys", "{code} 现在没有须知").format(code=row["no"]), "due")
            return

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.end_instruction(session, str(values["note"]))
            self._desk.notice(translate("Keys", "须知已撤销"))

        field = replace(asks.END_NOTE, choices=tuple(said), default=said[0].key)
        self.work.ask(row, translate("Keys", "撤销须知"), (field,), save)

    def _report_lost(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.report_lost(
                    session, uid, by=str(values["lost_by"]), at=_moment(values.get("lost_at")),
                    note=str(values.get("lost_note") or ""),
                )  # fmt: skip

        title = translate("Keys", "{code} 报失").format(code=row["no"])
        if self.work.ask(row, title, asks.LOST, save, values={"lost_at": clock.now()}):
            if row["kind"] in rules.MUST_RELOCK:
                text = translate("Keys", "请立即报告经理并安排换锁;换锁后登记「换锁」和「补配」。")
                messages.tell(
                    self.work.widget, translate("Keys", "{code} 已报失").format(code=row["no"]), text
                )
            else:
                self._desk.notice(translate("Keys", "{code} 已报失").format(code=row["no"]), "due")

    def _lock_changed(self, row: Row) -> None:
        uid = str(row["uid"])
        useless: list[str] = []

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            cost = values.get("cost")
            with self._desk.write() as session:
                key = service.lock_changed(
                    session, uid, at=_moment(values.get("relocked_at")), paid_by=str(values.get("paid_by") or ""),
                    cost=cost if isinstance(cost, int) else 0, approver_id=_id(values["approver"]),
                )  # fmt: skip
                useless.extend(other.code for other in lookup.same_lock(session, key))
            self._desk.notice(translate("Keys", "{code} 已登记换锁,等新钥匙").format(code=row["no"]))

        title = translate("Keys", "{code} 登记换锁").format(code=row["no"])
        if self.work.ask(row, title, asks.RELOCK, save, values={"relocked_at": clock.now()}) and useless:
            text = translate("Keys", "同一把锁的 {codes} 也打不开了,请逐一登记换锁或注销。")
            messages.tell(
                self.work.widget, translate("Keys", "还有同锁的钥匙"), text.format(codes=listed(useless))
            )

    def _replaced(self, row: Row) -> None:
        made: list[Key] = []

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            made.clear()
            pieces = values["pieces"]
            with self._desk.write() as session:
                made.append(
                    service.replaced(
                        session, str(row["uid"]), pieces=pieces if isinstance(pieces, int) else 0,
                        note=str(values.get("note") or ""),
                    )
                )  # fmt: skip
            text = translate("Keys", "{code} 新钥匙已入柜,标签码 {tag},请换标签")
            self._desk.notice(text.format(code=made[0].code, tag=made[0].tag))

        title = translate("Keys", "{code} 补配").format(code=row["no"])
        self.work.ask(row, title, asks.REPLACE, save, values={"pieces": row["pieces"]})

    def _retire(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.retire(
                    session,
                    str(row["uid"]),
                    reason=str(values["reason"]),
                    approver_id=_id(values["approver"]),
                )
            self._desk.notice(translate("Keys", "{code} 已注销,位置空出").format(code=row["no"]))

        self.work.ask(row, translate("Keys", "注销 {code}").format(code=row["no"]), asks.RETIRE, save)

    def _correct_names(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.correct_names(session, uid, **{key: str(text or "") for key, text in values.items()})
            self._desk.notice(translate("Keys", "{code} 的人名已更正").format(code=row["no"]))

        with self._desk.read() as session:
            key = service.find(session, uid)
            known = {name: getattr(key, name) for name in ("holder_name", "consent_by", "lost_by")}
        title = translate("Keys", "更正人名 {code}").format(code=row["no"])
        self.work.ask(row, title, asks.NAMES, save, values=known)

    def _print_custody(self, row: Row) -> None:
        """Print the agreement about an owner's key, archived when first printed."""
        render = printing.renderer(self._desk, paper.CUSTODY)
        try:
            with self._desk.write() as session:
                agreed = service.custody(session, str(row["uid"]), self._desk.archive, render)
        except (RuleError, KnownError) as error:
            messages.tell(self.work.widget, translate("Keys", "没有打印"), error.text)
            return
        printing.show_paper(self._desk, self.work.widget, agreed)

    def _print_labels(self, row: Row) -> None:
        """Ask which keys and how many labels of the sheet are gone, and show the sheet."""
        asked: dict[str, object] = {}

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            if values["which"] == "chosen" and not row:
                raise RuleError(translate("Keys", "还没有选中钥匙,请选「列表里的全部」。"), "which")
            if not 0 <= int(str(values["skip"])) <= MOST_SKIPPED:
                raise RuleError(translate("Keys", "一张纸 24 枚,最多跳过 23 枚。"), "skip")
            asked.update(values)

        known = {"which": "chosen" if row else "shown"}
        title = translate("Keys", "打印标签(不含房号)")
        if form_dialog.ask(
            self.work.widget, title=title, fields=asks.LABELS, context=REGISTER.context, save=save, values=known,
            main=translate("Keys", "预览并打印"),
        ):  # fmt: skip
            shown = (
                [int(str(row["id"]))] if asked["which"] == "chosen" else self.work.widget.table.shown_ids()
            )
            with self._desk.read() as session:
                values = paper.label_values(lookup.by_ids(session, shown))
            self._show_labels(values, int(str(asked["skip"])))

    def _show_labels(self, values: Sequence[Mapping[str, object]], skip: int) -> None:
        from desk_app.core.paths import FORMS
        from desk_app.documents import draw, template

        form, broken = template.load_or_shipped(paper.LABELS, self._desk.paths.forms, FORMS)
        if broken:
            self._desk.notice(broken, "due")
        pdf = draw.render_cards(form, values, skip=skip)
        printing.show_list(
            self._desk, self.work.widget, pdf, translate("Keys", "钥匙标签"), entity=REGISTER.key,
            no=str(values[0]["hook"]) if len(values) == 1 else "",
        )  # fmt: skip

    def _print_codes(self) -> None:
        """Print the list for the safe, after saying what it is; that it was printed is on record."""
        from desk_app.kit.preview import PreviewDialog

        with self._desk.read() as session:
            last = lookup.last_codes(session)
        text = translate(
            "Keys", "代码表写明每个标签开哪扇门。打印后立即放入保险柜,旧表当场粉碎。打印会记入修改记录。"
        )
        if last is not None:
            told = translate("Keys", "上次打印或导出:{time} {name}")
            text += "\n" + told.format(time=f"{clock.local(last.created_at):%Y-%m-%d %H:%M}", name=last.who)
        if not messages.confirm(self.work.widget, translate("Keys", "打印钥匙代码表?"), text):
            return
        made: list[bytes] = []
        if self.work.act(
            lambda s: made.append(service.print_codes(s)), translate("Keys", "已记录:打印代码表")
        ):
            dialog = PreviewDialog(self.work.widget, made[0], translate("Keys", "钥匙代码表"))
            dialog.exec()
            dialog.deleteLater()


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _id(value: object) -> int | None:
    return value.id if isinstance(value, Ref) else None
