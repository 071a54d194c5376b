"""The form beside a list: declared fields in two columns, the main action bottom left, errors in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core import clock, privacy
from desk_app.core.declare import Action, Field, FieldKind, Suggestion
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.i18n import translate
from desk_app.core.records import new_uid
from desk_app.kit import theme
from desk_app.kit.fields import FieldBox, LineBox
from desk_app.kit.form_head import FormHead
from desk_app.kit.form_page import FormPage
from desk_app.kit.form_pages import FormPages
from desk_app.kit.guard import qt_guard
from desk_app.kit.inputs import TextInput
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import caption, plain_label, show_clock, tooltip

FormLookup = Callable[[Field, str, Mapping[str, object]], Sequence[Suggestion]]
DRAFT_PAUSE_MS = 800
DRAFT_SECONDS = 5.0
"""Whoever types without a pause has a draft every so often all the same (safety.md D10)."""


def _nothing(_field: Field, _text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    return ()


class RecordForm(QFrame):
    """A card that edits one record; it converts and shows, the panel saves.

    `main` and `buttons` are declared actions; `submitted` is the main one, `pressed(key)` the others.
    `draft_changed(mapping)` follows typing after a pause and carries `raw()` ({} after
    `clear`); `cleared` follows every `clear`; `left` is Esc with no group open;
    `reveal_requested(key)` what a field holds unseen is to be shown (`let_reveal`).
    """

    submitted = Signal()
    pressed = Signal(str)
    draft_changed = Signal(dict)
    cleared = Signal()
    left = Signal()
    shown = Signal()
    reveal_requested = Signal(str)

    def __init__(
        self,
        fields: Sequence[Field],
        context: str,
        title: str,
        main: Action,
        buttons: Sequence[Action] = (),
        lookup: FormLookup = _nothing,
        parent: QWidget | None = None,
        pages: FormPages | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._context = context
        self._lookup = lookup
        self._touched: set[str] = set()
        self.unit = new_uid()
        """The client-made id of what is in the form: every try to save it bears the same one."""
        self._group_shown = ""
        self._in_dialog = True  # known when it is first shown; a dialog's Esc is the dialog's
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._draft_pause.timeout.connect(self.flush_draft)
        self._untold_since = 0.0
        self._stack = pages or FormPages(fields, context, self)
        self._build(title, main, buttons)
        self.setFocusProxy(self._pages[""].boxes[0])
        for box in self.boxes.values():
            box.edited.connect(lambda key=box.field.key: self._on_edited(key))
            box.entered.connect(lambda key=box.field.key: self.focus_after(key))
            box.filled.connect(self._on_filled)
            box.asked.connect(lambda key=box.field.key: self.reveal_requested.emit(key))
        see = QShortcut(QKeySequence("Ctrl+E"), self)
        see.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        see.activated.connect(self._ask_to_see)

    @property
    def touched(self) -> bool:
        """Say whether the user typed anything since the form was last empty."""
        return bool(self._touched)

    def values(self, complete: bool = True) -> dict[str, object]:
        """Return native values by key; FieldErrors with every field that is missing or cannot be read.

        Without `complete` nothing is missing (a draft): empty fields are left out.
        """
        values: dict[str, object] = {}
        wrong: list[RuleError] = []
        for key, box in self.boxes.items():
            if not complete and box.is_empty():
                continue
            try:
                values[key] = box.value()
            except FieldErrors as errors:
                wrong.extend(errors.errors)
            except RuleError as error:
                wrong.append(error)
        if wrong:
            raise FieldErrors(tuple(wrong))
        return values

    def known(self) -> dict[str, object]:
        """Return the values that can be read now; the others are left out."""
        values: dict[str, object] = {}
        for key, box in self.boxes.items():
            with suppress(RuleError):
                values[key] = box.value()
        return values

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show native values; fields not named are left as they are."""
        for key, value in values.items():
            if key in self.boxes:
                self.boxes[key].set_value(value)
        self._after_set()

    def let_reveal(self, keys: Collection[str]) -> None:
        """Put an eye into the fields of these keys that hold something unseen, and into no other."""
        for key, box in self.boxes.items():
            if isinstance(box, LineBox):
                box.let_ask(key in keys and box.is_veiled)

    def show_clear(self, key: str, seconds: int) -> None:
        """Show what a field holds unseen, for some seconds or until the form is out of sight."""
        box = self.boxes[key]
        if isinstance(box, LineBox):
            box.show_clear(seconds)

    @qt_guard(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in clear out of sight."""
        super().hideEvent(event)
        for box in self.boxes.values():
            if isinstance(box, LineBox):
                box.hide_clear()

    def _ask_to_see(self) -> None:
        for key, box in self.boxes.items():
            if isinstance(box, LineBox) and box.is_veiled and box.may_ask and box.editor.hasFocus():
                self.reveal_requested.emit(key)

    def raw(self) -> dict[str, object]:
        """Return what was typed, JSON-able, by key; empty inputs are left out."""
        return {key: box.raw() for key, box in self.boxes.items() if not box.is_empty()}

    def set_raw(self, raw: Mapping[str, object]) -> None:
        """Show a draft; what is not in it becomes empty."""
        for key, box in self.boxes.items():
            box.set_raw(raw.get(key, ""))
        self._touched = {key for key in raw if key in self.boxes}
        self._after_set()

    def clear(self, focus: bool = True) -> None:
        """Show the defaults again, forget the draft, and start at the first input."""
        self.reset()
        self.draft_changed.emit({})
        self.cleared.emit()
        if focus:
            self.focus_first()

    def reset(self) -> None:
        """Show the defaults again; a draft that was kept stays kept."""
        self.unit = new_uid()
        for box in self.boxes.values():
            box.reset()
        self._touched.clear()
        self._after_set()
        self._draft_pause.stop()
        self.set_state("")
        self.set_hint("")
        self.set_warning("")

    def show_errors(self, error: RuleError) -> None:
        """Put each sentence under its field and go to the first; without a field, above the buttons."""
        errors = error.errors if isinstance(error, FieldErrors) else (error,)
        self.hide_errors()
        first = None
        for one in errors:
            key, _, cell = one.field.partition(".")
            box = self.boxes.get(key)
            if box is None:
                self._general.setText(one.text)
                self._general.show()
                continue
            first = first or box
            self._page_of(key).set_error(key, one.text)
            mark = getattr(box, "mark_cell", None)
            if cell and mark:
                mark(cell, one.text)
        if first:
            self.focus_field(first.field.key)

    def hide_errors(self) -> None:
        """Take all sentences away."""
        for page in self._pages.values():
            page.hide_errors()
        self._general.hide()

    def has_errors(self) -> bool:
        """Say whether any sentence is shown."""
        return not self._general.isHidden() or any(page.errors() for page in self._pages.values())

    def errors(self) -> dict[str, str]:
        """Return the sentences shown by field key; the general one under ""."""
        shown = {key: text for page in self._pages.values() for key, text in page.errors().items()}
        return shown | ({} if self._general.isHidden() else {"": self._general.text()})

    def focus_first(self) -> None:
        """Go to the first input of the first page."""
        self._show_page("")
        self._pages[""].boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_field(self, key: str) -> None:
        """Go to a field, opening its group."""
        self._show_page(self.boxes[key].field.group)
        self.boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_after(self, key: str) -> None:
        """Go to the input after `key`; from the last to the main button, from a group's last back."""
        page = self._page_of(key)
        keys = [box.field.key for box in page.boxes if box.isVisibleTo(page)]
        place = keys.index(key) + 1
        if place < len(keys):
            box = self.boxes[keys[place]]
            box.setFocus(Qt.FocusReason.TabFocusReason)
            page.reveal(box)
        elif page is not self._pages[""]:
            self.close_group()
        else:
            self.main_button.setFocus(Qt.FocusReason.TabFocusReason)

    def close_group(self) -> None:
        """Return from a group to the form, at its button."""
        group = self._group_shown
        self._show_page("")
        if group in self._group_buttons:
            self._group_buttons[group].setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_alone(self) -> None:
        """Leave out what belongs to a form beside a list: its key and 清空."""
        self.head.stand_alone()
        self.clear_button.hide()

    def set_state(self, text: str) -> None:
        """Say a few words beside the title, where no hint stands."""
        self.head.set_state(text)

    def set_hint(self, text: str) -> None:
        """Say under the title what is known of what is typed; a kept draft does not write over it."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_warning(self, text: str) -> None:
        """Say loudly, above the fields, what must be told to the customer; "" takes it away."""
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def draft_saved(self, moment: datetime) -> None:
        """Say that the draft is kept, and since when."""
        self.set_state(translate("Form", "草稿已保存 {time}").format(time=show_clock(moment)))

    def flush_draft(self) -> None:
        """Hand the draft over now."""
        self._draft_pause.stop()
        self.draft_changed.emit(self.raw())

    def flush_draft_if_waiting(self) -> None:
        """Hand the draft over if typing was not yet told."""
        if self._draft_pause.isActive():
            self.flush_draft()

    def set_title(self, title: str, main: str = "") -> None:
        """Name what the form does now, and its main button (correcting instead of entering)."""
        self.head.set_title(title)
        if main:
            self._main_text = caption(main)
        self.fit_buttons()

    def set_phrases(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Offer these quick phrases by field, instead of the declared ones (they are a setting)."""
        for key, phrases in lists.items():
            editor = self.boxes[key].editor
            if isinstance(editor, LineInput | TextInput):
                editor.set_phrases(phrases)

    def show_field(self, key: str, shown: bool) -> None:
        """Show or hide one field; a hidden one is skipped by Enter."""
        self._page_of(key).show_box(key, shown)
        self._fit()

    def show_group(self, group: str, shown: bool) -> None:
        """Show or hide the button of a group that is not always asked for."""
        self._group_buttons[group].setVisible(shown)
        if not shown and self._group_shown == group:
            self._show_page("")
        self._fit()

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the rows closer when they would not fit."""
        super().resizeEvent(event)
        self.fit_buttons()
        self._fit()

    @qt_guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Take the buttons' keys in a dialog; in the main window they belong to the window."""
        super().showEvent(event)
        self._in_dialog = isinstance(self.window(), QDialog)
        self._back.setEnabled(bool(self._group_shown) or not self._in_dialog)
        if self._in_dialog:
            for button, keys in self._keys.items():  # not setShortcut: that waits a tenth of a second
                QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            self._keys.clear()

    @qt_guard(False)
    def event(self, event: QEvent) -> bool:
        """Recount the space when the layout changed (an error appeared)."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _build(self, title: str, main: Action, buttons: Sequence[Action]) -> None:
        self.head = FormHead(title, self)
        self._hint = plain_label("", "muted", self)
        self._hint.setObjectName("form_hint")
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._warning = plain_label("", "warning", self)
        self._warning.setObjectName("form_warning")
        self._warning.setWordWrap(True)
        self._warning.hide()
        self._general = plain_label("", "error", self)
        self._general.setObjectName("form_error")
        self._general.setWordWrap(True)
        self._general.hide()
        self._take_pages()
        layout = QVBoxLayout(self)
        edge = theme.px(18)
        layout.setContentsMargins(edge, theme.px(12), edge, theme.px(12))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.head)
        layout.addWidget(self._hint)
        layout.addWidget(self._warning)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._general)
        layout.addSpacing(theme.px(4))
        self._button_row = QHBoxLayout()
        layout.addLayout(self._button_row)
        self._make_buttons(main, buttons)
        self._main_text = self.main_button.text()
        self._button_texts = {key: button.text() for key, button in self.buttons.items()}
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.main_button.click)
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back)
        back.setEnabled(False)
        self._back = back

    def _take_pages(self) -> None:
        self._stack.setParent(self)  # here already, unless they were built ahead
        self._stack.complete()
        self._stack.look = lambda field, text: self._lookup(field, text, self.known())
        self._pages, self.boxes = self._stack.pages, self._stack.boxes
        self._group_buttons = self._pages[""].add_buttons([group for group in self._pages if group])
        for group, button in self._group_buttons.items():
            button.clicked.connect(lambda _checked=False, g=group: self._open_group(g))
            self._pages[group].add_head(self._tr(group)).clicked.connect(self.close_group)
        self._name_groups()

    def _make_buttons(self, main: Action, buttons: Sequence[Action]) -> None:
        self._keys: dict[QPushButton, str] = {}
        row = self._button_row
        row.setSpacing(theme.px(8))
        self.main_button = self._make_button(main, "main")
        self.main_button.clicked.connect(self._on_submit)
        row.addWidget(self.main_button)
        self.buttons: dict[str, QPushButton] = {}
        for action in buttons:
            button = self._make_button(action, "foot")
            button.clicked.connect(lambda _checked=False, key=action.key: self.pressed.emit(key))
            self.buttons[action.key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.clear_button = QPushButton(translate("Form", "清空"), self)
        self.clear_button.setObjectName("clear")
        self.clear_button.setProperty("role", "foot")
        self.clear_button.clicked.connect(lambda: self.clear())
        row.addWidget(self.clear_button)

    def _make_button(self, action: Action, role: str) -> QPushButton:
        text = caption(self._tr(action.label))
        if role == "main" and action.shortcut:
            text += "  " + action.shortcut
        button = QPushButton(text, self)
        button.setObjectName(action.key)
        button.setAccessibleName(self._tr(action.label))
        button.setProperty("role", role)
        button.setAutoDefault(True)
        if action.shortcut:
            self._keys[button] = action.shortcut
            button.setToolTip(tooltip(f"{self._tr(action.label)} {action.shortcut}"))
        if action.icon:
            theme.put_icon(button, action.icon, "on_accent" if role == "main" else "text")
        return button

    def _on_submit(self) -> None:
        self.hide_errors()
        self.submitted.emit()

    def _on_back(self) -> None:
        if self._group_shown:
            self.close_group()
        else:
            self.left.emit()

    def _on_edited(self, key: str) -> None:
        self._touched.add(key)
        self._page_of(key).set_error(key, "")
        self._name_groups()
        if not self._draft_pause.isActive():
            self._untold_since = clock.ticks()
        self._draft_pause.start()
        if clock.ticks() - self._untold_since >= DRAFT_SECONDS:
            self.flush_draft()

    def _on_filled(self, fills: Mapping[str, object]) -> None:
        """Set the fields a suggestion knows, unseen where personal; what the user typed is never overwritten."""
        for key, value in fills.items():
            box = self.boxes.get(key)
            if box and (key not in self._touched or box.is_empty()):
                box.set_value(privacy.veil(box.field, value))
                self._page_of(key).set_error(key, "")
        self._name_groups()

    def _after_set(self) -> None:
        self.hide_errors()
        self._show_page("")
        self._name_groups()
        self.shown.emit()

    def _open_group(self, group: str) -> None:
        self._show_page(group)
        self._pages[group].boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_page(self, group: str) -> None:
        self._group_shown = group
        self._stack.setCurrentWidget(self._pages[group])
        self._back.setEnabled(bool(group) or not self._in_dialog)
        self._name_groups()

    def _name_groups(self) -> None:
        """Write on each group's button how much is in it."""
        for group, button in self._group_buttons.items():
            count = 0
            for box in self._pages[group].boxes:
                raw = box.raw()
                is_list = box.field.kind in (FieldKind.TABLE, FieldKind.FILES) and isinstance(raw, list)
                count += len(raw) if is_list and isinstance(raw, list) else int(not self._is_default(box))
            label = caption(self._tr(group))
            button.setText(f"{label}  {count}" if count else label)
            wrong = bool(self._pages[group].errors())
            theme.restyle(button, "wrong", wrong)

    def _is_default(self, box: FieldBox) -> bool:
        return box.is_empty() or (box.field.key not in self._touched and box.field.default is not None)

    def _page_of(self, key: str) -> FormPage:
        return self._pages[self.boxes[key].field.group]

    def _fit(self) -> None:
        for page in self._pages.values():
            page.fit(self._stack.height())

    def fit_buttons(self) -> None:
        """Shorten the buttons where they do not fit: first the main one's shortcut, then words beside an icon, then gaps."""
        width = self._button_row.contentsRect().width()
        for level in range(4):
            self._button_row.setSpacing(theme.px(8 if level < 3 else 3))
            self.main_button.setText(self._main_text if level == 0 else self._main_text.split("  ")[0])
            for key, button in self.buttons.items():
                hide = level >= 2 and not button.icon().isNull()
                button.setText("" if hide else self._button_texts[key])
            self._button_row.invalidate()
            if self._button_row.sizeHint().width() <= width:
                break
        self._button_row.activate()

    def _tr(self, text: str) -> str:
        return translate(self._context, text)
