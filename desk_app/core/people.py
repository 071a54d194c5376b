"""Staff, roles, and which verb each role may call (domain.md §1.1).

Who acts has signed in (core/signing.py): that makes an `Actor`. Every verb of every service is marked with
`@verb(...)`, which checks the roles on each call. Roles may be lent for some days (core/delegations.py).
"""

import functools
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from desk_app.core import clock, search
from desk_app.core.declare import Ref, Suggestion
from desk_app.core.errors import Refused, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.records import Audited, Base, Order, length
from desk_app.core.text import clean

P = ParamSpec("P")
R = TypeVar("R")


class Role(StrEnum):
    """The roles of domain.md §1.1 that use the program."""

    QT = "QT"  # front-desk agent
    DB = "DB"  # duty lead
    KZ = "KZ"  # customer-service supervisor
    JL = "JL"  # manager
    GC = "GC"  # chief engineer
    WX = "WX"  # technician on night duty
    MG = "MG"  # gate guard
    AB = "AB"  # security lead
    CW = "CW"  # cashier
    DA = "DA"  # archivist
    XG = "XG"  # system administrator


ROLE_LABELS = {
    Role.QT: QT_TRANSLATE_NOOP("People", "前台客服"),
    Role.DB: QT_TRANSLATE_NOOP("People", "当班负责人"),
    Role.KZ: QT_TRANSLATE_NOOP("People", "客服主管"),
    Role.JL: QT_TRANSLATE_NOOP("People", "经理"),
    Role.GC: QT_TRANSLATE_NOOP("People", "工程主管"),
    Role.WX: QT_TRANSLATE_NOOP("People", "维修工"),
    Role.MG: QT_TRANSLATE_NOOP("People", "门岗"),
    Role.AB: QT_TRANSLATE_NOOP("People", "安保主管"),
    Role.CW: QT_TRANSLATE_NOOP("People", "收费员"),
    Role.DA: QT_TRANSLATE_NOOP("People", "文档管理员"),
    Role.XG: QT_TRANSLATE_NOOP("People", "系统管理员"),
}

DESK = (Role.QT, Role.DB, Role.KZ, Role.JL)
LEADS = (Role.DB, Role.KZ, Role.JL)


class Staff(Audited, Base):
    """A member of staff; left staff stay readable with `active` off. Roles are space-separated codes."""

    __tablename__ = "staff"
    __table_args__ = (length("name", 60), length("code", 20))

    name: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    roles: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)

    @property
    def role_set(self) -> frozenset[Role]:
        """The roles as a set."""
        return frozenset(Role(code) for code in self.roles.split())

    @property
    def held(self) -> frozenset[Role]:
        """The roles that count today: their own, and what is lent to them."""
        session = object_session(self)
        lent = lent_to(session, self.id) if session is not None else []
        return self.role_set.union(*(one.role_set for one in lent))


class Delegation(Audited, Base):
    """Roles that one person lends another from `first` to `last`, both days included; it ends by itself."""

    __tablename__ = "delegation"
    ORDER: ClassVar[Order] = (("first", "last"),)
    __table_args__ = (length("reason", 200), length("by_name", 60))

    from_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    roles: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]
    by_name: Mapped[str]
    ended_at: Mapped[datetime | None]

    @property
    def role_set(self) -> frozenset[Role]:
        """The lent roles as a set."""
        return frozenset(Role(code) for code in self.roles.split())


@dataclass(frozen=True)
class Actor:
    """Who acts: a member of staff at a workstation; `staff_id` 0 is the program itself.

    `lent` are roles of others with the moment each ends.
    """

    staff_id: int
    name: str
    roles: frozenset[Role]
    workstation: str = ""
    lent: tuple[tuple[Role, datetime], ...] = ()

    @property
    def held(self) -> frozenset[Role]:
        """The roles that count now: their own, and what is lent to them and has not ended."""
        if not self.lent:
            return self.roles
        return self.roles | {role for role, until in self.lent if clock.now() < until}


SYSTEM = Actor(0, "系统", frozenset(Role))


@dataclass(frozen=True)
class Verb:
    """One thing a service can do, and who may do it."""

    name: str
    roles: frozenset[Role]


VERBS: dict[str, Verb] = {}


def actor_of(session: Session) -> Actor:
    """Return in whose name `session` writes; RuleError when nobody is on duty."""
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise nobody()
    return actor


def nobody() -> RuleError:
    """Return what is said when nobody is signed in."""
    return RuleError(translate("People", "还没有人登录。请先按 F9 登录。"))


