"""The boxes that are no line of text, and which box a field gets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_app.core.declare import Field, FieldKind, Veiled
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import parse, theme
from desk_app.kit.fields import FieldBox, LineBox, Lookup
from desk_app.kit.inputs import CheckInput, ChoiceInput, TextInput
from desk_app.kit.line_input import LineInput
from desk_app.kit.value_text import show_value


class SecretBox(FieldBox):
    """SECRET: dots on the screen; what is typed leaves only as the value, never as what a draft keeps."""

    editor: LineInput

    def raw(self) -> object:
        """Return nothing: a secret is kept nowhere."""
        return ""

    def set_raw(self, raw: object) -> None:
        """Show nothing."""
        self.editor.clear()

    def is_empty(self) -> bool:
        """Say whether nothing was typed."""
        return not self.editor.text()

    def value(self) -> object:
        """Return what was typed, blanks and all."""
        if self.field.required and not self.editor.text():
            raise self._missing()
        return self.editor.text()

    def set_value(self, value: object) -> None:
        """Empty it: a secret is never shown."""
        self.editor.clear()

    def _make_editor(self) -> LineInput:
        line = LineInput(parent=self)
        line.setEchoMode(LineInput.EchoMode.Password)
        line.setMaxLength(self.field.limit)
        line.textEdited.connect(self.edited)
        line.entered.connect(self.entered)
        return line


class LongTextBox(FieldBox):
    """LONG_TEXT: several lines with quick phrases."""

    editor: TextInput

    def raw(self) -> object:
        """Return the text, {"text", "under"} while numbers in it are masked."""
        text = self.editor.toPlainText()
        return {"text": text, "under": self._under} if self._under and text.strip() else text

    def set_raw(self, raw: object) -> None:
        """Show a text."""
        held = raw if isinstance(raw, dict) else {"text": raw}
        text = held.get("text")
        self.editor.set_quietly(text if isinstance(text, str) else "")
        self._under = str(held.get("under") or "")

    def value(self) -> object:
        """Return the text without blanks at its ends."""
        text = self._whole(parse.tidy(self.editor.toPlainText()))
        if not text and self.field.required:
            raise self._missing()
        return text

    def set_value(self, value: object) -> None:
        """Show a text; of one that is veiled the numbers in it masked."""
        self._under = value.clear if isinstance(value, Veiled) else ""
        self.editor.set_quietly(value.shown if isinstance(value, Veiled) else show_value(value))

    def _make_editor(self) -> TextInput:
        text = TextInput(self.field.limit, self._phrases(), self)
        text.setMinimumHeight(theme.px(60))
        hint = self.field.placeholder
        text.setPlaceholderText(
            translate(self.context, hint) if hint else translate("Fields", "Shift+Enter 换行")
        )
        text.edited.connect(self.edited)
        text.entered.connect(self.entered)
        return text


class ChoiceBox(FieldBox):
    """CHOICE: the first line is empty unless the field is required and has a default."""

    editor: ChoiceInput

    def raw(self) -> object:
        """Return the key chosen, "" for none."""
        return self.editor.currentData() or ""

    def set_raw(self, raw: object) -> None:
        """Choose by key."""
        self.editor.setCurrentIndex(max(0, self.editor.findData(raw)) if raw else 0)

    def value(self) -> object:
        """Return the key chosen, or None."""
        key = self.editor.currentData()
        if key is None and self.field.required:
            raise RuleError(
                translate("Fields", "请选择「{label}」。").format(label=self.title), self.field.key
            )
        return key

    def set_value(self, value: object) -> None:
        """Choose by key."""
        self.set_raw(value)

    def _make_editor(self) -> ChoiceInput:
        box = ChoiceInput(self)
        if not (self.field.required and self.field.default):
            box.addItem("", None)
        for choice in self.field.choices:
            box.addItem(translate(choice.context or self.context, choice.label), choice.key)
        box.activated.connect(lambda _index: self.edited.emit())
        box.currentIndexChanged.connect(self._on_changed)
        box.entered.connect(self.entered)
        return box

    def _on_changed(self) -> None:
        if self.editor.hasFocus():  # by arrow or initial: Qt says activated only for the mouse
            self.edited.emit()


class CheckBox(FieldBox):
    """CHECK: the hint is written beside the mark."""

    editor: CheckInput

    def raw(self) -> object:
        """Return True or False."""
        return self.editor.isChecked()

    def set_raw(self, raw: object) -> None:
        """Set or clear the mark."""
        self.editor.setChecked(raw is True)

    def value(self) -> object:
        """Return True or False; a required mark must be set."""
        if self.field.required and not self.editor.isChecked():
            raise RuleError(
                translate("Fields", "请确认「{label}」。").format(label=self.title), self.field.key
            )
        return self.editor.isChecked()

    def set_value(self, value: object) -> None:
        """Set or clear the mark."""
        self.editor.setChecked(bool(value))

    def _make_editor(self) -> CheckInput:
        box = CheckInput(self._hint().replace("&", "&&") or translate("Fields", "是"), self)
        box.clicked.connect(self.edited)
        box.entered.connect(self.entered)
        return box


def make_box(
    field: Field,
    context: str,
    lookup: Lookup | None = None,
    bare: bool = False,
    parent: QWidget | None = None,
) -> FieldBox:
    """Return the box for `field`; `context` translates its texts, `lookup(field, text)` suggests."""
    from desk_app.kit.files_field import FilesBox
    from desk_app.kit.table_field import TableBox

    kinds: Mapping[FieldKind, type[FieldBox]] = {
        FieldKind.LONG_TEXT: LongTextBox,
        FieldKind.CHOICE: ChoiceBox,
        FieldKind.CHECK: CheckBox,
        FieldKind.TABLE: TableBox,
        FieldKind.FILES: FilesBox,
        FieldKind.SECRET: SecretBox,
    }
    box = kinds.get(field.kind, LineBox)(field, context, lookup, bare, parent)
    if bare:
        box.layout().setSpacing(0)  # type: ignore[union-attr]
    if field.kind is FieldKind.CHECK or Qt.FocusPolicy.NoFocus == box.editor.focusPolicy():
        box.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
