"""Passwords for people in tests: set at once, at the tests' low cost."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, passwords
from desk_app.core.accounts import Account

PASSWORD = "correct horse battery staple"


def give_password(session: Session, staff_id: int, password: str = PASSWORD) -> None:
    """Give somebody an account with a password."""
    session.add(
        Account(staff_id=staff_id, state="ready", password=passwords.make_hash(password), set_at=clock.now())
    )


def let_in(session: Session, staff_id: int) -> None:
    """Give somebody our password who may have one that nobody was told."""
    known = session.scalars(select(Account).where(Account.staff_id == staff_id)).one_or_none()
    if known is None:
        give_password(session, staff_id)
    else:
        known.password, known.state = passwords.make_hash(PASSWORD), "ready"
