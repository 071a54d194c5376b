"""One box for every kind of field: label, input, and the text it was typed as.

A box speaks three languages: `raw` is what was typed (JSON-able, for drafts), `value` is the native value
or a RuleError with a sentence, and the screen. Empty texts are "", lists [], check marks False, the rest None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_app.core import privacy
from desk_app.core.declare import Field, FieldKind, Ref, Suggestion, Veiled
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import parse, theme
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import CutLabel, show_money, tooltip
from desk_app.kit.value_text import show_value

Lookup = Callable[[Field, str], Sequence[Suggestion]]

_REFS = (FieldKind.ROOM, FieldKind.STAFF)
_EAGER = (FieldKind.ROOM, FieldKind.STAFF, FieldKind.BADGE)
_READERS: Mapping[FieldKind, Callable[[str], object]] = {
    FieldKind.INTEGER: parse.parse_integer,
    FieldKind.MONEY: parse.parse_money,
    FieldKind.DATE: parse.parse_date,
    FieldKind.TIME: parse.parse_time,
}


class FieldBox(QWidget):
    """A labelled input for one declared field; `bare` leaves the label out (in table cells).

    Signals: `edited` by the user; `entered` Enter asks for the next input; `filled(mapping)` sets other fields;
    `asked` what is held unseen is to be shown.
    """

    edited = Signal()
    entered = Signal()
    filled = Signal(object)
    asked = Signal()

    _under: str = ""
    """The free text as it is, while the box shows it with the numbers in it masked."""

    def __init__(
        self,
        field: Field,
        context: str,
        lookup: Lookup | None = None,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self.title = translate(context, field.label)
        self._lookup = lookup
        self.editor = self._make_editor()
        self._name_editor()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, self.editor.sizePolicy().verticalPolicy())
        if not bare:
            self.label = CutLabel("label")
            self.label.setText(self.title + (" *" if field.required else ""))
            self.label.setToolTip(tooltip(self.title))  # where the screen is small it ends with …
            self.label.setFixedHeight(theme.px(18))
            self.label.setBuddy(self.editor)
            layout.addWidget(self.label)
        layout.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)
        self.reset()

    def raw(self) -> object:
        """Return what was typed, as JSON-able data; "" (or [] or False) when empty."""
        raise NotImplementedError

    def set_raw(self, raw: object) -> None:
        """Show what `raw` once returned; anything else shows as empty. Not counted as an edit."""
        raise NotImplementedError

    def value(self) -> object:
        """Return the native value; RuleError (with this field's key) when it cannot be read or is missing."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a native value; None empties. Not counted as an edit."""
        raise NotImplementedError

    def reset(self) -> None:
        """Show the declared default."""
        self.set_value(self.field.default)

    def is_empty(self) -> bool:
        """Say whether nothing was typed."""
        return self.raw() in ("", [], False, None)

    def set_wrong(self, text: str) -> None:
        """Mark the input as wrong (empty `text`: as right) and say why to a screen reader."""
        theme.restyle(self.editor, "wrong", bool(text))
        self.editor.setAccessibleDescription(text or self._hint())

    def set_compact(self, compact: bool) -> None:
        """Move the label closer to its input."""
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(2 if compact else 4))

    def _make_editor(self) -> QWidget:
        raise NotImplementedError

    def _hint(self) -> str:
        return translate(self.context, self.field.hint) if self.field.hint else ""

    def _name_editor(self) -> None:
        self.editor.setObjectName(self.field.key)
        self.editor.setAccessibleName(self.title)
        self.editor.setAccessibleDescription(self._hint())
        self.editor.setToolTip(tooltip(self._hint()))

    def _whole(self, text: str) -> str:
        """Return what the box holds: the numbers under their masks are put back."""
        return privacy.restored(text, self._under) if self._under else text

    def _missing(self) -> RuleError:
        return RuleError(translate("Fields", "请填写「{label}」。").format(label=self.title), self.field.key)

    def _offers(self) -> Callable[[str], Sequence[Suggestion]] | None:
        lookup = self._lookup
        if lookup is None or self.field.suggest is None:
            return None
        return lambda text: lookup(self.field, text)

    def _phrases(self) -> tuple[str, ...]:
        return tuple(translate(self.context, phrase) for phrase in self.field.phrases)


