"""The first start: somebody becomes the administrator, then the desk gets its name. No password is there before.

The building is named first: its name is no part of a good password.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import accounts, database, settings, signing
from desk_app.core.declare import Field, FieldKind, Ref, Suggestion
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import (
    SYSTEM,
    Actor,
    Role,
    Staff,
    add_staff,
    at_work,
    change_staff,
    offered,
    on_staff,
)
from desk_app.kit import form_dialog
from desk_app.shell.own_password import NEW

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.kit.desk import Desk


def _suggest(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    return offered(session, text)


DESK_FIELDS = (
    Field("company", QT_TRANSLATE_NOOP("Duty", "服务中心名称(印在单据上)"), span=2, limit=80),
    Field("desk", QT_TRANSLATE_NOOP("Duty", "前台位置,例如:A座大堂"), limit=40),
    Field("lead", QT_TRANSLATE_NOOP("Duty", "当班负责人姓名(签放行条)")),
)
PERSON_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Lock", "您的姓名"), FieldKind.STAFF, required=True, suggest=_suggest),
    Field("code", QT_TRANSLATE_NOOP("Lock", "工号"), limit=20, default="001"),
    *NEW,
)
PROJECT = Field(
    "project", QT_TRANSLATE_NOOP("Lock", "项目名称,例如:中盛国际中心"), required=True, span=2, limit=80
)


def make_administrator(desk: Desk, parent: QWidget) -> bool:
    """Make the administrator, then name the desk where it has no name. False: cancelled."""
    with desk.read() as session:
        is_new = not on_staff(session)
    done = form_dialog.ask(
        parent, title=translate("Duty", "建立系统管理员"), context="Lock",
        fields=(PROJECT, *PERSON_FIELDS) if is_new else PERSON_FIELDS,
        main=translate("Duty", "建立"), desk=desk,
        save=lambda values, _reasons: _save_person(desk, values),
    )  # fmt: skip
    return done and (not is_new or _name_desk(desk, parent))


def _save_person(desk: Desk, values: Mapping[str, object]) -> None:
    who = values["name"]
    assert isinstance(who, Ref)
    workstation = database.workstation()
    with desk.db.write(Actor(SYSTEM.staff_id, SYSTEM.name, SYSTEM.roles, workstation)) as session:
        if "project" in values:
            settings.change(session, settings.PROJECT, str(values["project"]))
        staff_id = _chosen(session, who, str(values.get("code") or "")).id
        accounts.fit(session, str(values["password"]), str(values["again"]))
    desk.set_actor(
        signing.begin(desk.db, staff_id, str(values["password"]), str(values["again"]), workstation)
    )


def _chosen(session: Session, who: Ref, code: str) -> Staff:
    """Return who is meant, with the administrator's post: somebody who works here, else somebody new."""
    here = on_staff(session)
    staff = at_work(session, who.id) or next((one for one in here if one.name == who.text.strip()), None)
    if staff is None:
        roles = [Role.QT, Role.XG] if here else [Role.QT, Role.DB, Role.XG]
        try:
            return add_staff(session, name=who.text, code=code, roles=roles)
        except RuleError as error:
            raise RuleError(error.text, error.field or "name") from error
    if Role.XG not in staff.role_set:
        change_staff(session, staff.id, name=staff.name, roles={*staff.role_set, Role.XG}, active=True)
    return staff


def _name_desk(desk: Desk, parent: QWidget) -> bool:
    """Ask for the company, the desk's place and the duty lead."""
    return form_dialog.ask(
        parent, title=translate("Duty", "第一次使用"), fields=DESK_FIELDS, context="Duty",
        main=translate("Duty", "开始使用"), save=lambda values, _reasons: _save_desk(desk, values), desk=desk,
        draft="first_start",
    )  # fmt: skip


def _save_desk(desk: Desk, values: Mapping[str, object]) -> None:
    assert desk.actor is not None
    with desk.db.write(SYSTEM) as session:
        project = settings.get(session, settings.PROJECT)
        settings.change(
            session, settings.COMPANY, str(values.get("company") or "") or f"{project}物业服务中心"
        )
        settings.change(session, settings.DESK, str(values.get("desk") or ""))
        staff = session.get_one(Staff, desk.actor.staff_id)
        if values.get("lead"):
            add_staff(session, name=str(values["lead"]), code=f"{staff.code}-DB", roles=[Role.DB, Role.KZ])
            change_staff(session, staff.id, name=staff.name, roles=staff.role_set - {Role.DB}, active=True)
        actor = accounts.actor(session, staff.id, desk.actor.workstation)
    desk.set_actor(actor)
