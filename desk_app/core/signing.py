"""Signing in, confirming by PIN, and the way back in with the code on paper (figures/safety.md D8)."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk_app.core import accounts, attempts, clock, passwords, settings
from desk_app.core.accounts import ADMINISTRATORS, ANYBODY, Account, Recovery
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import SYSTEM, Actor, Role, Staff, actor_of, as_actor, verb

_RECOVERY = "recovery"


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
    attempts.forget(session, attempts.pin_key(staff_id))
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
        with db.read() as session:
            raise RuleError(attempts.wrong(session, key), "password")
    with db.write(as_actor(staff, workstation)) as session:
        found = accounts.actor(session, staff.id, workstation)
        session.info["actor"] = found
        return SignedIn(found, _note_sign_in(session, password))


def confirm(db: Database, staff_id: int, pin: str) -> None:
    """Make sure that it is still the person who is signed in; RuleError (field "pin") when the PIN is wrong.

    After some failures the PIN rests until the next sign-in with the password.
    """
    rests = translate("Accounts", "PIN 输错太多次,已停用。请锁屏后用密码登录,再试。")
    with db.aside() as session:
        account = accounts.of(session, staff_id)
        row = attempts.row_of(session, attempts.pin_key(staff_id))
        if account is None or not account.pin:
            raise RuleError(translate("Accounts", "您还没有设置 PIN。"), "pin")
        if row.failures >= settings.get(session, attempts.PIN_TRIES):
            raise RuleError(rests, "pin")
        row.failures, row.total, row.at = row.failures + 1, row.total + 1, clock.now()
        kept, more = account.pin, row.failures < settings.get(session, attempts.PIN_TRIES)
    if not passwords.fits(pin, kept):
        raise RuleError(translate("Accounts", "PIN 不对。") if more else rests, "pin")
    with db.aside() as session:
        attempts.forget(session, attempts.pin_key(staff_id))


def recover(db: Database, code: str, who: str, witness: str, password: str, workstation: str) -> str:
    """Return a one-time code for an administrator who has no way in: the paper, and a second person's password.

    `who` gets the code; `witness` signs in for it, unless nobody else has an account. Used once and filed; print a new
    recovery code afterwards. RuleError names the field that is wrong.
    """
    with db.aside() as session:
        attempts.count(session, _RECOVERY)
        newest = session.scalars(select(Recovery).order_by(Recovery.id.desc()).limit(1)).first()
        kept = newest.code if newest and newest.used_at is None else ""
    if not passwords.fits(accounts.bare(code), kept):
        raise RuleError(translate("Accounts", "恢复码不对,或已经用过。请核对纸上的字。"), "code")
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
        _use_recovery(session, " + ".join(filter(None, (staff.name, seen_by))))
        return accounts.give_code(session, staff.id)


@verb("accounts.recover", Role.XG)
def _use_recovery(session: Session, by: str) -> None:
    newest = session.scalars(select(Recovery).order_by(Recovery.id.desc()).limit(1)).one()
    newest.used_at, newest.used_by = clock.now(), by


def wait_left(session: Session, who: str) -> int:
    """Return how many seconds a name must still wait, 0 for none."""
    staff = _person(session, who)
    row = session.get(attempts.Attempt, attempts.key_of(staff.id) if staff else attempts.stranger_key(who))
    return attempts.left(row) if row else 0


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
