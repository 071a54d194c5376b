"""What every register's panel does alike: save, keep drafts, correct, void, export, show the history.

A room's panel holds one and gives it its own verbs; what is special on its screen stays in the room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk_app.core import clock, units
from desk_app.core.declare import Action, Field, Register, Row, Suggestion
from desk_app.core.errors import AlreadyDone, KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.numbering import day_of
from desk_app.core.presence import Unconfirmed
from desk_app.core.records import new_uid
from desk_app.kit import form_dialog, lone_review, messages
from desk_app.kit.desk import Desk
from desk_app.kit.form_content import FormContent
from desk_app.kit.form_dialog import submit
from desk_app.kit.register_panel import PAST, RegisterPanel
from desk_app.kit.text import show_clock

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desk_app.core import search

Save = Callable[["Session", Mapping[str, object], Mapping[str, str]], Any]
Correct = Callable[["Session", str, Mapping[str, object], Mapping[str, str], str], Any]
Handler = Callable[[Row], object]


class RegisterWork(QObject):
    """The common work of one register on screen.

    `save(session, values, reasons)` makes a record and returns it; `saved(record)` follows.
    `correct(session, uid, values, reasons, reason)` makes a new version. `handlers` map an action's key to
    what it does with the chosen row. `fresh()` gives values to preset in an empty form.
    """

    def __init__(
        self,
        desk: Desk,
        register: Register,
        parent: QWidget,
        *,
        title: str,
        main: Action,
        save: Save,
        saved_text: str,
        handlers: Mapping[str, Handler],
        correct: Correct | None = None,
        buttons: Sequence[Action] = (),
        extra: Sequence[Action] = (),
        fresh: Callable[[], Mapping[str, object]] | None = None,
        saved: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.register = register
        self._title, self._main, self._save, self._saved_text = title, main, save, saved_text
        self._correct, self._saved = correct, saved
        self._handlers: dict[str, Handler] = {
            "history": self.show_details, "correct": lambda row: self.content.start_correction(row), PAST: lambda _row: self._look_back(),
            **lone_review.handlers(self), **handlers,
        }  # fmt: skip
        self.widget = RegisterPanel(desk, register, desk.prefs, title, main, buttons, extra, parent)
        self.widget.submitted.connect(self.save)
        self.widget.action_requested.connect(self._on_action)
        self.widget.opened.connect(self.show_details)
        self.widget.export_requested.connect(self.export)
        self.content = FormContent(
            desk, register, self.widget, title=title, main=main.label, fresh=fresh, may_correct=correct is not None
        )  # fmt: skip
        desk.actor_changed.connect(self._on_actor_changed)
        shown = (main, *buttons, *extra, *register.actions)
        self._offered = frozenset(
            (*(action.key for action in shown), "export", *((PAST,) if register.recent else ()))
        )
        self._hide_what_is_refused()
        self._wanted: search.Hit | None = None
        self.widget.missed.connect(self._on_missed)

    def add_handlers(self, handlers: Mapping[str, Handler]) -> None:
        """Do more actions, where what does them needs this work itself."""
        self._handlers |= handlers

    def new(self) -> None:
        """Start a new record (F2): what is typed stays, the cursor goes to the first field."""
        self.widget.form.focus_first()

    def do(self, key: str) -> None:
        """Do what belongs to no row: a line of the window's menu."""
        self._on_action(key, None)

    def press_main(self) -> None:
        """Do what the form's main button does (Ctrl+S)."""
        self.widget.form.main_button.click()

    def print_current(self) -> None:
        """Print the chosen record (Ctrl+P), as its action "print" does."""
        self._on_action("print", self.widget.table.current_row())

    def filter(self) -> None:
        """Go to the filter (F3)."""
        self.widget.focus_filter()

    def refill(self) -> None:
        """Read the list again, soon, when it is older than the database."""
        self.widget.refill_soon()

    def show_view(self, view: str) -> None:
        """Open a view of the list."""
        self.widget.show_view(view)

    def show_record(self, uid: str) -> None:
        """Select one record, whatever view it is in; the list has the focus, for the keys of its rows."""
        from desk_app.core import search

        with self.desk.read() as session:
            hit = search.by_uid(session, uid)
        if hit is None:
            return
        self._wanted = hit
        if self.widget.show_record(hit.record):
            self.widget.table.setFocus()
        else:
            self._on_missed(hit.record)

    def _on_missed(self, record: int) -> None:
        """Ask for the reason to look at the day of a record that is too old for the list, or say who can."""
        hit = self._wanted
        if self.register.recent is None or hit is None or hit.record != record:
            return
        if self.desk.refuses(self.register.key, PAST):
            text = translate("Past", "{no} 不在近期的记录里,请用「更早…」按日期和理由查。")
            self.desk.notice(text.format(no=hit.detail.split()[0] if hit.detail else hit.title), "due")
        elif self._look_back(day_of(hit.detail)):
            self.widget.table.select_id(record)

    def _look_back(self, day: date | None = None) -> bool:
        from desk_app.kit.look_back import look_back

        recent = self.register.recent
        return recent is not None and look_back(self.widget, self.desk, recent, day)

    def take_badge(self, code: str) -> bool:
        """Put a badge into the form if that field offers it; False when it does not."""
        box = self.widget.form.boxes.get("badge")
        if box is None or box.field.suggest is None:
            return False
        with self.desk.read() as session:
            offered = box.field.suggest(session, code, {})
        if code not in {item.title for item in offered}:
            return False
        box.set_value(code)
        box.edited.emit()
        return True

    def save(self) -> None:
        """Do the form's main action: save a new record, or the correction under way."""
        if self.content.correcting is not None:
            self._save_correction(self.content.correcting)
        else:
            self.save_as(self._save, self._saved_text)

    def save_as(self, make: Save, said: str, complete: bool = True) -> None:
        """Save the form through a verb; `said` is a declared text. Without `complete` fields may be missing."""
        from desk_app.core import links

        made: list[Any] = []
        going_on, origin = self.content.uid, self.content.origin

        def save(values: Mapping[str, object], reasons: Mapping[str, str]) -> None:
            made.clear()
            with self.desk.write() as session:
                made.append(make(session, {**values, "uid": going_on} if going_on else values, reasons))
                if origin:
                    links.follow(session, origin, made[0])

        if submit(
            self.widget, self.widget.form, save, complete, done_before=self.widget.form.clear, desk=self.desk
        ):
            self._after_save(made[0], said)
            if self._saved is not None:
                self._saved(made[0])

    def act(self, verb: Callable[[Session], object], said: str | Callable[[], str]) -> bool:
        """Run one verb as one unit of work and say what was done; a refusal is told. True when done.

        `said` is a function where only the verb finds out about whom it is.
        """
        uid = new_uid()

        def unit() -> None:
            with self.desk.write() as session:
                verb(session)

        try:
            units.repeated(uid, unit)
        except (RuleError, KnownError) as error:
            if isinstance(error, Unconfirmed) and error.ask is not None and error.ask(self.widget):
                return self.act(verb, said)
            if not (isinstance(error, AlreadyDone) and error.uid == uid):  # else only its answer was lost
                messages.tell(self.widget, translate("Work", "没有办成"), error.text)
                return False
        self.desk.notice(f"{said if isinstance(said, str) else said()} {show_clock(clock.now())}")
        return True

    def ask(
        self,
        row: Row,
        title: str,
        fields: Sequence[Field],
        save: form_dialog.Save,
        *,
        values: Mapping[str, object] | None = None,
        around: Mapping[str, object] | None = None,
        context: str = "",
        main: str = "",
    ) -> bool:
        """Ask for a few fields about a record; `around` are values its suggestions may need. True when saved.

        `context` translates fields that are not the register's own; `main` is the button's label.
        """
        look = form_dialog.lookup_of(self.desk)

        def lookup(field: Field, text: str, known: Mapping[str, object]) -> Sequence[Suggestion]:
            return look(field, text, {**(around or {}), **known})

        name = ".".join((self.register.key, "+".join(field.key for field in fields), str(row["uid"])))
        return form_dialog.ask(
            self.widget, title=title, fields=fields, context=context or self.register.context, save=save, lookup=lookup,
            values=values, main=main or translate("Work", "保存"), desk=self.desk, draft=name,
        )  # fmt: skip

    def ask_verb(
        self,
        row: Row,
        title: str,
        fields: Sequence[Field],
        verb: Callable[..., object],
        said: str,
        *,
        values: Mapping[str, object] | None = None,
    ) -> bool:
        """Ask for a verb's keyword arguments, which `fields` are called by; True when it was done.

        `verb(session, uid, **given)`; `title` and `said` are shown with the record's number.
        """

        def save(given: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self.desk.write() as session:
                verb(session, str(row["uid"]), **given)
            self.desk.notice(f"{row['no']} {said}")

        return self.ask(row, f"{title} {row['no']}", fields, save, values=values)

    def ask_and_act(
        self,
        row: Row,
        verb: Callable[[Session, str], object],
        title: str,
        said: str,
        choices: Sequence[str] = (),
    ) -> None:
        """Ask for a reason, then run `verb(session, reason)`."""
        reason = messages.ask_reason(self.widget, title, self.describe(row), choices, desk=self.desk)
        if reason is not None:
            self.act(lambda session: verb(session, reason), said)

    def describe(self, row: Row) -> str:
        """Return a record in a few words, for questions about it."""
        return " ".join(
            str(row[key]) for key in ("no", "name", "org", "host_room", "customer") if row.get(key)
        )

    def show_details(self, row: Row) -> None:
        """Show a record as it is now, its links and its history."""
        from desk_app.kit.record_dialog import RecordDialog

        dialog = RecordDialog(self.widget, self.desk, self.register, row)
        dialog.exec()
        dialog.deleteLater()

    def export(self) -> None:
        """Write what the list shows to a workbook."""
        from desk_app.kit.export import export_shown

        export_shown(self.widget, self.desk)

    def _save_correction(self, row: Row) -> None:
        correct = self._correct
        reason = messages.ask_reason(
            self.widget, translate("Work", "为什么更正"), self.describe(row), self._reasons(), desk=self.desk
        )
        if reason is None or correct is None:
            return

        def save(values: Mapping[str, object], reasons: Mapping[str, str]) -> None:
            with self.desk.write() as session:
                correct(session, str(row["uid"]), values, reasons, reason)

        if submit(
            self.widget, self.widget.form, save, done_before=self.content.leave_correction, desk=self.desk
        ):
            self.content.leave_correction()
            self.desk.notice(
                translate("Work", "{no} 已更正 {time},原内容可在修改记录中查看").format(
                    no=row["no"], time=show_clock(clock.now())
                )
            )

    def _reasons(self) -> tuple[str, ...]:
        return (translate("Work", "填写错误"), translate("Work", "客户更改"), translate("Work", "补充信息"))

    def _after_save(self, record: Any, said: str) -> None:
        self.widget.form.clear()
        self.widget.select_only(record.id)
        text = translate("Work", "{no} {said} {time},已保存到本机")
        said = translate(self.register.context, said)
        self.desk.notice(
            text.format(
                no=getattr(record, "shown_no", record.no) or "", said=said, time=show_clock(clock.now())
            )
        )

    def _on_action(self, key: str, row: Row | None) -> None:
        handler = self._handlers.get(key)
        if handler is None:
            return
        if key in self._offered and self.desk.refuses(self.register.key, key):
            self.desk.notice(translate("Work", "您的岗位没有这项权限。"), "due")
            return
        if row is None and any(action.key == key for action in self.register.actions):
            self.desk.notice(translate("Work", "请先在列表中选择一条。"), "due")
            return
        handler(row or {})

    def _on_actor_changed(self) -> None:
        self._hide_what_is_refused()
        self.content.change_hands()

    def _hide_what_is_refused(self) -> None:
        self.widget.refuse(frozenset(k for k in self._offered if self.desk.refuses(self.register.key, k)))
