"""卡片排版: choose passes, and their cards come eight on an A4 sheet with cutting marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import attachments
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.paths import FORMS
from desk_app.kit import fit, messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.text import caption, cut, plain_label
from desk_app.registers.entry_passes import paper, service, views

if TYPE_CHECKING:
    from desk_app.core.attachments import Paper

UID = int(Qt.ItemDataRole.UserRole)
A_SHEET = 8


class CardsDialog(QDialog):
    """The valid passes to tick; those whose card never came out are ticked already."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("cards_dialog")
        self.setWindowTitle(translate("EntryPasses", "卡片排版"))
        fit.resize(self, 560, 480)
        self.list = QListWidget()
        self.list.setObjectName("cards")
        self.list.setAccessibleName(translate("EntryPasses", "有效的出入证"))
        with desk.read() as session:
            offered = views.cards(session)
        for card in offered:
            item = QListWidgetItem(cut(card.title))
            item.setData(UID, (card.uid, card.form))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if card.printed else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._lay_out()
        self._count()

    def chosen(self) -> list[tuple[str, str]]:
        """Return (uid, form) of each ticked pass, in the order shown."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return [item.data(UID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def preview(self) -> None:
        """Lay the ticked cards on sheets and show them; each is counted when the user says it came out."""
        try:
            papers = self._papers()
            pdf = self._sheets(papers)
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("EntryPasses", "没有打印"), error.text)
            return
        from desk_app.kit.preview import PreviewDialog

        title = translate("EntryPasses", "{count} 张卡片").format(count=len(papers))
        dialog = PreviewDialog(self, pdf, title)

        def came_out(ok: bool) -> None:
            if ok:
                with self._desk.write() as session:
                    for one in papers:
                        attachments.printed(session, one.id)
                self._desk.notice(translate("EntryPasses", "已打印 {count} 张卡片").format(count=len(papers)))
                self.accept()

        dialog.printed.connect(came_out)
        dialog.exec()
        dialog.deleteLater()

    def _papers(self) -> list[Paper]:
        with self._desk.write() as session:
            return [
                service.reprint(session, uid, self._desk.archive, form).paper for uid, form in self.chosen()
            ]

    def _sheets(self, papers: list[Paper]) -> bytes:
        """Return the archived cards, each with its own mark, on sheets: never a new drawing (domain.md §5.3)."""
        from desk_app.documents import imposition, template

        form, broken = template.load_or_shipped(paper.CARD["long"], self._desk.paths.forms, FORMS)
        if broken:
            self._desk.notice(broken, "due")
        return imposition.sheets(form, [printing.marked(self._desk, one) for one in papers])

    def _lay_out(self) -> None:
        self.words = plain_label("", "muted")
        self.words.setObjectName("count")
        self.go = QPushButton(caption(translate("EntryPasses", "预览并打印")))
        self.go.setObjectName("preview")
        self.go.setProperty("role", "main")
        self.go.setDefault(True)
        self.go.clicked.connect(self.preview)
        close = QPushButton(caption(translate("EntryPasses", "关闭")))
        close.setObjectName("close")
        close.setProperty("role", "foot")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self.windowTitle(), "title"))
        column.addWidget(
            plain_label(translate("EntryPasses", "空格键勾选;一张 A4 排 8 张,不足的空着。"), "muted")
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        row = QHBoxLayout()
        column.addLayout(row)
        for button in (self.go, close):
            row.addWidget(button)
        row.addStretch(1)
        self.list.setFocus()

    def _count(self) -> None:
        count = len(self.chosen())
        words = translate("EntryPasses", "已选 {count} 张,印 {sheets} 页 A4")
        self.words.setText(words.format(count=count, sheets=-(-count // A_SHEET)))
        self.go.setEnabled(count > 0)
