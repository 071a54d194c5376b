"""Signing in, confirming by PIN, and the way back in with the code on paper (figures/safety.md D8)."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk_app.core import (
    access,
    accounts,
    attempts,
    audit,
    clock,
    database,
    keys,
    passwords,
    recovery_code,
    settings,
)
from desk_app.core.accounts import ADMINISTRATORS, ANYBODY, Account, Ticket
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import SYSTEM, Actor, Role, Staff, actor_of, as_actor, verb

_RECOVERY = "recovery"
TICKET_SECONDS = 300
PIN_MOST = 8


@dataclass(frozen=True)
class SignedIn:
    """Who proved to be who: with `must_set` a password of their own comes before anything else."""

    actor: Actor
    must_set: bool


@verb("accounts.sign_in", *ANYBODY)
def _note_sign_in(session: Session, password: str) -> bool:
    """File a sign-in; True when the owner must set a password first."""
    staff_id = actor_of(session).staff_id
    account = accounts.of(session, staff_id)
    assert account is not None
    account.signed_in_at = clock.now()
    if account.state == "ready" and passwords.is_weaker(account.password):
        account.password = passwords.make_hash(password)
    attempts.forget(session, attempts.key_of(staff_id))
    attempts.wake_pin(session, attempts.pin_key(staff_id))
    return account.state == "code"


def sign_in(db: Database, who: str, password: str, workstation: str) -> SignedIn:
    """Return who signed in; RuleError for a wrong name or password, in the same words and time for both.

    `who` is a staff number or a name that only one person has. The failure is in the database before the password
    is tried.
    """
    with db.aside() as session:
        staff = _person(session, who)
        account = accounts.of(session, staff.id) if staff else None
        key = attempts.key_of(staff.id) if staff else attempts.stranger_key(who)
        attempts.make_room(session)
        attempts.count(session, key)
        kept, name = (_usable(account), password) if account else ("", password)
        if account and account.state == "code":
            name = accounts.bare(password)
    if not passwords.fits(name, kept) or staff is None:
        note_failed(db, staff, workstation)
        with db.read() as session:
            raise RuleError(attempts.wrong(session, key), "password")
    with db.write(as_actor(staff, workstation)) as session:
        found = accounts.actor(session, staff.id, workstation)
        session.info["actor"] = found
        return SignedIn(found, _note_sign_in(session, password))


def note_failed(db: Database, staff: Staff | None, workstation: str) -> None:
    """Note a failed sign-in in the access log: of whom, never what was typed, for it may be a password."""
    with db.aside() as session:
        who = as_actor(staff, workstation) if staff else Actor(0, "", frozenset(), workstation)
        access.note(session, access.Kind.FAILED, actor=who, result=access.REFUSED)


def prove(db: Database, staff_id: int, password: str) -> None:
    """Make sure that it is the owner of an account, as a sign-in does; RuleError (field "password") when it is not.

    A failure is noted and counted as that of a sign-in is.
    """
    key = attempts.key_of(staff_id)
    with db.aside() as session:
        account = accounts.of(session, staff_id)
        attempts.count(session, key)
        kept = _usable(account) if account else ""
    if not passwords.fits(password, kept):
        _note_failed_here(db, staff_id)
        with db.read() as session:
            raise RuleError(attempts.wrong(session, key), "password")
    with db.aside() as session:
        attempts.forget(session, key)


def confirm(db: Database, staff_id: int, pin: str) -> None:
    """Make sure that it is still the person who is signed in; RuleError (field "pin") when the PIN is wrong.

    It waits as a sign-in does; after some failures the PIN rests until the next sign-in with the password, after
    `attempts.STOP_AFTER` in all, sign-ins between them or not, it is void until its owner sets another.
    """
    key = attempts.pin_key(staff_id)
    with db.aside() as session:
        account = accounts.of(session, staff_id)
        if account is None or not account.pin:
            raise RuleError(translate("Accounts", "您还没有设置 PIN。"), "pin")
        attempts.count_pin(session, key)
        kept = account.pin
    if not passwords.fits(pin, kept):
        _note_failed_here(db, staff_id)
        with db.read() as session:
            raise RuleError(attempts.wrong_pin(session, key), "pin")
    with db.aside() as session:
        attempts.forget(session, key)


def _note_failed_here(db: Database, staff_id: int) -> None:
    with db.read() as session:
        staff = session.get(Staff, staff_id)
    note_failed(db, staff, database.workstation())


def vouch(db: Database, staff_id: int, secret: str) -> None:
    """Make sure that somebody named is at this desk, by their PIN or password; RuleError (field "secret") else."""
    with db.read() as session:
        account = accounts.of(session, staff_id)
        by_pin = account is not None and bool(account.pin) and secret.isdecimal() and len(secret) <= PIN_MOST
    try:
        if by_pin:
            confirm(db, staff_id, secret)
        else:
            prove(db, staff_id, secret)
    except RuleError as error:
        raise RuleError(error.text, "secret") from None


def recover(db: Database, code: str, who: str, witness: str, password: str, workstation: str) -> str:
    """Return a one-time code for an administrator who has no way in: the code on paper, and a second person's password.

    `who` gets the code; `witness` signs in for it, unless nobody else has an account. It is filed. RuleError names the
    field that is wrong.
    """
    with db.aside() as session:
        attempts.count_code(session, _RECOVERY)
    keys.unlock(db.path, recovery_code.read(code))
    with db.aside() as session:
        attempts.forget(session, _RECOVERY)
        staff = _person(session, who)
        if staff is None or not staff.role_set.intersection(ADMINISTRATORS):
            raise RuleError(translate("Accounts", "请填写系统管理员或经理的工号或姓名。"), "who")
        others = session.scalar(
            select(func.count()).select_from(Account).join(Staff, Staff.id == Account.staff_id)
            .where(Staff.active.is_(True), Staff.id != staff.id, Account.state == "ready")
        )  # fmt: skip
    seen_by = ""
    if others:
        second = sign_in(db, witness, password, workstation)
        if second.actor.staff_id == staff.id or second.must_set:
            raise RuleError(translate("Accounts", "须由另一位已有密码的同事在场并登录作证。"), "witness")
        seen_by = second.actor.name
    with db.write(Actor(SYSTEM.staff_id, SYSTEM.name, SYSTEM.roles, workstation)) as session:
        given = _recover(session, staff.id, seen_by)
    drop_slot(db, staff.id)
    return given


@verb("accounts.recover", Role.XG)
def _recover(session: Session, staff_id: int, seen_by: str) -> str:
    audit.note(session, translate("Accounts", "凭恢复码,作证:{name}").format(name=seen_by or "-"))
    return accounts.new_code(session, staff_id)


def begin(db: Database, staff_id: int, password: str, again: str, workstation: str) -> Actor:
    """Make somebody the first administrator, with a password that opens the data on another computer as well."""
    with db.write(Actor(SYSTEM.staff_id, SYSTEM.name, SYSTEM.roles, workstation)) as session:
        accounts.begin(session, staff_id, password=password, again=again)
        actor = accounts.actor(session, staff_id, workstation)
    _keep_slot(db, actor, password)
    return actor


def set_own(db: Database, actor: Actor, password: str, again: str) -> None:
    """Set one's own password; an administrator's opens the data on another computer as well."""
    with db.write(actor) as session:
        accounts.set_password(session, password=password, again=again)
    _keep_slot(db, actor, password)


def _keep_slot(db: Database, actor: Actor, password: str) -> None:
    if Role.XG in actor.roles:
        with db.slots() as folder:
            keys.add_admin_slot(folder, db.keys, password, f"staff:{actor.staff_id}")


def drop_slot(db: Database, staff_id: int) -> None:
    """Let a former administrator's password, or one that was reset, open the data no more."""
    with db.slots() as folder:
        keys.remove_admin_slot(folder, db.keys, f"staff:{staff_id}")


