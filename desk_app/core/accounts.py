"""Accounts: who may sign in, with what, and how often one may be wrong (figures/safety.md D8).

An account belongs to one member of staff. Nobody but its owner knows its password: an administrator gives a one-time
code, and the owner sets a password of their own before anything else. Signing in is in core/signing.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import attempts, clock, passwords, settings
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import Actor, Role, Staff, actor_of, as_actor, lent_to, verb
from desk_app.core.premises import Building
from desk_app.core.records import Audited, Base, length, one_of

ANYBODY = tuple(Role)
ADMINISTRATORS = (Role.XG, Role.JL)


class Account(Audited, Base):
    """How one member of staff signs in. `state`: "code" a one-time code waits, "ready" the owner set a password.

    `password` and `pin` are Argon2id hashes; they never enter the history.
    """

    __tablename__ = "account"
    __table_args__ = (one_of("state", "code", "ready"), length("password", 200), length("pin", 200))
    SECRET: ClassVar[frozenset[str]] = frozenset({"password", "pin"})

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), unique=True)
    state: Mapped[str]
    password: Mapped[str]
    pin: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime]
    code_until: Mapped[datetime | None]
    pin_set_at: Mapped[datetime | None]
    signed_in_at: Mapped[datetime | None]
    unlocked_at: Mapped[datetime | None]


class Ticket(Base):
    """Lets a process that the window starts act as who is signed in: once, and for some minutes only."""

    __tablename__ = "ticket"

    code: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int]
    ticks: Mapped[int]


@dataclass(frozen=True)
class Standing:
    """How an account stands, for the list of people: `state` "none", "code", "ready", "waiting", "locked" or "stopped"."""

    state: str
    signed_in_at: datetime | None = None
    failures: int = 0


def actor(session: Session, staff_id: int, workstation: str) -> Actor:
    """Return the actor for a member of staff as of now."""
    return as_actor(session.get_one(Staff, staff_id), workstation, lent_to(session, staff_id))


def any_administrator(session: Session) -> bool:
    """Say whether somebody who works here could administer: then the first start is over."""
    rows = session.scalars(
        select(Staff).join(Account, Account.staff_id == Staff.id).where(Staff.active.is_(True))
    )
    return any(set(ADMINISTRATORS) & row.role_set for row in rows)


def site_names(session: Session) -> list[str]:
    """Return the words everybody here knows: project, company, buildings, people with their numbers."""
    config = settings.load(session)
    names = [config.get(settings.PROJECT), config.get(settings.COMPANY), config.get(settings.DESK)]
    names += session.scalars(select(Building.name))
    for staff in session.scalars(select(Staff)):
        names += [staff.name, staff.code]
    return [name for name in names if name]


def of(session: Session, staff_id: int) -> Account | None:
    """Return a person's account, None when there is none."""
    return session.scalars(select(Account).where(Account.staff_id == staff_id)).one_or_none()


def standing(session: Session, staff_id: int) -> Standing:
    """Return how a person's account stands."""
    account = of(session, staff_id)
    if account is None:
        return Standing("none")
    row = session.get(attempts.Attempt, attempts.key_of(staff_id))
    failures = row.failures if row else 0
    state = account.state
    if row is not None:
        found = attempts.barred(row, settings.load(session))
        state = found or ("waiting" if attempts.left(row) else state)
    return Standing(state, account.signed_in_at, failures)


def fit(session: Session, password: str, again: str) -> str:
    """Return a password that will do here; RuleError says what is wrong with it."""
    least = settings.get(session, attempts.PASSWORD_LEAST)
    return passwords.check(password, again, least=least, site=site_names(session))


@verb("accounts.begin", *ADMINISTRATORS)
def begin(session: Session, staff_id: int, *, password: str, again: str) -> Account:
    """Give the first administrator an account with the password they chose; RuleError when it will not do."""
    text = fit(session, password, again)
    if any_administrator(session):
        raise RuleError(
            translate("Accounts", "已经有管理员了。其他人的账号请在「人员与岗位」里发一次性代码。")
        )
    account = of(session, staff_id) or Account(staff_id=staff_id)
    account.state, account.password, account.set_at = "ready", passwords.make_hash(text), clock.now()
    session.add(account)
    return account


@verb("accounts.give_code", *ADMINISTRATORS)
def give_code(session: Session, staff_id: int) -> str:
    """Return a one-time code for a person: told once, and the only thing an administrator can give."""
    return new_code(session, staff_id)


def new_code(session: Session, staff_id: int) -> str:
    """Put a one-time code in the place of a person's password and PIN, inside a verb; returns it."""
    staff = session.get_one(Staff, staff_id)
    if not staff.active:
        raise RuleError(translate("Accounts", "{name}已离职,不能登录。").format(name=staff.name))
    code = passwords.one_time_code()
    account = of(session, staff_id) or Account(staff_id=staff_id)
    account.state, account.password, account.set_at = "code", passwords.make_hash(bare(code)), clock.now()
    account.code_until = clock.now() + timedelta(hours=settings.get(session, attempts.CODE_HOURS))
    account.pin, account.pin_set_at = "", None
    session.add(account)
    attempts.forget(session, attempts.key_of(staff_id))
    return code


@verb("accounts.unlock", *ADMINISTRATORS)
def unlock(session: Session, staff_id: int) -> None:
    """Let a person try again; what counts towards the hard stop stays counted."""
    account, row = of(session, staff_id), session.get(attempts.Attempt, attempts.key_of(staff_id))
    if account is None or row is None or not row.failures:
        raise RuleError(translate("Accounts", "这个账号没有被锁定。"))
    if row.total >= settings.get(session, attempts.STOP_AFTER):
        raise RuleError(translate("Accounts", "这个密码已作废,解锁没有用。请发一次性代码。"))
    account.unlocked_at = clock.now()
    row.failures = row.wait = 0


@verb("accounts.set_password", *ANYBODY)
def set_password(session: Session, *, password: str, again: str) -> None:
    """Set one's own password; RuleError when it will not do."""
    account = of(session, actor_of(session).staff_id)
    if account is None:
        raise RuleError(translate("Accounts", "您还没有账号。请管理员发一次性代码。"))
    text = fit(session, password, again)
    if passwords.fits(text, account.password):
        raise RuleError(translate("Accounts", "这是现在的密码(或一次性代码),请换一个。"), "password")
    account.state, account.password, account.set_at = "ready", passwords.make_hash(text), clock.now()
    account.code_until = None


@verb("accounts.set_pin", *ANYBODY)
def set_pin(session: Session, *, pin: str, again: str) -> None:
    """Set one's own PIN, which confirms what is done while one is signed in; it never signs in."""
    account = of(session, actor_of(session).staff_id)
    if account is None:
        raise RuleError(translate("Accounts", "您还没有账号。请管理员发一次性代码。"))
    account.pin, account.pin_set_at = passwords.make_hash(passwords.check_pin(pin, again)), clock.now()
    attempts.forget(session, attempts.pin_key(account.staff_id))


def bare(code: str) -> str:
    """Return a code as it is hashed: people type it with small letters, with spaces, or without dashes."""
    return "".join(filter(str.isalnum, passwords.plain(code).upper()))
