"""楼宇与客户名册: look rooms up, import the roster from Excel, write it back, make the template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableWidgetItem

from desk_app.core import money, people, premises, privacy, reasons, revealing, rights, search
from desk_app.core.errors import KnownError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.rooms import match_rank, sort_key
from desk_app.kit import background, messages, reveal_box, theme
from desk_app.kit.dialogs import Dialog, current_key, make_table
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.qt_dialogs import ask_open, ask_save
from desk_app.kit.text import cut, plain_label, tooltip

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.exporting import Export
    from desk_app.core.roster_import import Outcome
    from desk_app.shell.controller import Controller

SHOWN = 300

HEADS = (
    QT_TRANSLATE_NOOP("Premises", "房号"),
    QT_TRANSLATE_NOOP("Premises", "楼层"),
    QT_TRANSLATE_NOOP("Premises", "使用人"),
    QT_TRANSLATE_NOOP("Premises", "业主"),
    QT_TRANSLATE_NOOP("Premises", "联系人"),
    QT_TRANSLATE_NOOP("Premises", "电话"),
)


VERBS = {"reveal": "privacy.reveal_roster", "import": "premises.import", "export": rights.EXPORT_ROSTER}


class PremisesDialog(Dialog):
    """Rooms with who owns and uses them; below, everything known of the chosen one."""

    def __init__(self, controller: Controller, uid: str = "") -> None:
        title = translate("Premises", "楼宇与客户名册")
        super().__init__(controller.window, title, width=980, height=640, name="premises_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        self._filter = QLineEdit()
        self._filter.setObjectName("premises_filter")
        self._filter.setAccessibleName(translate("Premises", "查找房号、单位、联系人、电话"))
        self._filter.setPlaceholderText(translate("Premises", "查找房号、单位、联系人、电话,可用首字母"))
        self._filter.setMaxLength(60)
        self._filter.textChanged.connect(lambda _text: self._fill())
        heads = [translate("Premises", text) for text in HEADS]
        self._table = make_table(heads, (110, 70, 220, 200, 120, 0), "rooms")
        self._table.currentItemChanged.connect(lambda _new, _old: self._show())
        self._detail = QPlainTextEdit()
        self._detail.setObjectName("room_detail")
        self._detail.setReadOnly(True)
        self._detail.setMaximumHeight(theme.px(140))
        self._detail.setMinimumHeight(theme.px(60))  # where the screen is low the list of rooms comes first
        self._table.setMinimumHeight(theme.px(150))
        self._detail.setAccessibleName(translate("Premises", "房间详情"))
        self._count = plain_label("", "muted")
        label = plain_label(translate("Premises", "查找房号、单位、联系人、电话"), "label")
        label.setBuddy(self._filter)
        self.content.addWidget(label)
        self.content.addWidget(self._filter)
        self.content.addWidget(self._table, 1)
        self.content.addWidget(self._count)
        self.content.addWidget(self._detail)
        self.add_button(
            translate("Premises", "导入名册…"), self.import_file, main=True, icon="upload", name="import"
        )
        self.add_button(
            translate("Premises", "生成空白模板…"),
            self.save_template,
            icon="file-spreadsheet",
            name="template",
        )
        self.add_button(translate("Premises", "导出名册…"), self.export, icon="download", name="export")
        self.add_button(
            translate("Premises", "查看电话…"), self.reveal, icon="eye", name="reveal"
        ).setToolTip(tooltip("Ctrl+E"))
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.reveal)
        self._hide_again = QTimer(self, singleShot=True)
        self._hide_again.timeout.connect(self._show)
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()
        if uid:
            self._choose(uid)

    def reveal(self) -> None:
        """Show the chosen room's telephones in clear for some seconds, after a reason; it is noted."""
        uid = current_key(self._table)
        if not isinstance(uid, str) or not people.may(self._desk.actor, VERBS["reveal"]):
            return
        item = self._table.item(self._table.currentRow(), 0)
        name = item.text() if item else ""
        found, seconds = reveal_box.ask(self, self._desk, name, partial(revealing.roster, uid=uid))
        if found:
            with self._desk.read() as session:
                self._detail.setPlainText(_told(session, uid, str))
            self._hide_again.start(1000 * seconds)

    def import_file(self) -> None:
        """Ask for a workbook and import it, with progress; it can be cancelled."""
        chosen = ask_open(self, translate("Premises", "选择名册"), "Excel (*.xlsx)")
        if chosen:
            self.import_path(Path(chosen))

    def import_path(self, path: Path) -> None:
        """Import one workbook in the background."""
        actor, db = self._desk.actor, self._desk.db
        if actor is None:
            messages.tell(self, translate("Premises", "没有导入"), translate("Premises", "请先选择值班人。"))
            return

        def work(progress: background.Progress) -> Outcome:
            from desk_app.core import roster_import
            from desk_app.documents import roster_sheet

            listing = roster_sheet.read(path)
            return roster_import.run(
                db,
                actor,
                listing,
                progress=lambda done, total: progress.tell(done, total),
                cancelled=lambda: progress.cancelled,
            )

        job = background.run(work, on_done=self._imported, on_failed=self._failed, parent=self)
        ProgressDialog(self, translate("Premises", "正在导入名册"), job).exec()

    def save_template(self) -> None:
        """Write the empty template with an example and notes."""
        proposed = str(self._desk.paths.reports / translate("Premises", "名册模板.xlsx"))
        chosen = ask_save(self, translate("Premises", "保存到"), proposed, "Excel (*.xlsx)")
        if not chosen:
            return
        from desk_app.documents import roster_sheet

        try:
            roster_sheet.write_template(Path(chosen))
        except KnownError as error:
            messages.tell(self, translate("Premises", "没有保存"), error.text)
        else:
            self._desk.notice(translate("Premises", "已保存到 {path}").format(path=chosen))

    def export(self) -> None:
        """Write the roster as it stands, ready to be edited and imported again."""
        from desk_app.core import exporting, roster_export, roster_row
        from desk_app.kit.export import Range, export_here

        with self._desk.read() as session:
            rows = roster_export.rows(session)

        def write(row: Export, path: Path) -> None:
            from desk_app.documents import roster_sheet

            roster_sheet.write(path, rows if row.clear else roster_export.masked(rows), row.mark)

        words = translate("Premises", "楼宇与客户名册;掩码的名册只能看,明文的才能改后再导入")
        columns = [heading.title for heading in roster_row.COLUMNS]
        wanted = Range(exporting.ROSTER, words, len(rows))
        export_here(self, self._desk, wanted, translate("Premises", "名册.xlsx"), columns, write)

    def _imported(self, outcome: Outcome) -> None:
        self._desk.changed.emit()
        self._fill()
        self._detail.setPlainText("\n".join([outcome.summary(), *outcome.lines()]))
        title = (
            translate("Premises", "导入已取消") if outcome.cancelled else translate("Premises", "导入完成")
        )
        messages.tell(self, title, outcome.summary())

    def _failed(self, error: Exception) -> None:
        messages.tell(self, translate("Premises", "没有导入"), reasons.of(error))

    def _fill(self) -> None:
        with self._desk.read() as session:
            rooms, total = _rooms(session, self._filter.text())
            rows = list(zip(rooms, _rows(session, rooms), strict=True))
        self._table.setRowCount(len(rows))
        for number, (room, texts) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(cut(text))
                if column == 0:
                    item.setData(256, room.uid)
                self._table.setItem(number, column, item)
        shown = translate("Premises", "共 {total} 间,显示 {n} 间").format(total=total, n=len(rows))
        empty = translate(
            "Premises", "还没有房间。先「生成空白模板」,填好后「导入名册」;已有的 Excel 名册可直接导入。"
        )
        self._count.setText(shown if total else empty)

    def _choose(self, uid: str) -> None:
        with self._desk.read() as session:
            hit = search.by_uid(session, uid)
        if hit is not None:
            self._filter.setText(hit.room)
            self._table.selectRow(0)

    def _show(self) -> None:
        uid = current_key(self._table)
        self._hide_again.stop()
        if isinstance(uid, str):
            with self._desk.read() as session:
                self._detail.setPlainText(_told(session, uid))


