"""人员与岗位: who works here, in which roles, and how each one's account stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk_app.core import accounts, clock, people, signing
from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import ROLE_LABELS, Role, Staff, add_staff, change_staff
from desk_app.kit import form_dialog, messages
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.shell import recovery
from desk_app.shell.delegations_dialog import DelegationsDialog

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.shell.controller import Controller

ROLE_FIELDS = tuple(
    Field(f"role_{role.value}", label, FieldKind.CHECK) for role, label in ROLE_LABELS.items()
)
FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("People", "姓名"), required=True),
    Field("code", QT_TRANSLATE_NOOP("People", "工号"), required=True, limit=20),
    *ROLE_FIELDS,
)
CHANGE_FIELDS = (
    FIELDS[0],
    Field("active", QT_TRANSLATE_NOOP("People", "在职"), FieldKind.CHECK),
    *ROLE_FIELDS,
)
HEADS = (
    QT_TRANSLATE_NOOP("People", "工号"),
    QT_TRANSLATE_NOOP("People", "姓名"),
    QT_TRANSLATE_NOOP("People", "状态"),
    QT_TRANSLATE_NOOP("People", "账号"),
    QT_TRANSLATE_NOOP("People", "岗位"),
)
ACCOUNT_STATES = {
    "none": QT_TRANSLATE_NOOP("People", "没有账号"),
    "code": QT_TRANSLATE_NOOP("People", "待设密码"),
    "ready": QT_TRANSLATE_NOOP("People", "正常"),
    "waiting": QT_TRANSLATE_NOOP("People", "输错,等待中"),
    "locked": QT_TRANSLATE_NOOP("People", "已锁定"),
    "stopped": QT_TRANSLATE_NOOP("People", "密码作废"),
}
VERBS = {
    "add": "staff.add", "change": "staff.change", "code": "accounts.give_code", "unlock": "accounts.unlock",
}  # fmt: skip
"""Which right each button needs; whoever has it not does not see the button."""


class StaffDialog(Dialog):
    """The list of people with adding, changing, their accounts and what they lend each other."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller.window, translate("People", "人员与岗位"), width=900, name="staff_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        heads = [translate("People", text) for text in HEADS]
        self._table = make_table(heads, (90, 120, 70, 230, 0), "staff")
        self.content.addWidget(self._table)
        self.add_button(translate("People", "新增"), self.add, main=True, icon="user-plus", name="add")
        self.add_button(translate("People", "修改"), self.change, name="change")
        self.add_button(translate("People", "一次性代码…"), self.give_code, name="code")
        self.add_button(translate("People", "解锁"), self.unlock, name="unlock")
        self.add_button(translate("People", "岗位授权…"), self.delegations, name="delegations")
        self.add_close()
        self.hide_what_is_refused(self._desk.actor, VERBS)
        if people.may(self._desk.actor, "staff.change"):
            self._table.doubleClicked.connect(lambda _index: self.change())
        self._fill()

    def add(self) -> None:
        """Add a member of staff."""
        form_dialog.ask(
            self, title=translate("People", "新增人员"), fields=FIELDS, context="People",
            main=translate("People", "保存"), save=self._save_new, desk=self._desk, draft="staff.add",
        )  # fmt: skip
        self._fill()

    def change(self) -> None:
        """Change the chosen person's name, roles or presence."""
        staff_id = current_key(self._table)
        if not isinstance(staff_id, int):
            return
        with self._desk.read() as session:
            staff = session.get_one(Staff, staff_id)
            values: dict[str, object] = {"name": staff.name, "active": staff.active}
            values |= {f"role_{role.value}": role in staff.role_set for role in Role}
        form_dialog.ask(
            self, title=translate("People", "修改人员"), fields=CHANGE_FIELDS, context="People", values=values,
            main=translate("People", "保存"), save=lambda new, _reasons: self._save_change(staff_id, new),
            desk=self._desk, draft=f"staff.{staff_id}",
        )  # fmt: skip
        self._fill()

    def give_code(self) -> None:
        """Give the chosen person a one-time code, shown once."""
        staff_id = current_key(self._table)
        if not isinstance(staff_id, int):
            return
        with self._desk.read() as session:
            name, has_one = session.get_one(Staff, staff_id).name, accounts.of(session, staff_id) is not None
        question = translate("People", "{name}现在的密码会马上失效。").format(name=name)
        title = translate("People", "发一次性代码")
        if has_one and not messages.confirm(self, title, question, careful=True):
            return
        given: list[str] = []
        if self._do(lambda session: given.append(accounts.give_code(session, staff_id))):
            signing.drop_slot(self._desk.db, staff_id)
            recovery.show_code(self, name, given[0])
        self._fill()

    def unlock(self) -> None:
        """Let the chosen person try again."""
        staff_id = current_key(self._table)
        if isinstance(staff_id, int):
            self._do(lambda session: accounts.unlock(session, staff_id))
            self._fill()

    def delegations(self) -> None:
        """Show who lends which post to whom."""
        DelegationsDialog(self, self._desk).exec()

    def _do(self, verb: object) -> bool:
        try:
            with self._desk.write() as session:
                verb(session)  # type: ignore[operator]
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("People", "没有办成"), error.text)
            return False
        return True

    def _save_new(self, values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        with self._desk.write() as session:
            add_staff(session, name=str(values["name"]), code=str(values["code"]), roles=_roles(values))

    def _save_change(self, staff_id: int, values: Mapping[str, object]) -> None:
        with self._desk.write() as session:
            change_staff(
                session,
                staff_id,
                name=str(values["name"]),
                roles=_roles(values),
                active=bool(values["active"]),
            )
        if not values["active"] or not values["role_XG"]:
            signing.drop_slot(self._desk.db, staff_id)

    def _fill(self) -> None:
        chosen = self._table.currentRow()
        with self._desk.read() as session:
            found = list(session.scalars(select(Staff).order_by(Staff.code)))
            rows = [self._row(session, one) for one in found]
        fill_table(self._table, rows, [one.id for one in found])
        self._table.selectRow(max(0, chosen))

    def _row(self, session: Session, one: Staff) -> tuple[str, ...]:
        working = translate("People", "在职") if one.active else translate("People", "离职")
        standing = accounts.standing(session, one.id)
        account = translate("People", ACCOUNT_STATES[standing.state])
        if standing.signed_in_at:
            account += f" · {clock.local(standing.signed_in_at):%m-%d %H:%M}"
        return one.code, one.name, working, account, role_text(one)


def role_text(staff: Staff) -> str:
    """Return a person's roles in words, what is lent to them today marked."""
    own = [translate("People", ROLE_LABELS[role]) for role in sorted(staff.role_set)]
    lent = [translate("People", ROLE_LABELS[role]) for role in sorted(staff.held - staff.role_set)]
    return listed([*own, *(translate("People", "{role}(代)").format(role=role) for role in lent)])


def _roles(values: Mapping[str, object]) -> list[Role]:
    return [role for role in Role if values.get(f"role_{role.value}")]


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    StaffDialog(controller).exec()
