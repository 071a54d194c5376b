"""What stands in a register's form: a new record, one taken up, one that follows from another, or a correction.

Each has the draft of who began it: it comes back to them after a crash and after a change of duty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.core import privacy
from desk_app.core.declare import Register, Row
from desk_app.core.i18n import translate
from desk_app.core.records import new_uid
from desk_app.kit.desk import Desk
from desk_app.kit.register_panel import RegisterPanel
from desk_app.kit.text import show_clock

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


class FormContent(QObject):
    """What the form of a panel shows: `correcting` a row, going on with `uid`, following from `origin`, or a new record.

    `title` and `main` are the form's and its main button's for a new record, `fresh()` its presets. Without
    `may_correct` corrections are not begun here.
    """

    def __init__(
        self,
        desk: Desk,
        register: Register,
        panel: RegisterPanel,
        *,
        title: str,
        main: str,
        fresh: Callable[[], Mapping[str, object]] | None,
        may_correct: bool,
    ) -> None:
        super().__init__(panel)
        self._desk, self._register, self._panel, self._form = desk, register, panel, panel.form
        self._title, self._main, self._fresh, self._may_correct = title, main, fresh, may_correct
        self.correcting: Row | None = None
        self.uid = ""
        self.origin = ""
        self._behind = True
        self._form.draft_changed.connect(self._keep_draft)
        self._form.cleared.connect(self._on_cleared)
        self._form.left.connect(self._on_left)
        self._form.reveal_requested.connect(self._reveal)

    def come_up(self) -> None:
        """Get ready to be shown: the form is of now and belongs to who is on duty."""
        if self._behind:
            self._start_over()

    def change_hands(self) -> None:
        """Give the form to whom it belongs now: the former person's draft is kept for them."""
        if self.correcting is not None:
            self._end_correction()
        self._behind = True
        if self._panel.isVisible():
            self._start_over()  # the others when they come up

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        self._form.flush_draft_if_waiting()

    def preset(self) -> None:
        """Put the presets of an empty form in place."""
        if self._fresh is not None:
            for key, value in self._fresh().items():
                self._form.boxes[key].set_value(value)

    def start_correction(self, row: Row) -> None:
        """Open a record in the form to correct it; the form says so until it is saved or left."""
        if not self._may_correct:
            return
        self.keep_draft()
        with self._desk.read() as session:
            values = self._seen(session, str(row["uid"]))
        self.correcting = row
        self._form.unit = new_uid()
        self._form.set_values({key: value for key, value in values.items() if key in self._form.boxes})
        self._let_reveal()
        title = translate("Work", "更正 {no}").format(no=row["no"] or "")
        self._form.set_title(title, translate("Work", "保存更正"))
        self._form.set_state(translate("Work", "Esc 放弃更正"))
        self._form.focus_first()

    def take_up(
        self, uid: str, said: str, focus: str = "", values: Mapping[str, object] | None = None
    ) -> None:
        """Go on with a record that is not finished: the next save names it by `values["uid"]`."""
        with self._desk.read() as session:
            known = self._seen(session, uid)
        self._end_correction()
        self._form.clear(focus=False)
        self.uid = uid
        self._form.set_values({**known, **(values or {})})
        self._let_reveal()
        self._form.set_state(said)
        if focus:
            self._form.focus_field(focus)
        else:
            self._form.focus_first()

    def follow(self, values: Mapping[str, object], origin: str) -> None:
        """Start a record that follows from `origin` (its uid), with `values` in the form; saving links the two.

        What was begun here is kept and comes back afterwards.
        """
        self.keep_draft()
        self._end_correction()
        self.origin = origin
        self._form.reset()
        self.preset()
        self._form.set_values(privacy.veiled(self._register.fields, values))
        self._name_origin()
        self._form.flush_draft()
        self._form.focus_first()

    def leave_correction(self) -> None:
        """Go back to a new record; one that was begun before the correction comes back."""
        if self.correcting is None and not self.origin:
            self._form.clear()
            return
        self._keep_draft({})
        self._end_correction()
        self._start_over()
        self._form.focus_first()

    def _seen(self, session: Session, uid: str) -> dict[str, object]:
        """Return a record's form values as who is on duty may see them: another's telephone is held unseen."""
        from desk_app.core import audit

        actor = self._desk.actor
        own = actor is not None and audit.maker_of(session, uid) == actor.staff_id
        return privacy.values_for(actor, self._register, self._register.source.values(session, uid), own=own)

    def _let_reveal(self) -> None:
        """Put an eye into the fields of the record in the form that who is on duty may see with a reason."""
        from desk_app.core import revealing

        with self._desk.read() as session:
            secrets = revealing.secrets_of(session, self._register, self.shown_uid)
        self._form.let_reveal([s.field.key for s in secrets if revealing.may(self._desk.actor, s.kind)])

    def _reveal(self, key: str) -> None:
        from desk_app.core import audit, revealing
        from desk_app.kit import reveal_box

        uid = self.shown_uid
        with self._desk.read() as session:
            no = audit.number_of(session, uid)
        show = partial(revealing.reveal, register=self._register, uid=uid, keys=[key])
        found, seconds = reveal_box.ask(self._panel, self._desk, no, show)
        if found:
            self._form.show_clear(key, seconds)

    @property
    def shown_uid(self) -> str:
        """The uid of the record that the form corrects or goes on with."""
        return self.uid if self.correcting is None else str(self.correcting["uid"])

    def _end_correction(self) -> None:
        self._form.let_reveal(())
        self.correcting, self.uid, self.origin = None, "", ""
        context = self._register.context
        self._form.set_title(translate(context, self._title), translate(context, self._main))

    def _start_over(self) -> None:
        """Show an empty form, or what its owner had begun: a record, else one that follows, else a correction."""
        self._behind = False
        self.uid = self.origin = ""
        self._form.reset()
        self.preset()
        self._offer_draft()
        self._offer_following()
        self._offer_correction()

    def _on_left(self) -> None:
        """Give up a correction, or a record that was taken up (Esc)."""
        if self.correcting is not None or self.uid or self.origin:
            self.leave_correction()

    def _on_cleared(self) -> None:
        self.uid = ""
        if self.correcting is not None or self.origin:
            self.leave_correction()
        else:
            self.preset()

    def _keep_draft(self, raw: Mapping[str, object]) -> None:
        from desk_app.core import drafts

        whole = drafts.named(raw, self._form.unit)
        at = self._desk.keep_draft(self._draft_key, {**whole, **self._names()} if raw else raw)
        if raw and at is not None and not self.origin:
            self._form.draft_saved(at)

    @property
    def _draft_key(self) -> str:
        """The name of the draft of what the form shows: what was begun before it keeps its own."""
        if self.correcting is not None:
            return f"{self._register.key}.correction"
        return f"{self._register.key}.following" if self.origin else self._register.key

    def _names(self) -> dict[str, str]:
        """Return which records a draft belongs to."""
        return {key: name for key, name in (("uid", self.shown_uid), ("from_uid", self.origin)) if name}

    def _kept_draft(self, name: str) -> tuple[datetime, Mapping[str, object]] | None:
        """Return a draft of who is on duty; one that was saved before its answer came is forgotten."""
        from desk_app.core import drafts

        kept = self._desk.kept_draft(name)
        unit = drafts.unit_of(kept[1]) if kept else ""
        if unit and self._desk.db.was_committed(unit):
            self._desk.keep_draft(name, {})
            self._desk.notice(translate("Work", "上次填写的内容已经保存,没有再恢复草稿。"))
            return None
        return kept

    def _show_draft(self, raw: Mapping[str, object]) -> None:
        from desk_app.core import drafts

        self._form.set_raw(raw)
        self._form.unit = drafts.unit_of(raw) or self._form.unit

    def _name_origin(self) -> None:
        """Say from which record the new one comes."""
        from desk_app.core import search

        with self._desk.read() as session:
            hit = search.by_uid(session, self.origin)
        words = (hit.detail.split() or [hit.title]) if hit else [""]
        self._form.set_state(translate("Work", "来自 {no},Esc 放弃").format(no=words[0]))

    def _offer_draft(self) -> None:
        kept = self._kept_draft(self._register.key)
        if kept:
            self._show_draft(kept[1])
            self.uid = str(kept[1].get("uid") or "")
            text = translate("Work", "已恢复 {time} 的草稿,可继续填写")
            self._form.set_state(text.format(time=show_clock(kept[0])))

    def _offer_following(self) -> None:
        """Take up a record that follows from another one and was cut off."""
        kept = self._kept_draft(f"{self._register.key}.following")
        if kept and kept[1].get("from_uid"):
            self.uid, self.origin = "", str(kept[1]["from_uid"])
            self._show_draft(kept[1])
            self._name_origin()

    def _offer_correction(self) -> None:
        """Take up a correction that was cut off by a crash or a change of duty."""
        from desk_app.core import search

        kept = self._kept_draft(f"{self._register.key}.correction") if self._may_correct else None
        if not kept:
            return
        with self._desk.read() as session:
            hit = search.by_uid(session, str(kept[1].get("uid")))
            rows = self._register.source.rows(session, [hit.record]) if hit else []
        if rows:
            self.start_correction(rows[0])
            self._show_draft(kept[1])
            text = translate("Work", "已恢复 {time} 的更正,Esc 放弃")
            self._form.set_state(text.format(time=show_clock(kept[0])))
