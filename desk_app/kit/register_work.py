"""What every register's panel does alike: save, keep drafts, correct, void, export, show the history.

A room's panel holds one and gives it its own verbs; what is special on its screen stays in the room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk_app.core import clock, privacy, units
from desk_app.core.declare import Action, Field, Register, Row, Suggestion
from desk_app.core.errors import AlreadyDone, KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.numbering import day_of
from desk_app.core.presence import Unconfirmed
from desk_app.core.records import new_uid
from desk_app.kit import form_dialog, lone_review, messages
from desk_app.kit.desk import Desk
from desk_app.kit.form_dialog import submit
from desk_app.kit.register_panel import PAST, RegisterPanel
from desk_app.kit.text import show_clock

if TYPE_CHECKING:
    from datetime import date, datetime

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
        self._correct, self._fresh, self._saved = correct, fresh, saved
        self._handlers: dict[str, Handler] = {
            "history": self.show_details, "correct": self.start_correction, PAST: lambda _row: self._look_back(),
            **lone_review.handlers(self), **handlers,
        }  # fmt: skip
        self._correcting: Row | None = None
        self._uid = ""
        self._origin = ""
        self.widget = RegisterPanel(desk, register, desk.prefs, title, main, buttons, extra, parent)
        self.widget.submitted.connect(self.save)
        self.widget.action_requested.connect(self._on_action)
        self.widget.opened.connect(self.show_details)
        self.widget.export_requested.connect(self.export)
        self.widget.form.draft_changed.connect(self._keep_draft)
        self.widget.form.cleared.connect(self._on_cleared)
        self.widget.form.left.connect(self._on_left)
        self.widget.form.reveal_requested.connect(self._reveal)
        desk.actor_changed.connect(self._on_actor_changed)
        shown = (main, *buttons, *extra, *register.actions)
        self._offered = frozenset(
            (*(action.key for action in shown), "export", *((PAST,) if register.recent else ()))
        )
        self._hide_what_is_refused()
        self._behind = True
        self._wanted: search.Hit | None = None
        self.widget.missed.connect(self._on_missed)

    def add_handlers(self, handlers: Mapping[str, Handler]) -> None:
        """Do more actions, where what does them needs this work itself."""
        self._handlers |= handlers

    def come_up(self) -> None:
        """Get ready to be shown: the form is of now and belongs to who is on duty."""
        if self._behind:
            self._start_over()

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

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        self.widget.form.flush_draft_if_waiting()

    def preset(self) -> None:
        """Put the presets of an empty form in place."""
        if self._fresh is not None:
            for key, value in self._fresh().items():
                self.widget.form.boxes[key].set_value(value)

    def save(self) -> None:
        """Do the form's main action: save a new record, or the correction under way."""
        if self._correcting is not None:
            self._save_correction(self._correcting)
        else:
            self.save_as(self._save, self._saved_text)

    def save_as(self, make: Save, said: str, complete: bool = True) -> None:
        """Save the form through a verb; `said` is a declared text. Without `complete` fields may be missing."""
        from desk_app.core import links

        made: list[Any] = []

        def save(values: Mapping[str, object], reasons: Mapping[str, str]) -> None:
            made.clear()
            with self.desk.write() as session:
                made.append(make(session, {**values, "uid": self._uid} if self._uid else values, reasons))
                if self._origin:
                    links.follow(session, self._origin, made[0])

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

    def start_correction(self, row: Row) -> None:
        """Open a record in the form to correct it; the form says so until it is saved or left."""
        if self._correct is None:
            return
        self.keep_draft()
        with self.desk.read() as session:
            values = self._seen(session, str(row["uid"]))
        self._correcting = row
        self.widget.form.unit = new_uid()
        self.widget.form.set_values(
            {key: value for key, value in values.items() if key in self.widget.form.boxes}
        )
        self._let_reveal()
        title = translate("Work", "更正 {no}").format(no=row["no"] or "")
        self.widget.form.set_title(title, translate("Work", "保存更正"))
        self.widget.form.set_state(translate("Work", "Esc 放弃更正"))
        self.widget.form.focus_first()

    def take_up(
        self, uid: str, said: str, focus: str = "", values: Mapping[str, object] | None = None
    ) -> None:
        """Go on with a record that is not finished: the next save names it by `values["uid"]`."""
        with self.desk.read() as session:
            known = self._seen(session, uid)
        self._end_correction()
        self.widget.form.clear(focus=False)
        self._uid = uid
        self.widget.form.set_values({**known, **(values or {})})
        self._let_reveal()
        self.widget.form.set_state(said)
        if focus:
            self.widget.form.focus_field(focus)
        else:
            self.widget.form.focus_first()

    def follow(self, values: Mapping[str, object], origin: str) -> None:
        """Start a record that follows from `origin` (its uid), with `values` in the form; saving links the two.

        What was begun here is kept and comes back afterwards.
        """
        self.keep_draft()
        self._end_correction()
        self._origin = origin
        self.widget.form.reset()
        self.preset()
        self.widget.form.set_values(privacy.veiled(self.register.fields, values))
        self._name_origin()
        self.widget.form.flush_draft()
        self.widget.form.focus_first()

    def leave_correction(self) -> None:
        """Go back to a new record; one that was begun before the correction comes back."""
        if self._correcting is None and not self._origin:
            self.widget.form.clear()
            return
        self._keep_draft({})
        self._end_correction()
        self._start_over()
        self.widget.form.focus_first()

    def _seen(self, session: Session, uid: str) -> dict[str, object]:
        """Return a record's form values as who is on duty may see them: another's telephone is held unseen."""
        from desk_app.core import audit

        actor = self.desk.actor
        own = actor is not None and audit.maker_of(session, uid) == actor.staff_id
        return privacy.values_for(actor, self.register, self.register.source.values(session, uid), own=own)

    def _let_reveal(self) -> None:
        """Put an eye into the fields of the record in the form that who is on duty may see with a reason."""
        from desk_app.core import revealing

        with self.desk.read() as session:
            secrets = revealing.secrets_of(session, self.register, self._shown_uid)
        self.widget.form.let_reveal([s.field.key for s in secrets if revealing.may(self.desk.actor, s.kind)])

    def _reveal(self, key: str) -> None:
        from desk_app.core import audit, revealing
        from desk_app.kit import reveal_box

        uid = self._shown_uid
        with self.desk.read() as session:
            no = audit.number_of(session, uid)
        show = partial(revealing.reveal, register=self.register, uid=uid, keys=[key])
        found, seconds = reveal_box.ask(self.widget, self.desk, no, show)
        if found:
            self.widget.form.show_clear(key, seconds)

    @property
    def _shown_uid(self) -> str:
        """The uid of the record that the form corrects or goes on with."""
        return self._uid if self._correcting is None else str(self._correcting["uid"])

    def _end_correction(self) -> None:
        self.widget.form.let_reveal(())
        self._correcting, self._uid, self._origin = None, "", ""
        context = self.register.context
        self.widget.form.set_title(translate(context, self._title), translate(context, self._main.label))

    def _start_over(self) -> None:
        """Show an empty form, or what its owner had begun: a record, else one that follows, else a correction."""
        self._behind = False
        self._uid = self._origin = ""
        self.widget.form.reset()
        self.preset()
        self._offer_draft()
        self._offer_following()
        self._offer_correction()

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

        if submit(self.widget, self.widget.form, save, done_before=self.leave_correction, desk=self.desk):
            self.leave_correction()
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

    def _on_left(self) -> None:
        """Give up a correction, or a record that was taken up (Esc)."""
        if self._correcting is not None or self._uid or self._origin:
            self.leave_correction()

    def _on_actor_changed(self) -> None:
        """Give the form to whom it belongs now: the former person's draft is kept for them."""
        if self._correcting is not None:
            self._end_correction()
        self._hide_what_is_refused()
        self._behind = True
        if self.widget.isVisible():
            self._start_over()  # the others when they come up

    def _hide_what_is_refused(self) -> None:
        self.widget.refuse(frozenset(k for k in self._offered if self.desk.refuses(self.register.key, k)))

    def _on_cleared(self) -> None:
        self._uid = ""
        if self._correcting is not None or self._origin:
            self.leave_correction()
        else:
            self.preset()

    def _keep_draft(self, raw: Mapping[str, object]) -> None:
        from desk_app.core import drafts

        whole = drafts.named(raw, self.widget.form.unit)
        at = self.desk.keep_draft(self._draft_key, {**whole, **self._names()} if raw else raw)
        if raw and at is not None and not self._origin:
            self.widget.form.draft_saved(at)

    @property
    def _draft_key(self) -> str:
        """The name of the draft of what the form shows: what was begun before it keeps its own."""
        if self._correcting is not None:
            return f"{self.register.key}.correction"
        return f"{self.register.key}.following" if self._origin else self.register.key

    def _names(self) -> dict[str, str]:
        """Return which records a draft belongs to."""
        return {key: name for key, name in (("uid", self._shown_uid), ("from_uid", self._origin)) if name}

    def _kept_draft(self, name: str) -> tuple[datetime, Mapping[str, object]] | None:
        """Return a draft of who is on duty; one that was saved before its answer came is forgotten."""
        from desk_app.core import drafts

        kept = self.desk.kept_draft(name)
        unit = drafts.unit_of(kept[1]) if kept else ""
        if unit and self.desk.db.was_committed(unit):
            self.desk.keep_draft(name, {})
            self.desk.notice(translate("Work", "上次填写的内容已经保存,没有再恢复草稿。"))
            return None
        return kept

    def _show_draft(self, raw: Mapping[str, object]) -> None:
        from desk_app.core import drafts

        self.widget.form.set_raw(raw)
        self.widget.form.unit = drafts.unit_of(raw) or self.widget.form.unit

    def _name_origin(self) -> None:
        """Say from which record the new one comes."""
        from desk_app.core import search

        with self.desk.read() as session:
            hit = search.by_uid(session, self._origin)
        words = (hit.detail.split() or [hit.title]) if hit else [""]
        self.widget.form.set_state(translate("Work", "来自 {no},Esc 放弃").format(no=words[0]))

    def _offer_draft(self) -> None:
        kept = self._kept_draft(self.register.key)
        if kept:
            self._show_draft(kept[1])
            self._uid = str(kept[1].get("uid") or "")
            text = translate("Work", "已恢复 {time} 的草稿,可继续填写")
            self.widget.form.set_state(text.format(time=show_clock(kept[0])))

    def _offer_following(self) -> None:
        """Take up a record that follows from another one and was cut off."""
        kept = self._kept_draft(f"{self.register.key}.following")
        if kept and kept[1].get("from_uid"):
            self._uid, self._origin = "", str(kept[1]["from_uid"])
            self._show_draft(kept[1])
            self._name_origin()

    def _offer_correction(self) -> None:
        """Take up a correction that was cut off by a crash or a change of duty."""
        from desk_app.core import search

        kept = self._kept_draft(f"{self.register.key}.correction") if self._correct else None
        if not kept:
            return
        with self.desk.read() as session:
            hit = search.by_uid(session, str(kept[1].get("uid")))
            rows = self.register.source.rows(session, [hit.record]) if hit else []
        if rows:
            self.start_correction(rows[0])
            self._show_draft(kept[1])
            text = translate("Work", "已恢复 {time} 的更正,Esc 放弃")
            self.widget.form.set_state(text.format(time=show_clock(kept[0])))
