"""Who is on duty: the first start makes the first person, later ones choose from the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import database, settings
from desk_app.core.declare import Choice, Field, FieldKind, Ref, Suggestion
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import ROLE_LABELS, SYSTEM, Role, Staff, add_staff, as_actor, on_staff
from desk_app.core.search import matches
from desk_app.kit import form_dialog
from desk_app.kit.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROLE_CHOICES = tuple(Choice(role.value, label) for role, label in ROLE_LABELS.items())
FIRST_FIELDS = (
    Field(
        "project", QT_TRANSLATE_NOOP("Duty", "项目名称,例如:中盛国际中心"), required=True, span=2, limit=80
    ),
    Field("company", QT_TRANSLATE_NOOP("Duty", "服务中心名称(印在单据上)"), span=2, limit=80),
    Field("desk", QT_TRANSLATE_NOOP("Duty", "前台位置,例如:A座大堂"), limit=40),
    Field("name", QT_TRANSLATE_NOOP("Duty", "您的姓名"), required=True),
    Field("code", QT_TRANSLATE_NOOP("Duty", "工号"), required=True, limit=20, default="001"),
    Field("lead", QT_TRANSLATE_NOOP("Duty", "当班负责人姓名(签放行条)")),
)


def _suggest_staff(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    return [
        Suggestion(f"{staff.code}  {staff.name}", role_text(staff), Ref(staff.id, staff.name))
        for staff in on_staff(session)
        if matches(text, staff.name, staff.code)
    ]


CHOOSE_FIELDS = (
    Field(
        "who",
        QT_TRANSLATE_NOOP("Duty", "值班人(工号、姓名或首字母)"),
        FieldKind.STAFF,
        required=True,
        span=2,
        suggest=_suggest_staff,
    ),
)


def role_text(staff: Staff) -> str:
    """Return a person's roles in words."""
    return listed(translate("People", ROLE_LABELS[role]) for role in sorted(staff.role_set))


def is_first_start(desk: Desk) -> bool:
    """Say whether nobody works here yet."""
    with desk.read() as session:
        return not on_staff(session)


def ensure(desk: Desk, parent: QWidget) -> bool:
    """Make sure somebody is on duty: first start, else the choice. False when the user cancels."""
    if is_first_start(desk):
        return first_start(desk, parent)
    return desk.actor is not None or choose(desk, parent)


def first_start(desk: Desk, parent: QWidget) -> bool:
    """Ask for the project and the first person, who may do everything at the desk until others are added."""
    return form_dialog.ask(
        parent,
        title=translate("Duty", "第一次使用"),
        fields=FIRST_FIELDS,
        context="Duty",
        main=translate("Duty", "开始使用"),
        save=lambda values, _reasons: _save_first(desk, values),
        desk=desk,
        draft="first_start",
    )


def _save_first(desk: Desk, values: Mapping[str, object]) -> None:
    project = str(values["project"])
    with desk.db.write(SYSTEM) as session:
        settings.change(session, settings.PROJECT, project)
        settings.change(
            session, settings.COMPANY, str(values.get("company") or "") or f"{project}物业服务中心"
        )
        settings.change(session, settings.DESK, str(values.get("desk") or ""))
        roles = [Role.QT, Role.XG] if values.get("lead") else [Role.QT, Role.DB, Role.XG]
        staff = add_staff(session, name=str(values["name"]), code=str(values["code"]), roles=roles)
        if values.get("lead"):
            add_staff(
                session, name=str(values["lead"]), code=f"{values['code']}-DB", roles=[Role.DB, Role.KZ]
            )
    desk.set_actor(as_actor(staff, database.workstation()))


def choose(desk: Desk, parent: QWidget) -> bool:
    """Choose who is on duty."""
    return form_dialog.ask(
        parent,
        title=translate("Duty", "选择值班人"),
        fields=CHOOSE_FIELDS,
        context="Duty",
        main=translate("Duty", "上岗"),
        lookup=form_dialog.lookup(desk),
        save=lambda values, _reasons: _save_choice(desk, values),
    )


def _save_choice(desk: Desk, values: Mapping[str, object]) -> None:
    from desk_app.core.errors import RuleError

    who = values["who"]
    with desk.read() as session:
        people = on_staff(session)
        wanted = who.text.strip() if isinstance(who, Ref) else str(who)
        staff = next((p for p in people if isinstance(who, Ref) and p.id == who.id), None)
        staff = staff or next((p for p in people if wanted in (p.name, p.code)), None)
    if staff is None:
        raise RuleError(translate("Duty", "没有这个人。请从列表中选择;新同事请先在「人员」中登记。"), "who")
    desk.set_actor(as_actor(staff, database.workstation()))
