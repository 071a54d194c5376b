"""Passwords for people in tests: set at once, at the tests' low cost."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, passwords
from desk_app.core.accounts import Account

PASSWORD = "correct horse battery staple"


def give_password(session: Session, staff_id: int, password: str = PASSWORD) -> None:
    """Give somebody an account with a password."""
    session.add(
        Account(staff_id=staff_id, state="ready", password=passwords.make_hash(password), set_at=clock.now())
    )
