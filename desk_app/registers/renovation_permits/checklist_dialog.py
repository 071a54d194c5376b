"""资料核对: the papers one under another, ticked with the space bar; only panel.py imports this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import FieldErrors, KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog, messages, parse, theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.inputs import CheckInput
from desk_app.kit.kept import Kept
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import caption, plain_label
from desk_app.registers.renovation_permits.checklist import Expiry
from desk_app.registers.renovation_permits.views import PaperLine

FILES = (Field("files", QT_TRANSLATE_NOOP("Renovations", "附件(图纸、扫描件)"), FieldKind.FILES, span=2),)
Save = Callable[[list[dict[str, object]], bool], object]
"""`save(lines, accept)`: writes the checklist and, with `accept`, starts the approval; RuleError keeps it open."""


class _Line:
    """The inputs of one paper."""

    def __init__(self, line: PaperLine, files: Sequence[str]) -> None:
        self.paper = line
        self.files = list(files)
        self.changed_files = False
        name = translate("Renovations", line.item.label)
        key = line.item.key
        self.handed = CheckInput(
            caption(name if line.required else translate("Renovations", "{name}(不要求)").format(name=name))
        )
        self.handed.setObjectName(f"handed.{key}")
        self.handed.setAccessibleName(name)
        self.handed.setChecked(line.handed)
        self.number, self.until = LineInput(), LineInput()
        for box, text, title, width in (
            (self.number, line.paper_no, translate("Renovations", "编号"), 60),
            (self.until, line.good_until.isoformat() if line.good_until else "", translate("Renovations", "有效期至"), 12),
        ):  # fmt: skip
            box.setText(text)
            box.setMaxLength(width)
            box.setAccessibleName(f"{name} {title}")
        self.number.setObjectName(f"number.{key}")
        self.until.setObjectName(f"until.{key}")
        self.until.setPlaceholderText(
            {Expiry.ALWAYS: translate("Renovations", "必填"), Expiry.MAYBE: translate("Renovations", "长期可空")}.get(line.item.expiry, "")
        )  # fmt: skip
        self.until.setEnabled(line.item.expiry is not Expiry.NEVER)
        self.attach = QPushButton()
        self.attach.setObjectName(f"files.{key}")
        self.attach.setProperty("role", "plain")
        self.attach.setEnabled(line.item.kept)
        self.name_files()

    def name_files(self) -> None:
        """Say how many files there are."""
        if not self.paper.item.kept:
            self.attach.setText(translate("Renovations", "只核验"))
        elif self.files:
            self.attach.setText(translate("Renovations", "附件 {count}").format(count=len(self.files)))
        else:
            self.attach.setText(translate("Renovations", "附件…"))

    def raw(self) -> list[object]:
        """Return what was typed."""
        return [
            self.handed.isChecked(),
            self.number.text(),
            self.until.text(),
            self.files if self.changed_files else None,
        ]

    def set_raw(self, raw: object) -> None:
        """Show what was typed before."""
        if isinstance(raw, list) and len(raw) == 4:
            self.handed.setChecked(raw[0] is True)
            self.number.setText(str(raw[1]))
            self.until.setText(str(raw[2]))
            if isinstance(raw[3], list):
                self.files, self.changed_files = [str(path) for path in raw[3]], True
                self.name_files()

    def value(self) -> dict[str, object]:
        """Return the line for the verb; RuleError for a date that cannot be read."""
        text = parse.tidy(self.until.text())
        try:
            until = parse.parse_date(text) if text else None
        except RuleError as error:
            raise RuleError(error.text, self.paper.item.key) from error
        line: dict[str, object] = {
            "item": self.paper.item.key, "handed": self.handed.isChecked(), "paper_no": self.number.text(),
            "good_until": until, "note": self.paper.note,
        }  # fmt: skip
        return line | ({"files": self.files} if self.changed_files else {})


class ChecklistDialog(QDialog):
    """The checklist of one application.

    Space ticks, Enter goes to the next paper, up and down move, Tab goes through number, date and files;
    Ctrl+S saves, Ctrl+Enter saves and accepts. What is typed survives a crash.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, *, uid: str, title: str, lines: Sequence[PaperLine],
        files: Mapping[str, Sequence[str]], save: Save, may_accept: bool,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("checklist")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(760))
        self._save = save
        asked = [line for line in lines if line.required or line.handed]
        self.lines = [_Line(line, files.get(line.item.key, ())) for line in asked]
        self.wrong = plain_label("", "error")
        self.wrong.setObjectName("checklist_error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(6))
        column.addWidget(plain_label(title, "title"))
        column.addWidget(self._sheet(), 1)
        column.addWidget(self.wrong)
        foot = QHBoxLayout()
        column.addLayout(foot)
        self._put_buttons(foot, may_accept)
        self._kept = Kept(self, desk, f"renovation_papers.{uid}", self._raw)
        for line in self.lines:
            line.set_raw(self._kept.back.get(line.paper.item.key))
        self.lines[0].handed.setFocus()

    def _sheet(self) -> QScrollArea:
        """Put the papers on a page that scrolls where the screen is too low for all of them."""
        page = QWidget()
        page.setLayout(self._grid())
        sheet = QScrollArea()
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setWidgetResizable(True)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.setWidget(page)
        room = self.screen().availableGeometry().height() - theme.px(110) - 40  # title, buttons, the frame
        sheet.setMinimumHeight(min(page.sizeHint().height(), theme.px(560), room))
        self._scroll = sheet
        return sheet

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(1))
        heads = (
            translate("Renovations", "资料(空格勾选)"), translate("Renovations", "编号"),
            translate("Renovations", "有效期至"), translate("Renovations", "附件"),
        )  # fmt: skip
        for place, head in enumerate(heads):
            grid.addWidget(plain_label(head, "label"), 0, place)
        for row, line in enumerate(self.lines, 1):
            for place, box in enumerate((line.handed, line.number, line.until, line.attach)):
                box.setMinimumHeight(theme.px(26))
                box.setMaximumHeight(theme.px(28))
                grid.addWidget(box, row, place)
            line.handed.installEventFilter(self)
            line.handed.entered.connect(lambda at=row: self._go(at))
            line.number.entered.connect(lambda one=line, at=row: self._after_number(one, at))
            line.until.entered.connect(lambda at=row: self._go(at))
            line.attach.clicked.connect(lambda _checked=False, one=line: self._attach(one))
            line.handed.toggled.connect(lambda _checked: self._kept.keep_draft())
            line.number.textEdited.connect(lambda _text: self._kept.keep_draft())
            line.until.textEdited.connect(lambda _text: self._kept.keep_draft())
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        return grid

    def _put_buttons(self, row: QHBoxLayout, may_accept: bool) -> None:
        self.save_button = QPushButton(translate("Renovations", "保存"))
        self.save_button.setObjectName("save")
        self.save_button.setProperty("role", "foot" if may_accept else "main")
        self.save_button.clicked.connect(lambda: self._done(accept=False))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_button.click)
        self.accept_button = QPushButton(translate("Renovations", "资料齐全,受理"))
        self.accept_button.setObjectName("accept")
        self.accept_button.setProperty("role", "main")
        self.accept_button.clicked.connect(lambda: self._done(accept=True))
        if may_accept:
            row.addWidget(self.accept_button)
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self).activated.connect(self.accept_button.click)
        else:
            self.accept_button.setParent(self)
            self.accept_button.hide()
        row.addWidget(self.save_button)
        cancel = QPushButton(translate("Renovations", "取消"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addStretch(1)
        hint = translate("Renovations", "空格 勾选 · Enter 下一项 · Tab 编号、日期 · Ctrl+S 保存")
        row.addWidget(plain_label(hint, "muted"))
        for button in (self.save_button, self.accept_button, cancel):
            button.setAutoDefault(False)

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the papers with the arrows."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                at = next(i for i, line in enumerate(self.lines) if line.handed is watched)
                self._go(min(max(at + step, 0), len(self.lines) - 1))
                return True
        return super().eventFilter(watched, event)

    def _go(self, at: int) -> None:
        """Go to the paper at this place, after the last to the main button."""
        if at < len(self.lines):
            self.lines[at].handed.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.lines[at].handed)
        else:
            button = self.accept_button if not self.accept_button.isHidden() else self.save_button
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _after_number(self, line: _Line, at: int) -> None:
        if line.until.isEnabled():
            line.until.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go(at)

    def _attach(self, line: _Line) -> None:
        def take(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            files = values["files"]
            line.files = [str(Path(str(path))) for path in files] if isinstance(files, list) else []
            line.changed_files = True
            line.name_files()

        form_dialog.ask(
            self, title=translate("Renovations", line.paper.item.label), fields=FILES, context="Renovations",
            save=take, values={"files": line.files}, main=translate("Renovations", "确定"),
        )  # fmt: skip

    def _raw(self) -> Mapping[str, object]:
        return {line.paper.item.key: line.raw() for line in self.lines}

    def _done(self, *, accept: bool) -> None:
        try:
            self._save([line.value() for line in self.lines], accept)
        except RuleError as error:
            self._show(error)
            return
        except KnownError as error:
            messages.tell(self, translate("Renovations", "没有保存"), error.text)
            return
        self.accept()

    def _show(self, error: RuleError) -> None:
        errors = error.errors if isinstance(error, FieldErrors) else (error,)
        self.wrong.setText("\n".join(dict.fromkeys(one.text for one in errors)))
        self.wrong.show()
        keys = {one.field for one in errors}
        line = next((line for line in self.lines if line.paper.item.key in keys), None)
        if line is not None:
            box = line.until if line.handed.isChecked() and line.until.isEnabled() else line.handed
            box.setFocus(Qt.FocusReason.OtherFocusReason)