def verb(
    name: str, *roles: Role
) -> Callable[[Callable[Concatenate[Session, P], R]], Callable[Concatenate[Session, P], R]]:
    """Mark a service function as the verb `name`, callable by `roles` only; its changes carry the name.

    Raises RuleError when the session's actor has none of the roles.
    """
    VERBS[name] = Verb(name, frozenset(roles))

    def mark(function: Callable[Concatenate[Session, P], R]) -> Callable[Concatenate[Session, P], R]:
        @functools.wraps(function)
        def checked(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
            _require(actor_of(session), roles, name)
            outer = session.info.get("verb")
            session.info["verb"] = name
            try:
                result = function(session, *args, **kwargs)
                session.flush()
                return result
            finally:
                session.info["verb"] = outer

        return cast(Callable[Concatenate[Session, P], R], checked)

    return mark


def right(name: str, *roles: Role) -> str:
    """Declare the right to read or to take out something that no verb changes; returns its name."""
    VERBS[name] = Verb(name, frozenset(roles))
    return name


def require(actor: Actor, name: str) -> None:
    """Raise RuleError when somebody has not the right called `name`."""
    _require(actor, sorted(VERBS[name].roles, key=list(Role).index), name)


def _require(actor: Actor, roles: Iterable[Role], verb: str) -> None:
    allowed = tuple(roles)
    if not actor.held.intersection(allowed):
        labels = listed(translate("People", ROLE_LABELS[role]) for role in allowed)
        text = translate("People", "{name} 没有这项权限,需由{roles}操作。请换人后再试。")
        raise Refused(text.format(name=actor.name, roles=labels), verb)


@verb("staff.add", Role.JL, Role.KZ, Role.XG)
def add_staff(session: Session, *, name: str, code: str, roles: Iterable[Role]) -> Staff:
    """Add a member of staff; RuleError for an empty name, no role, or a code that is taken."""
    name, code = clean(name, limit=60), clean(code, limit=20)
    if not name:
        raise RuleError(translate("People", "请填写姓名。"), "name")
    if not code:
        raise RuleError(translate("People", "请填写工号。"), "code")
    chosen = sorted(set(roles))
    if not chosen:
        raise RuleError(translate("People", "请至少选择一个岗位。"), "roles")
    if session.scalar(select(Staff.id).where(Staff.code == code)):
        raise RuleError(translate("People", "工号 {code} 已被使用,请换一个。").format(code=code), "code")
    row = Staff(name=name, code=code, roles=" ".join(chosen))
    session.add(row)
    return row


@verb("staff.change", Role.JL, Role.KZ, Role.XG)
def change_staff(session: Session, staff_id: int, *, name: str, roles: Iterable[Role], active: bool) -> Staff:
    """Correct name, roles or whether the person still works here."""
    row = session.get_one(Staff, staff_id)
    chosen = sorted(set(roles))
    if not clean(name, limit=60) or not chosen:
        raise RuleError(translate("People", "请填写姓名并至少选择一个岗位。"), "name")
    row.name, row.roles, row.active = clean(name, limit=60), " ".join(chosen), active
    return row


def lent_to(session: Session, staff_id: int) -> list[Delegation]:
    """Return what is lent to a person today."""
    today = clock.today()
    query = select(Delegation).where(
        Delegation.to_id == staff_id,
        Delegation.first <= today,
        today <= Delegation.last,
        Delegation.ended_at.is_(None),
    )
    return list(session.scalars(query))


def on_staff(session: Session, *, with_role: Role | None = None) -> list[Staff]:
    """Return the people who work here now, in order of their code."""
    rows = session.scalars(select(Staff).where(Staff.active.is_(True)).order_by(Staff.code))
    return [row for row in rows if with_role is None or with_role in row.held]


def at_work(session: Session, staff_id: int | None) -> Staff | None:
    """Return a member of staff who works here now, None for nobody."""
    staff = session.get(Staff, staff_id) if staff_id else None
    return staff if staff and staff.active else None


def named(session: Session, value: object) -> Staff | None:
    """Return whom a STAFF field names, None when nobody who works here is meant."""
    return at_work(session, value.id) if isinstance(value, Ref) else None


def offered(session: Session, text: str, roles: Collection[Role] = tuple(Role)) -> list[Suggestion]:
    """Offer who works here and has one of these roles, by name, initials or number, with the roles that count."""
    offers = []
    for one in on_staff(session):
        now = one.held
        held = [role for role in Role if role in roles and role in now]
        if held and search.matches(text, one.name, one.code):
            detail = listed(translate("People", ROLE_LABELS[role]) for role in held)
            offers.append(Suggestion(one.name, detail, Ref(one.id, one.name)))
    return offers


def as_actor(staff: Staff, workstation: str, lent: Iterable[Delegation] = ()) -> Actor:
    """Return the actor for a member of staff at this workstation."""
    until = [(role, clock.day_bounds(one.last)[1]) for one in lent for role in sorted(one.role_set)]
    return Actor(staff.id, staff.name, staff.role_set, workstation, tuple(until))


def may(actor: Actor | None, *verbs: str) -> bool:
    """Say whether somebody may do any of these verbs: what a window shows and what the service lets pass are one.

    ValueError for a verb that no service has.
    """
    unknown = [name for name in verbs if name not in VERBS]
    if unknown:
        raise ValueError(f"no service has the verb {unknown[0]}")
    return actor is not None and any(actor.held & VERBS[name].roles for name in verbs)


def sees_personal(actor: Actor | None) -> bool:
    """Say whether somebody may see personal data in clear at all: nobody does by an administrator's post alone."""
    return actor is not None and bool(actor.held - {Role.XG})