def _rooms(session: Session, text: str) -> tuple[list[premises.Room], int]:
    from sqlalchemy import func, select

    total = session.scalar(select(func.count()).select_from(premises.Room)) or 0
    query = select(premises.Room)
    if text.strip():
        wanted = search.find_records(session, text, "room", limit=SHOWN)
        query = query.where(premises.Room.id.in_(wanted))
    rooms = sorted(session.scalars(query), key=lambda room: (_rank(text, room), sort_key(room.name)))
    return rooms[:SHOWN], total


def _rank(text: str, room: premises.Room) -> int:
    """Return where a room belongs: what was typed names it, before what only its people match."""
    rank = match_rank(text, room.name) if text.strip() else 0
    return 9 if rank is None else rank


def _rows(session: Session, rooms: list[premises.Room]) -> Iterator[tuple[str, ...]]:
    """Yield what the list says of each room; relations and people are read once for all of them."""
    relations = premises.current_by_room(session, [room.id for room in rooms])
    users = {room_id: premises.user_of(current) for room_id, current in relations.items()}
    people = premises.contacts_by_customer(session, {user.id for user in users.values() if user})
    for room in rooms:
        user = users[room.id]
        owner = next((one.customer for one in relations[room.id] if one.relation == "owner"), None)
        first = next(iter(people[user.id]), None) if user else None
        yield (
            room.name, room.floor, user.shown_name if user else "", owner.shown_name if owner else "",
            first.name if first else "", privacy.free((user.phone if user else "") or (first.phone if first else "")),
        )  # fmt: skip


def _told(session: Session, uid: str, shown: Callable[[str], str] = privacy.free) -> str:
    from sqlalchemy import select

    room = session.scalars(select(premises.Room).where(premises.Room.uid == uid)).one()
    lines = [f"{room.name}  {room.area / 100:.2f} ㎡" if room.area else room.name]
    for relation in premises.current(session, room.id):
        customer = relation.customer
        label = (
            translate("Premises", "业主") if relation.relation == "owner" else translate("Premises", "租户")
        )
        until = f" ~ {relation.until}" if relation.until else ""
        lines.append(f"{label}  {customer.name}  {shown(customer.phone)}{until}")
        if customer.arrears:
            text = translate("Premises", "提示:欠费 {amount} 元(只提示,不影响办理)")
            lines.append("    " + text.format(amount=money.text(customer.arrears)))
        for person in premises.contacts(session, customer.id):
            signs = translate("Premises", "[授权签字人]") if person.signatory else ""
            lines.append(f"    {person.name} {person.title} {shown(person.phone)} {signs}".rstrip())
    return "\n".join(lines)


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    PremisesDialog(controller).exec()
