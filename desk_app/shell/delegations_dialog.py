"""岗位授权: who lends which post to whom, from when to when, why, and who allowed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import clock, delegations
from desk_app.core.declare import Choice, Field, FieldKind, Ref, Suggestion
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import ROLE_LABELS, Delegation, Role, Staff, offered
from desk_app.kit import form_dialog, messages
from desk_app.kit.desk import Desk
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _suggest(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    return offered(session, text)


LENDABLE = tuple(role for role in Role if role is not Role.XG)
FIELDS = (
    Field("giver", QT_TRANSLATE_NOOP("Delegations", "授权人"), FieldKind.STAFF, required=True, suggest=_suggest),
    Field("taker", QT_TRANSLATE_NOOP("Delegations", "被授权人"), FieldKind.STAFF, required=True, suggest=_suggest),
    Field(
        "role", QT_TRANSLATE_NOOP("Delegations", "授出的岗位"), FieldKind.CHOICE, required=True,
        choices=tuple(Choice(role.value, ROLE_LABELS[role], context="People") for role in LENDABLE),
    ),
    Field("first", QT_TRANSLATE_NOOP("Delegations", "起日"), FieldKind.DATE, required=True),
    Field("last", QT_TRANSLATE_NOOP("Delegations", "止日(含当天)"), FieldKind.DATE, required=True),
    Field("reason", QT_TRANSLATE_NOOP("Delegations", "原因"), required=True, limit=200),
)  # fmt: skip
HEADS = (
    QT_TRANSLATE_NOOP("Delegations", "授权人"),
    QT_TRANSLATE_NOOP("Delegations", "被授权人"),
    QT_TRANSLATE_NOOP("Delegations", "岗位"),
    QT_TRANSLATE_NOOP("Delegations", "起止"),
    QT_TRANSLATE_NOOP("Delegations", "状态"),
    QT_TRANSLATE_NOOP("Delegations", "批准"),
    QT_TRANSLATE_NOOP("Delegations", "原因"),
)
STATES = {
    "coming": QT_TRANSLATE_NOOP("Delegations", "未开始"),
    "running": QT_TRANSLATE_NOOP("Delegations", "有效"),
    "over": QT_TRANSLATE_NOOP("Delegations", "已结束"),
}
VERBS = {"lend": "delegations.lend", "end": "delegations.end"}


class DelegationsDialog(Dialog):
    """What was lent, the newest first."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, translate("Delegations", "岗位授权"), width=860, name="delegations_dialog")
        self._desk = desk
        heads = [translate("Delegations", text) for text in HEADS]
        self._table = make_table(heads, (90, 90, 110, 170, 70, 90, 0), "delegations")
        self.content.addWidget(self._table)
        self.add_button(translate("Delegations", "授权…"), self.lend, main=True, name="lend")
        self.add_button(translate("Delegations", "提前结束"), self.end, name="end")
        self.add_close()
        self.hide_what_is_refused(desk.actor, VERBS)
        self._fill()

    def lend(self) -> None:
        """Lend a post."""
        form_dialog.ask(
            self, title=translate("Delegations", "岗位授权"), fields=FIELDS, context="Delegations",
            main=translate("Delegations", "授权"), save=self._save,
            values={"first": clock.today(), "last": clock.today()}, desk=self._desk, draft="delegation",
        )  # fmt: skip
        self._fill()

    def end(self) -> None:
        """End the chosen delegation now."""
        number = current_key(self._table)
        if not isinstance(number, int):
            return
        try:
            with self._desk.write() as session:
                delegations.end(session, number)
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("Delegations", "没有办成"), error.text)
        self._fill()

    def _save(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        giver, taker = values["giver"], values["taker"]
        with self._desk.write() as session:
            delegations.lend(
                session, giver.id if isinstance(giver, Ref) else None, taker.id if isinstance(taker, Ref) else None,
                roles=[Role(str(values["role"]))], first=values["first"], last=values["last"],  # type: ignore[arg-type]
                reason=str(values["reason"]),
            )  # fmt: skip

    def _fill(self) -> None:
        with self._desk.read() as session:
            found = delegations.listed(session)
            rows = [self._row(session, one) for one in found]
        fill_table(self._table, rows, [one.id for one in found])

    def _row(self, session: Session, one: Delegation) -> tuple[str, ...]:
        giver, taker = session.get_one(Staff, one.from_id), session.get_one(Staff, one.to_id)
        roles = listed(translate("People", ROLE_LABELS[role]) for role in sorted(one.role_set))
        state = translate("Delegations", STATES[delegations.state(one)])
        days = f"{one.first:%m-%d} – {one.last:%m-%d}"
        return giver.name, taker.name, roles, days, state, one.by_name, one.reason
