"""设置: every ⚙ with its default and the clause it comes from; what belongs to this computer alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import (
    access,
    attempts,
    backup_plan,
    checkups,
    clauses,
    delegations,
    locking,
    notices,
    past,
    retention,
    search,
    settings,
)
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import may
from desk_app.core.settings import Kind, Spec
from desk_app.kit import messages, theme
from desk_app.kit.dialogs import Dialog
from desk_app.kit.inputs import CheckInput, ChoiceInput
from desk_app.kit.kept import Kept
from desk_app.kit.text import plain_label
from desk_app.registers import REGISTERS
from desk_app.shell import alarm

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

PREFERENCES = (
    ("window/theme", QT_TRANSLATE_NOOP("Settings", "外观"), (("light", QT_TRANSLATE_NOOP("Settings", "浅色")), ("dark", QT_TRANSLATE_NOOP("Settings", "深色")))),
    ("window/scale", QT_TRANSLATE_NOOP("Settings", "字号"), (("100", "100 %"), ("110", "110 %"), ("125", "125 %"), ("150", "150 %"))),
    (alarm.SOUND, QT_TRANSLATE_NOOP("Settings", "超时提醒声音"), (("on", QT_TRANSLATE_NOOP("Settings", "开")), ("off", QT_TRANSLATE_NOOP("Settings", "关(静音)")))),
    ("window/language", QT_TRANSLATE_NOOP("Settings", "语言"), (("zh_CN", "简体中文"), ("en", "English"))),
)  # fmt: skip
PREFERENCE_DEFAULTS = {
    "window/theme": "light",
    "window/scale": "100",
    "window/language": "zh_CN",
    alarm.SOUND: "on",
}

TRUST: Sequence[Spec[Any]] = (
    *attempts.SPECS, *locking.SPECS, delegations.MOST_DAYS, *access.SPECS, past.MOST_DAYS, *checkups.SPECS, *retention.SETTINGS,
)  # fmt: skip


@dataclass
class Line:
    """One setting: its words, how its input is made, and its widgets once its section was shown."""

    key: str
    label: str
    note: str
    make: Callable[[QWidget], QWidget]
    widgets: tuple[QWidget, ...] = ()

    @property
    def words(self) -> str:
        """What the filter looks at."""
        return f"{self.label} {self.note}"


class SettingsDialog(Dialog):
    """One page a group: this computer, the desk, then every register's own."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Settings", "设置"), width=980, height=600, name="settings_dialog"
        )
        assert controller.desk is not None
        self._controller = controller
        self._desk = controller.desk
        self._choices: dict[str, QComboBox] = {}
        self._editors: dict[str, tuple[Spec[Any], QWidget]] = {}
        self._pages: list[tuple[Line, ...]] = []
        self._text = ""
        self._typed = Kept(self, self._desk, "settings", self._raw).back
        with self._desk.read() as session:
            self._config = settings.load(session)
        self.sections = QListWidget()
        self.sections.setObjectName("settings_sections")
        self.sections.setAccessibleName(translate("Settings", "设置"))
        self.pages = QStackedWidget()
        self.filter_box = QLineEdit()
        self.filter_box.setObjectName("settings_filter")
        self.filter_box.setAccessibleName(translate("Settings", "筛选设置"))
        self.filter_box.setPlaceholderText(translate("Settings", "筛选 F3"))
        self.filter_box.setMaxLength(60)
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textChanged.connect(self.filter)
        QShortcut(QKeySequence("F3"), self, self.filter_box.setFocus)
        self._add_section(translate("Settings", "本机"), map(self._preference_line, PREFERENCES))
        if may(self._desk.actor, "settings.change"):
            self._add_shared()
        self._lay_out()
        for row, lines in enumerate(self._pages):
            if any(line.key in self._typed for line in lines):
                self._show_section(row)
        self.sections.setCurrentRow(0)
        self.pages.setCurrentIndex(0)
        self.add_button(translate("Settings", "保存"), self.save, main=True, name="save")
        self.add_close()

    def _add_shared(self) -> None:
        """Add what holds for every computer; the service lets few posts change it."""
        self._add_section(translate("Settings", "前台"), map(self._line, settings.GENERAL))
        self._add_section(translate("Settings", "账号与权限"), map(self._line, TRUST))
        told: Sequence[Spec[Any]] = notices.SPECS
        self._add_section(translate("Settings", "告知牌"), map(self._line, told))
        self._add_section(translate("Settings", "备份"), map(self._line, backup_plan.SPECS))
        for room in REGISTERS:
            register = room.register()
            if register.settings:
                self._add_section(translate("Tabs", room.title), map(self._line, register.settings))

    def _add_section(self, title: str, lines: Iterable[Line]) -> None:
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, theme.px(36)))
        self.sections.addItem(item)
        self._pages.append(tuple(lines))
        self.pages.addWidget(QWidget(self.pages))

    def _lay_out(self) -> None:
        self.sections.currentRowChanged.connect(self._show_section)
        titles = (self.sections.item(row).text() for row in range(self.sections.count()))
        widest = max(self.sections.fontMetrics().horizontalAdvance(title) for title in titles)
        self.sections.setFixedWidth(widest + theme.px(36))
        self.filter_box.setFixedWidth(widest + theme.px(36))
        line, left = QHBoxLayout(), QVBoxLayout()
        self.content.addLayout(line)
        line.setSpacing(theme.px(12))
        line.addLayout(left)
        left.addWidget(self.filter_box)
        left.addWidget(self.sections, 1)
        card = QFrame()
        card.setProperty("role", "card")
        QHBoxLayout(card).addWidget(self.pages)
        line.addWidget(card, 1)
        self.sections.setCurrentRow(0)

    def filter(self, text: str) -> None:
        """Show the settings whose words match, in their sections; a section without any is not offered."""
        self._text = text
        having = [
            row
            for row, lines in enumerate(self._pages)
            if any(search.matches(text, line.words) for line in lines)
        ]
        for row in range(self.sections.count()):
            self.sections.item(row).setHidden(row not in having)
        if having and self.sections.currentRow() not in having:
            self.sections.setCurrentRow(min(having))
        self._narrow(self.sections.currentRow())

    def _show_section(self, row: int) -> None:
        """Show a section; its page is filled when that is first asked for."""
        page = self.pages.widget(row)
        if page is not None and page.layout() is None:
            self._fill(page, self._pages[row])
        self._narrow(row)
        self.pages.setCurrentIndex(row)

    def _narrow(self, row: int) -> None:
        for line in self._pages[row]:
            for widget in line.widgets:
                widget.setVisible(search.matches(self._text, line.words))

    def _fill(self, page: QWidget, lines: Sequence[Line]) -> None:
        area = QScrollArea(page)
        area.setWidgetResizable(True)
        inner = QWidget(area.viewport())
        inner.setProperty("role", "page")
        area.setWidget(inner)
        grid = QGridLayout(inner)
        grid.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        for row, line in enumerate(lines):
            editor, name = line.make(inner), plain_label(line.label, "", inner)
            name.setBuddy(editor)
            muted = plain_label(line.note, "muted", inner)
            muted.setWordWrap(True)
            line.widgets = (name, editor, muted)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(editor, row, 1)
            grid.addWidget(muted, row, 2)
        grid.setRowStretch(len(lines), 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _raw(self) -> dict[str, object]:
        """Return what was changed and not saved, by setting."""
        raw: dict[str, object] = {
            key: box.currentData() for key, box in self._choices.items() if box.currentData() != self._preference(key)
        }  # fmt: skip
        for spec, editor in self._editors.values():
            if self._value(spec, editor) != self._config.get(spec):
                raw[spec.key] = editor.text() if isinstance(editor, QLineEdit) else self._value(spec, editor)
        return raw

    def save(self) -> None:
        """Save what was changed; a value that does not fit is said and nothing is lost."""
        try:
            with self._desk.write() as session:
                for spec, editor in self._editors.values():
                    value = self._value(spec, editor)
                    if value != self._config.get(spec):
                        settings.change(session, spec, value)
        except RuleError as error:
            messages.tell(self, translate("Settings", "没有保存"), error.text)
            return
        changed = [key for key, box in self._choices.items() if box.currentData() != self._preference(key)]
        for key, box in self._choices.items():
            self._controller.prefs.setValue(key, box.currentData())
        if set(changed) - {alarm.SOUND}:
            messages.tell(self, translate("Settings", "外观、字号和语言在下次启动时生效。"))
        self._desk.notice(translate("Settings", "设置已保存"))
        self.accept()

    def _preference(self, key: str) -> str:
        return str(self._controller.prefs.value(key, PREFERENCE_DEFAULTS[key]))

    def _preference_line(self, preference: tuple[str, str, Sequence[tuple[str, str]]]) -> Line:
        key, label, choices = preference

        def make(parent: QWidget) -> QWidget:
            box = self._choices[key] = ChoiceInput(parent)
            box.setObjectName(key)
            box.setAccessibleName(translate("Settings", label))
            for value, text in choices:
                box.addItem(translate("Settings", text), value)
            box.setCurrentIndex(max(box.findData(self._typed.get(key, self._preference(key))), 0))
            return box

        return Line(key, translate("Settings", label), "", make)

    def _line(self, spec: Spec[Any]) -> Line:
        label = translate("Settings", spec.label)
        if spec.unit:
            unit = translate("Settings", spec.unit)
            label = translate("Settings", "{label}({unit})").format(label=label, unit=unit)
        note = translate("Settings", "默认 {default};依据 {clause}").format(
            default=self._shown(spec, spec.default),
            clause=clauses.spell(translate("Settings", spec.clause)),
        )
        return Line(
            spec.key, label, note,
            lambda parent: self._editor(spec, self._typed.get(spec.key, self._config.get(spec)), parent),
        )  # fmt: skip

    def _editor(self, spec: Spec[Any], value: Any, parent: QWidget) -> QWidget:
        if spec.kind is Kind.YES_NO:
            check = CheckInput(translate("Settings", "是"), parent)
            check.setChecked(bool(value))
            editor: QWidget = check
        elif spec.kind is Kind.CHOICE:
            box = ChoiceInput(parent)
            for key, text in spec.choices:
                box.addItem(translate("Settings", text), key)
            box.setCurrentIndex(max(box.findData(value), 0))
            editor = box
        else:
            line = QLineEdit(str(value), parent)
            line.setMaxLength(200)
            line.setCursorPosition(0)
            editor = line
        self._editors[spec.key] = (spec, editor)
        editor.setObjectName(spec.key)
        editor.setAccessibleName(translate("Settings", spec.label))
        return editor

    def _value(self, spec: Spec[Any], editor: QWidget) -> Any:
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        assert isinstance(editor, QLineEdit)
        text = editor.text().strip()
        if spec.kind is Kind.NUMBER:
            return int(text) if text.isdecimal() and len(text) < 10 else -1
        return text

    def _shown(self, spec: Spec[Any], value: Any) -> str:
        if spec.kind is Kind.YES_NO:
            return translate("Settings", "是") if value else translate("Settings", "否")
        if spec.kind is Kind.CHOICE:
            return next(translate("Settings", text) for key, text in spec.choices if key == value)
        return str(value) or "—"


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    SettingsDialog(controller).exec()
