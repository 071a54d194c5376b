"""人员与岗位: who works here, and in which roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import ROLE_LABELS, Role, Staff, add_staff, change_staff
from desk_app.kit import form_dialog
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.shell.duty import role_text

if TYPE_CHECKING:
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
    QT_TRANSLATE_NOOP("People", "岗位"),
)


class StaffDialog(Dialog):
    """The list of people with adding and changing."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller.window, translate("People", "人员与岗位"), name="staff_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        heads = [translate("People", text) for text in HEADS]
        self._table = make_table(heads, (100, 140, 80, 0), "staff")
        self._table.doubleClicked.connect(lambda _index: self.change())
        self.content.addWidget(self._table)
        self.add_button(translate("People", "新增"), self.add, main=True, icon="user-plus", name="add")
        self.add_button(translate("People", "修改"), self.change, name="change")
        self.add_close()
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

    def _fill(self) -> None:
        with self._desk.read() as session:
            people = list(session.scalars(select(Staff).order_by(Staff.code)))
        working, gone = translate("People", "在职"), translate("People", "离职")
        rows = [(p.code, p.name, working if p.active else gone, role_text(p)) for p in people]
        fill_table(self._table, rows, [p.id for p in people])


def _roles(values: Mapping[str, object]) -> list[Role]:
    return [role for role in Role if values.get(f"role_{role.value}")]


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    StaffDialog(controller).exec()
