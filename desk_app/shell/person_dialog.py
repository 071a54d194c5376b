"""个人信息请求: what is held about one person, printed for them, or removed when they ask (PIPL 44 to 47)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from desk_app.core import doomed, person_data
from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.identity import ID_CHOICES
from desk_app.core.person_data import Asked, Found
from desk_app.kit import form_dialog, messages, printing
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.registers import kept
from desk_app.shell import before_clearing

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

HEADS = (
    QT_TRANSLATE_NOOP("PersonData", "登记"), QT_TRANSLATE_NOOP("PersonData", "编号"),
    QT_TRANSLATE_NOOP("PersonData", "日期"), QT_TRANSLATE_NOOP("PersonData", "相符"),
    QT_TRANSLATE_NOOP("PersonData", "能否删除"),
)  # fmt: skip
ASK_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("PersonData", "姓名(全名)")),
    Field("phone", QT_TRANSLATE_NOOP("PersonData", "电话"), limit=30),
    Field("id_kind", QT_TRANSLATE_NOOP("PersonData", "证件"), FieldKind.CHOICE, choices=ID_CHOICES),
    Field("id_no", QT_TRANSLATE_NOOP("PersonData", "证件号码(只用来比对)"), limit=30),
    Field("proof", QT_TRANSLATE_NOOP("PersonData", "怎样核验本人"), required=True, span=2, limit=200),
)  # fmt: skip
REMOVE_FIELDS = (
    Field("reason", QT_TRANSLATE_NOOP("PersonData", "本人的要求"), FieldKind.LONG_TEXT, required=True, span=2, limit=200),
)  # fmt: skip


class PersonDialog(Dialog):
    """Asks whom it is about, then lists every record with them in it; those that surely are theirs are chosen."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window,
            translate("PersonData", "个人信息请求"),
            width=900,
            height=480,
            name="person_dialog",
        )
        assert controller.desk is not None
        self._desk = controller.desk
        self._everything = kept()
        self._titles = {one.key: translate("Tabs", one.title) for one in self._everything}
        self._asked, self._proof = Asked(), ""
        self.found: list[Found] = []
        heads = [translate("PersonData", text) for text in HEADS]
        self.table = make_table(heads, (100, 170, 110, 230, 0), "person_data")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.content.addWidget(self.table)
        self.add_note(
            translate(
                "PersonData",
                "本人可以查阅、复制、更正、删除自己的信息。只有姓名相符的可能是同名的人,核实后再选;随行名单和文字里提到的,打开那一份更正。"
                "更正请打开那一份登记,用它自己的「更正」。每一步都记入访问日志。",
            )
        )
        self.add_button(translate("PersonData", "查找…"), self.ask, main=True, icon="search", name="ask")
        self.add_button(translate("PersonData", "打开登记"), self.open_record, name="open_record")
        self.add_button(translate("PersonData", "打印选中的"), self.print_it, icon="printer", name="print_it")
        self.add_button(translate("PersonData", "删除选中的…"), self.remove, name="remove")
        self.add_close()
        self._fill(translate("PersonData", "请按「查找…」,说明是谁的信息、怎样核验了本人。"))

    def ask(self) -> None:
        """Ask whom it is about, and look."""
        form_dialog.ask(
            self, title=translate("PersonData", "查找一个人的信息"), fields=ASK_FIELDS, context="PersonData",
            main=translate("PersonData", "查找"), save=self._find, desk=self._desk, draft="person.find",
        )  # fmt: skip

    def open_record(self) -> None:
        """Open the first chosen record: corrections are made there."""
        chosen = self._chosen_or_told()
        if chosen and chosen[0].register in self._desk.registers:
            self.accept()
            self._desk.open_requested.emit(chosen[0].register, chosen[0].uid)

    def print_it(self) -> None:
        """Print the chosen records' data for the person; nothing of it is archived."""
        from desk_app.kit.preview import PreviewDialog
        from desk_app.reports import person_paper

        chosen = self._chosen_or_told()
        if not chosen:
            return
        try:
            with self._desk.write() as session:
                person_data.note_print(session, len(chosen), proof=self._proof)
                values = person_paper.values(
                    session, chosen, self._asked, self._proof, self._desk.registers,
                    self._desk.actor.name if self._desk.actor else "",
                )  # fmt: skip
            pdf = printing.renderer(self._desk, person_paper.FORM)(values)
        except KnownError as error:
            messages.tell(self, translate("PersonData", "没有打印"), error.text)
            return
        preview = PreviewDialog(self, pdf, translate("PersonData", "个人信息查阅单"))
        preview.exec()
        preview.deleteLater()

    def remove(self) -> None:
        """De-identify the chosen records now; what must stay is said with its reason."""
        if chosen := self._chosen_or_told():
            form_dialog.ask(
                self, title=translate("PersonData", "删除(脱敏)选中的 {count} 份").format(count=len(chosen)),
                fields=REMOVE_FIELDS, context="PersonData", main=translate("PersonData", "删除"),
                save=self._remove, desk=self._desk, draft="person.remove",
            )  # fmt: skip

    def chosen(self) -> list[Found]:
        """Return the chosen records."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.found[row] for row in rows]

    def _chosen_or_told(self) -> list[Found]:
        """Return the chosen records; what is only of the same name is chosen by hand, and until then this is said."""
        chosen = self.chosen()
        if not chosen:
            how = translate("PersonData", "在列表里用 ↑ ↓ 和空格键(或鼠标)选中核实过的登记,再办。")
            messages.tell(self, translate("PersonData", "还没有选中登记"), how)
        return chosen

    def _find(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        asked = Asked(*(str(values.get(key) or "") for key in ("name", "phone", "id_kind", "id_no")))
        proof = str(values.get("proof") or "")
        with self._desk.write() as session:
            self.found = person_data.find(session, self._everything, asked, proof=proof)
        self._asked, self._proof = asked, proof
        self._fill(
            translate("PersonData", "没有找到这个人的信息。姓名须是全名,电话、证件号码须完整;请核对后再查。")
        )

    def _remove(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        uids = [one.uid for one in self.chosen()]
        others = [one for one in self.chosen() if one.mentioned]
        if others:
            text = translate("PersonData", "{no} {why}。请不要选它。")
            raise RuleError(text.format(no=others[0].no, why=others[0].stays), "reason")
        before_clearing.back_up(self, self._desk)
        with self._desk.write() as session:
            done = person_data.remove(session, self._everything, uids, reason=str(values["reason"]))
        doomed.remove_files(self._desk.db, self._desk.archive)
        self._desk.db.scrub()
        self._desk.notice(
            translate("PersonData", "已删除 {count} 份登记里的个人信息。").format(count=len(done))
        )
        self.found = [one for one in self.found if one.uid not in uids]
        self._fill(translate("PersonData", "找到的都已处理,没有剩下的。"))

    def _fill(self, empty: str) -> None:
        self.table.clearSelection()
        fill_table(self.table, [self._row(one) for one in self.found], [one.uid for one in self.found], empty)
        for number, one in enumerate(self.found):
            if one.sure:
                self.table.selectRow(number)

    def _row(self, one: Found) -> tuple[str, ...]:
        title = self._titles.get(one.register, translate("PersonData", "名册"))
        fits = translate("PersonData", "相符") if one.sure else translate("PersonData", "仅姓名相符")
        if one.mentioned:
            fits = translate("PersonData", "提到:{words}").format(words=one.held[person_data.MENTION])
        return title, one.no, str(one.day or ""), fits, one.stays or translate("PersonData", "可以")


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    PersonDialog(controller).exec()