class LineBox(FieldBox):
    """TEXT, INTEGER, MONEY, DATE, TIME, BADGE and, keeping the id of what was picked, ROOM and STAFF."""

    editor: LineInput
    _veiled: str | None = None
    _eye: QAction | None = None

    def raw(self) -> object:
        """Return the text, or {"text", "id"} once something was picked, {"veiled"} for what is held unseen."""
        text = self.editor.text()
        if self._veiled is not None:
            return {"veiled": self._veiled}
        if self._under and text.strip():
            return {"text": text, "under": self._under}
        return {"text": text, "id": self._id} if self._id is not None and text.strip() else text

    def set_raw(self, raw: object) -> None:
        """Show a text or a {"text", "id"}."""
        picked = raw if isinstance(raw, dict) else {}
        if isinstance(held := picked.get("veiled"), str):
            self.set_value(privacy.veil(self.field, held))
            return
        number, text = picked.get("id"), picked.get("text", raw)
        self._show(text if isinstance(text, str) else "", number if isinstance(number, int) else None)
        self._under = str(picked.get("under") or "")

    def value(self) -> object:
        """Return str, int, date, datetime or Ref by kind; RuleError when it cannot be read."""
        text = self._veiled or self._whole(parse.tidy(self.editor.text()).replace("\n", " "))
        if not text:
            if self.field.required:
                raise self._missing()
            return "" if self.field.kind in (FieldKind.TEXT, FieldKind.BADGE) else None
        if self.field.kind in _REFS:
            return Ref(self._id, text)
        reader = _READERS.get(self.field.kind)
        try:
            return reader(text) if reader else text
        except RuleError as error:
            raise RuleError(error.text, self.field.key) from error

    def set_value(self, value: object) -> None:
        """Show a native value as it would be typed; of one that is veiled the mask."""
        if isinstance(value, Veiled) and self.field.private.level < 2:
            self._show(value.shown, None)
            self._under = value.clear
        elif isinstance(value, Veiled):
            self._show(value.shown, None)
            self._veiled = value.clear
        elif self.field.kind is FieldKind.MONEY and isinstance(value, int):
            self._show(show_money(value), None)
        else:
            self._show(show_value(value), value.id if isinstance(value, Ref) else None)

    def _make_editor(self) -> LineInput:
        self._id: int | None = None
        self._hide_clear = QTimer(self, singleShot=True)
        self._hide_clear.timeout.connect(self.hide_clear)
        line = LineInput(self._offers(), self._phrases(), eager=self.field.kind in _EAGER, parent=self)
        line.setMaxLength(self.field.limit)
        line.setPlaceholderText(
            translate(self.context, self.field.placeholder) if self.field.placeholder else ""
        )
        line.textEdited.connect(self._on_typed)
        line.entered.connect(self.entered)
        line.chosen.connect(self._on_chosen)
        return line

    @property
    def is_veiled(self) -> bool:
        """Say whether a value is held unseen."""
        return self._veiled is not None

    @property
    def may_ask(self) -> bool:
        """Say whether the eye is offered."""
        return self._eye is not None and self._eye.isVisible()

    def let_ask(self, may: bool) -> None:
        """Put an eye into the input that asks to see what is held unseen, or take it away."""
        if may and self._eye is None:
            self._eye = self.editor.addAction(theme.icon("eye"), LineInput.ActionPosition.TrailingPosition)
            self._eye.setToolTip(tooltip(translate("Reveal", "查看明文…  Ctrl+E")))
            self._eye.triggered.connect(self.asked)
        if self._eye is not None:
            self._eye.setVisible(may)

    def show_clear(self, seconds: int) -> None:
        """Show what is held unseen, for some seconds."""
        if self._veiled is not None:
            self.editor.setText(self._veiled)
            self._hide_clear.start(1000 * seconds)

    def hide_clear(self) -> None:
        """Mask again what is held unseen."""
        self._hide_clear.stop()
        if self._veiled is not None:
            self.editor.setText(privacy.mask(self.field.private, self._veiled))

    def _show(self, text: str, number: int | None) -> None:
        self._id, self._veiled, self._under = number, None, ""
        self._hide_clear.stop()
        self.editor.setText(text)
        self.editor.setCursorPosition(0)

    def _on_typed(self) -> None:
        if (
            self._veiled is not None and not self._hide_clear.isActive()
        ):  # a mask is not mended by hand: what was typed stands alone
            typed = _inserted(privacy.mask(self.field.private, self._veiled), self.editor.text())
            self.editor.setText(typed)
        self._id = self._veiled = None
        self.edited.emit()

    def _on_chosen(self, item: Suggestion) -> None:
        self.set_value(item.title if item.value is None else item.value)
        self.editor.end(False)
        if item.fills:
            self.filled.emit(item.fills)
        self.edited.emit()


def _inserted(before: str, after: str) -> str:
    """Return what was put into a text, "" when something was only taken away."""
    start = _alike(before, after)
    return after[start : len(after) - _alike(before[start:][::-1], after[start:][::-1])]


def _alike(first: str, second: str) -> int:
    return next(
        (n for n, pair in enumerate(zip(first, second, strict=False)) if len(set(pair)) > 1),
        min(len(first), len(second)),
    )
