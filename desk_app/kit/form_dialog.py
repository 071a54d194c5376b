"""A small declared form in a dialog: sign-out at a time, choose who is on duty, add staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from desk_app.core import privacy, units
from desk_app.core.declare import Action, Field, Suggestion
from desk_app.core.errors import AlreadyDone, Doubt, KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.presence import Unconfirmed
from desk_app.kit import fit, messages, theme
from desk_app.kit.desk import Desk
from desk_app.kit.record_form import FormLookup, RecordForm, _nothing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CANCEL = Action("cancel", QT_TRANSLATE_NOOP("FormDialog", "取消"), shortcut="Esc")

Verb = Callable[["Session"], object]
Save = Callable[[Mapping[str, object], Mapping[str, str]], object]
"""Called with the form's values and the reasons given for doubts; raises RuleError to keep the dialog open."""


class FormDialog(QDialog):
    """A form that stays open until `save(values, reasons)` accepts it or the user cancels.

    With `desk` its fields suggest; with a `draft` name as well what is typed survives a crash and is there again when
    the same dialog opens. `lookup` suggests what else is known there.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        fields: Sequence[Field],
        context: str,
        main: str,
        save: Save,
        lookup: FormLookup | None = None,
        values: Mapping[str, object] | None = None,
        width: int = 520,
        desk: Desk | None = None,
        draft: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._save, self._desk = save, desk
        self._is_aside = False
        self.form = RecordForm(
            fields,
            context,
            title,
            Action("main", main, shortcut="Ctrl+S"),
            (replace(CANCEL, label=translate("FormDialog", CANCEL.label)),),
            lookup or (lookup_of(desk) if desk is not None else _nothing),
        )
        self.form.stand_alone()
        self.form.submitted.connect(self._on_submit)
        self.form.pressed.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.addWidget(self.form)
        self.setMinimumWidth(theme.px(width))
        if values:
            self.form.set_values(values)
        if desk is not None and draft:
            self._keep_drafts(desk, f"dialog.{draft}")
        self.form.focus_first()
        self.resize(theme.px(width), min(self.sizeHint().height(), self._highest))  # Qt stops at two thirds
        if area := self.form.findChild(QScrollArea):
            area.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _keep_drafts(self, desk: Desk, name: str) -> None:
        """Offer what was typed before a crash; keep what is typed now until the dialog is answered."""
        from desk_app.core import drafts

        staff_id = desk.actor.staff_id if desk.actor else 0

        def keep(raw: Mapping[str, object]) -> None:
            with desk.db.aside() as session:
                drafts.keep(session, name, staff_id, drafts.named(raw, self.form.unit))

        with desk.read() as session:
            kept = drafts.kept(session, name, staff_id)
        if kept and desk.db.was_committed(drafts.unit_of(kept[1])):
            keep({})
        elif kept:
            self.form.set_raw(kept[1])
            self.form.unit = drafts.unit_of(kept[1]) or self.form.unit
            self.form.set_state(translate("FormDialog", "已恢复未保存的内容"))
        self.form.draft_changed.connect(keep)
        self.finished.connect(lambda _result: None if self._is_aside else keep({}))

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        self.form.flush_draft_if_waiting()

    def put_aside(self) -> None:
        """Close because somebody else takes the desk: what is typed waits for whoever typed it."""
        self.keep_draft()
        self._is_aside = True
        self.reject()

    def _on_pressed(self, key: str) -> None:
        if key == CANCEL.key:
            self.reject()

    def _on_submit(self) -> None:
        if submit(self, self.form, self._save, done_before=self.reject, desk=self._desk):
            self.accept()

    def _make_room(self, _least: int, hidden: int) -> None:
        """Grow until the hint and the sentences under the fields leave room for the fields, as far as the screen has it.

        Only what is shown knows how many lines a sentence takes.
        """
        if hidden and self.isVisible():
            self.resize(self.width(), max(self.height(), min(self.height() + hidden, self._highest)))

    @property
    def _highest(self) -> int:
        return fit.room_for(self).height()


def submit(
    parent: QWidget,
    form: RecordForm,
    save: Save,
    complete: bool = True,
    *,
    done_before: Callable[[], object],
    desk: Desk | None,
) -> bool:
    """Convert the form and save it; errors go under their fields, a doubt asks for its reason. True when saved.

    `done_before()` follows when an earlier try had been saved and only its answer was lost: nothing is doubled.
    """
    reasons: dict[str, str] = {}
    form.hide_errors()
    while True:
        try:
            units.repeated(form.unit, lambda: save(form.values(complete), reasons))
        except Doubt as doubt:
            reason = messages.ask_reason(
                parent,
                translate("FormDialog", "请再看一下"),
                doubt.text,
                main=translate("FormDialog", "无误,继续"),
                desk=desk,
            )
            if reason is None:
                form.show_errors(doubt)
                return False
            reasons[doubt.field] = reason
        except Unconfirmed as gap:
            if gap.ask is None or not gap.ask(parent):
                form.show_errors(gap)
                return False
        except RuleError as error:
            form.show_errors(error)
            return False
        except KnownError as error:
            before = isinstance(error, AlreadyDone) and error.uid.startswith(form.unit)
            title = translate("FormDialog", "已经保存过") if before else translate("FormDialog", "没有保存")
            messages.tell(parent, title, error.text)
            if before:
                done_before()
            return False
        else:
            return True


def ask(parent: QWidget | None, **options: object) -> bool:
    """Show a FormDialog; True when it was saved."""
    dialog = FormDialog(parent, **options)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog.exec() == QDialog.DialogCode.Accepted


def title_of(context: str, label: str) -> str:
    """Return a declared label, translated, without its trailing dots."""
    return translate(context, label).rstrip("…")


def lookup_of(desk: Desk) -> FormLookup:
    """Return the function that asks a field's own suggestions in a short reading session."""

    def look(field: Field, text: str, values: Mapping[str, object]) -> Sequence[Suggestion]:
        if field.suggest is None:
            return ()
        with desk.read() as session:
            return privacy.offers_for(desk.actor, field, field.suggest(session, text, values))

    return look