def ticket(db: Database, actor: Actor) -> str:
    """Return what lets a process of this window act as `actor`: usable once, for `TICKET_SECONDS`."""
    code = secrets.token_urlsafe(24)
    with db.aside() as session:
        session.execute(delete(Ticket).where(Ticket.ticks < int(clock.ticks()) - TICKET_SECONDS))
        session.add(Ticket(code=_mark(code), staff_id=actor.staff_id, ticks=int(clock.ticks())))
    return code


def redeem(db: Database, code: str, workstation: str) -> Actor:
    """Return whose ticket this is; RuleError when it is none, was used or is too old."""
    with db.aside() as session:
        row = session.get(Ticket, _mark(code))
        staff = session.get(Staff, row.staff_id) if row else None
        fresh = row is not None and 0 <= int(clock.ticks()) - row.ticks <= TICKET_SECONDS
        if row is not None:
            session.delete(row)
        found = accounts.actor(session, staff.id, workstation) if staff and staff.active and fresh else None
    if found is None:
        raise RuleError(translate("Accounts", "这次授权已过期,请在窗口里再做一次。"))
    return found


def _mark(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def refusal(session: Session, who: str) -> str:
    """Return why a name may not be tried now, "" when it may."""
    staff = _person(session, who)
    key = attempts.key_of(staff.id) if staff else attempts.stranger_key(who)
    row = session.get(attempts.Attempt, key)
    return attempts.refusal(row, settings.load(session)) if row else ""


def known(session: Session) -> list[Staff]:
    """Return who has an account and works here, who signed in last first."""
    query = select(Staff).join(Account, Account.staff_id == Staff.id).where(Staff.active.is_(True))
    return list(session.scalars(query.order_by(Account.signed_in_at.desc(), Staff.code)))


def _person(session: Session, who: str) -> Staff | None:
    wanted = who.strip()
    found = session.scalars(select(Staff).where(Staff.active.is_(True), Staff.code == wanted)).all()
    if not found:
        found = session.scalars(select(Staff).where(Staff.active.is_(True), Staff.name == wanted)).all()
    return found[0] if len(found) == 1 else None


def _usable(account: Account) -> str:
    """Return the hash that counts, "" when nothing does."""
    expired = account.state == "code" and (account.code_until is None or account.code_until < clock.now())
    return "" if expired else account.password
