"""One record to look at: what it says now, what it is linked with, and every change (修改记录)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import audit, people, revealing
from desk_app.core.declare import Register, Row
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.kit import fit, messages, record_words, theme
from desk_app.kit.desk import Desk
from desk_app.kit.reveal_box import RevealBox
from desk_app.kit.text import cut, plain_label

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.enclosures import Enclosure

MOST_SHOWN = 5
"""Lines of the list of linked records before it scrolls."""


SHOWN_OUTSIDE = frozenset(
    (
        ".pdf",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".bmp",
        ".webp",
        ".heic",
        ".tif",
        ".tiff",
        ".txt",
        ".docx",
        ".xlsx",
    )
)
"""Endings that the system's own viewers open; anything else might be a program and is only named."""


@dataclass(frozen=True)
class Way:
    """One line that leads on: to another record, or to an attached file."""

    text: str
    icon: str
    kind: str = ""
    uid: str = ""
    file: Enclosure | None = None


class RecordDialog(QDialog):
    """What a record says now, where it leads to (Enter or a double-click opens it), and its history, newest first."""

    def __init__(self, parent: QWidget, desk: Desk, register: Register, row: Row) -> None:
        super().__init__(parent)
        self.setObjectName("record_dialog")
        self.setWindowTitle(translate("History", "查看 {no}").format(no=row["no"] or ""))
        fit.resize(self, 640, 520)
        self._desk = desk
        with desk.read() as session:
            entries = audit.history(session, str(row["uid"]))
            self._ways = [*_links(session, desk, str(row["uid"])), *_files(session, str(row["uid"]))]
            papers = _papers(session, str(row["uid"]))
            secrets = revealing.secrets_of(session, register, str(row["uid"]))
        own = entries[0].entity if entries else ""
        told = [record_words.change(register, entry, own, desk.registers) for entry in reversed(entries)]
        if not people.sees_personal(desk.actor):
            told, self._ways = [one.partition("\n")[0] for one in told], []
        self.secrets = RevealBox(desk, register, str(row["uid"]), str(row["no"] or ""), secrets, self)
        self.secrets.setVisible(bool(secrets))
        parts = [record_words.now(register, row), *papers, translate("History", "—— 修改记录 ——"), *told]
        self.text = QPlainTextEdit()
        self.text.setObjectName("history_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("History", "修改记录"))
        self.text.setPlainText("\n\n".join(parts))
        self.ways = self._make_ways()
        self._lay_out()

    def _make_ways(self) -> QListWidget:
        ways = QListWidget()
        ways.setObjectName("ways")
        ways.setAccessibleName(translate("History", "关联记录与附件"))
        ways.setToolTip(translate("History", "Enter 或双击打开"))
        for way in self._ways:
            ways.addItem(QListWidgetItem(theme.icon(way.icon), cut(way.text)))
        ways.itemActivated.connect(lambda item: self._open(ways.row(item)))
        height = max(ways.sizeHintForRow(0), theme.px(28)) * min(len(self._ways), MOST_SHOWN)
        ways.setFixedHeight(height + theme.px(8))
        ways.setVisible(bool(self._ways))
        return ways

    def _lay_out(self) -> None:
        close = QPushButton(translate("History", "关闭"))
        close.setObjectName("close")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self.windowTitle(), "title"))
        if self._ways:
            column.addWidget(plain_label(translate("History", "关联记录与附件"), "muted"))
        column.addWidget(self.ways)
        column.addWidget(self.secrets)
        column.addWidget(self.text, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _open(self, number: int) -> None:
        """Go where a line leads: to a record, and this dialog is done; or show a file."""
        way = self._ways[number]
        if way.file is not None:
            self._show_file(way.file)
        else:
            self.accept()
            self._desk.open_requested.emit(way.kind, way.uid)

    def _show_file(self, file: Enclosure) -> None:
        """Open a file as it was attached in the system's viewer; what is gone, altered or a program is told."""
        from desk_app.core import enclosures

        path = enclosures.full_path(self._desk.archive, file)
        try:
            enclosures.read(self._desk.archive, file)
        except KnownError as error:
            messages.tell(self, translate("History", "打不开附件"), error.text)
            return
        opened = path.suffix in SHOWN_OUTSIDE and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not opened:
            text = translate("History", "「{name}」不能在这里打开。文件存放在 {path}")
            messages.tell(self, translate("History", "打不开附件"), text.format(name=file.name, path=path))


def _links(session: Session, desk: Desk, uid: str) -> list[Way]:
    """Return a line for each record this one led to (→) or came from (←)."""
    from desk_app.core import links, search

    found = []
    for link in links.of(session, uid):
        other = search.by_uid(session, link.to_uid if link.from_uid == uid else link.from_uid)
        if other is None:
            continue
        arrow = "→" if link.from_uid == uid else "←"
        register = desk.registers.get(other.kind)
        title = translate(register.context, register.title) if register else ""
        words = " ".join(filter(None, (arrow, title, other.detail, other.title)))
        found.append(Way(words, "arrow-right-left", other.kind, other.uid))
    return list(dict.fromkeys(found))


def _files(session: Session, uid: str) -> list[Way]:
    """Return a line for each attached file, by the name it had."""
    from desk_app.core import enclosures

    text = translate("History", "附件 {name}({size} KB)")
    return [
        Way(text.format(name=one.name, size=-(-one.size // 1024)), "file-text", file=one)
        for one in enclosures.of(session, uid)
    ]


def _papers(session: Session, uid: str) -> Sequence[str]:
    """Return a line for the record's newest paper."""
    from desk_app.core import attachments

    paper = attachments.paper_of(session, uid)
    if paper is None:
        return ()
    count = attachments.times_printed(session, paper.id)
    return (translate("History", "单据 {no} 已存档,打印 {count} 次").format(no=paper.no, count=count),)
