"""How often one may be wrong: failures in a row, and how long to wait (figures/safety.md D8).

Failures are counted in the database before a password is tried, so that neither a kill nor a restart gives a guess
away; the waiting is reckoned in seconds since the computer was started, which no setting of the clock changes.
"""

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, passwords, settings
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, sentences, translate
from desk_app.core.records import Base
from desk_app.core.settings import Kind, Spec

NIST = QT_TRANSLATE_NOOP("Settings", "NIST SP 800-63B-4;safety.md D8")

PASSWORD_LEAST = Spec(
    "accounts.password_least", QT_TRANSLATE_NOOP("Settings", "密码至少几个字符"), Kind.NUMBER, 15, NIST,
    least=passwords.FLOOR, most=passwords.MOST,
)  # fmt: skip
DELAY_AFTER = Spec(
    "accounts.delay_after", QT_TRANSLATE_NOOP("Settings", "输错几次后开始等待(1、2、4…秒)"), Kind.NUMBER, 3,
    NIST, least=1, most=10,
)  # fmt: skip
DELAY_MOST = Spec(
    "accounts.delay_most", QT_TRANSLATE_NOOP("Settings", "每次最多等待"), Kind.NUMBER, 60, NIST,
    unit=QT_TRANSLATE_NOOP("Settings", "秒"), least=10, most=600,
)  # fmt: skip
SOFT_AFTER = Spec(
    "accounts.soft_after", QT_TRANSLATE_NOOP("Settings", "输错几次后暂停登录"), Kind.NUMBER, 10, NIST,
    least=4, most=29,
)  # fmt: skip
SOFT_MINUTES = Spec(
    "accounts.soft_minutes", QT_TRANSLATE_NOOP("Settings", "暂停登录多久"), Kind.NUMBER, 15, NIST,
    unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=5, most=240,
)  # fmt: skip
UNLOCK_AFTER = Spec(
    "accounts.unlock_after", QT_TRANSLATE_NOOP("Settings", "输错几次后须管理员解锁"), Kind.NUMBER, 30, NIST,
    least=5, most=99,
)  # fmt: skip
STOP_AFTER = Spec(
    "accounts.stop_after", QT_TRANSLATE_NOOP("Settings", "累计输错几次后密码作废"), Kind.NUMBER, 100, NIST,
    least=10, most=100,
)  # fmt: skip
PIN_TRIES = Spec(
    "accounts.pin_tries", QT_TRANSLATE_NOOP("Settings", "PIN 输错几次后停用(下次登录恢复)"), Kind.NUMBER, 5, NIST,
    least=3, most=10,
)  # fmt: skip
CODE_HOURS = Spec(
    "accounts.code_hours", QT_TRANSLATE_NOOP("Settings", "一次性代码有效"), Kind.NUMBER, 72,
    QT_TRANSLATE_NOOP("Settings", "OWASP ASVS 5 6.4.1"), unit=QT_TRANSLATE_NOOP("Accounts", "小时"), least=1, most=336,
)  # fmt: skip
SPECS = (
    PASSWORD_LEAST, DELAY_AFTER, DELAY_MOST, SOFT_AFTER, SOFT_MINUTES, UNLOCK_AFTER, STOP_AFTER, PIN_TRIES, CODE_HOURS,
)  # fmt: skip

_MOST_STRANGERS = 200
"""Counters kept for names that nobody has; the oldest go first."""


class Attempt(Base):
    """Failures in a row of one name, known or not. `ticks` are milliseconds since the start of this computer.

    `failures` since the last success or unlocking, `total` since the last success.
    """

    __tablename__ = "attempt"

    name: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    wait: Mapped[int] = mapped_column(default=0)
    ticks: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(default=clock.now)


def key_of(staff_id: int) -> str:
    """Return the counter of somebody's password."""
    return f"staff:{staff_id}"


def pin_key(staff_id: int) -> str:
    """Return the counter of somebody's PIN."""
    return f"pin:{staff_id}"


def stranger_key(who: str) -> str:
    """Return the counter of a name nobody has: never what was typed, for it may be a password."""
    told = passwords.plain(who).strip().casefold().encode("utf-8", "replace")
    return "name:" + hashlib.sha256(told).hexdigest()[:16]


def make_room(session: Session) -> None:
    """Forget the oldest counters of names nobody has, beyond a number of them."""
    known = select(Attempt).where(Attempt.name.startswith("name:")).order_by(Attempt.at.desc())
    for row in session.scalars(known.offset(_MOST_STRANGERS)):
        session.delete(row)


def row_of(session: Session, key: str) -> Attempt:
    """Return a counter, a new one when there is none."""
    row = session.get(Attempt, key)
    if row is None:
        row = Attempt(name=key, failures=0, total=0, wait=0, ticks=0, at=clock.now())
        session.add(row)
    return row


def forget(session: Session, key: str) -> None:
    """Count from the beginning: it was right."""
    row = session.get(Attempt, key)
    if row is not None:
        session.delete(row)


def count(session: Session, key: str) -> None:
    """Count one more failure of a name, before it is known to be one; RuleError while it must wait."""
    config = settings.load(session)
    row = row_of(session, key)
    if sentence := refusal(row, config):
        raise RuleError(sentence, "password")
    _count(row, config)


def count_pin(session: Session, key: str) -> None:
    """Count one more failure of a PIN, before it is known to be one; RuleError while it must wait or rests."""
    config = settings.load(session)
    row = row_of(session, key)
    if sentence := refusal_of_pin(row, config):
        raise RuleError(sentence, "pin")
    _count(row, config)


def count_code(session: Session, key: str) -> None:
    """Count one more failure of the code on paper, before it is known to be one; RuleError while it must wait.

    It is never barred: it is the way in when all others are, and too long to be guessed.
    """
    config = settings.load(session)
    row = row_of(session, key)
    if sentence := _wait(left(row)):
        raise RuleError(sentence, "code")
    _count(row, config)


def _count(row: Attempt, config: settings.Settings) -> None:
    row.failures, row.total, row.at = row.failures + 1, row.total + 1, clock.now()
    row.wait, row.ticks = wait_after(row.failures, config), _ticks()


def refusal_of_pin(row: Attempt, config: settings.Settings) -> str:
    """Return why a PIN may not be tried now, "" when it may."""
    if row.total >= config.get(STOP_AFTER):
        return translate("Accounts", "累计输错太多次,这个 PIN 已作废。请用密码确认,并重新设置 PIN。")
    if row.failures >= config.get(PIN_TRIES):
        return translate("Accounts", "PIN 输错太多次,已停用。请用密码,或锁屏后用密码登录,再试。")
    return _wait(left(row))


def wake_pin(session: Session, key: str) -> None:
    """Let a PIN be tried again after its owner signed in; what counts towards the hard stop stays counted."""
    row = session.get(Attempt, key)
    if row is not None:
        row.failures = row.wait = 0


def wrong_pin(session: Session, key: str) -> str:
    """Return what is said about a wrong PIN."""
    row = session.get(Attempt, key)
    said = translate("Accounts", "PIN 不对。")
    return sentences(said, refusal_of_pin(row, settings.load(session)) if row else "")


def wait_after(failures: int, config: settings.Settings) -> int:
    """Return how many seconds to wait after so many failures in a row: 1, 2, 4 … then a quarter of an hour."""
    if failures >= config.get(SOFT_AFTER):
        return config.get(SOFT_MINUTES) * 60
    late = failures - config.get(DELAY_AFTER)
    return min(2 ** min(late, 20), config.get(DELAY_MOST)) if late >= 0 else 0


def left(row: Attempt) -> int:
    """Return how many seconds are left to wait.

    Since the failure at least `now - then` have passed on the same start of the computer, at least `now` on a later
    one; neither can be more than what really passed, whatever the clock says.
    """
    now = _ticks()
    passed = now - row.ticks if now >= row.ticks else now
    return max(0, -(-(row.wait * 1000 - passed) // 1000))


def barred(row: Attempt, config: settings.Settings) -> str:
    """Return "stopped" when the password is void, "locked" when an administrator must unlock, else ""."""
    if row.total >= config.get(STOP_AFTER):
        return "stopped"
    return "locked" if row.failures >= config.get(UNLOCK_AFTER) else ""


def refusal(row: Attempt, config: settings.Settings) -> str:
    """Return why a name may not be tried now, "" when it may."""
    found = barred(row, config)
    if found == "stopped":
        return translate(
            "Accounts",
            "累计输错太多次,这个密码已作废。请管理员发一次性代码;管理员、经理本人可用纸上的恢复码。",
        )
    if found == "locked":
        return translate(
            "Accounts", "输错太多次,已锁定。请管理员在「人员与岗位」里解锁;管理员、经理本人可用纸上的恢复码。"
        )
    return _wait(left(row))


def _wait(seconds: int) -> str:
    if seconds > 60:
        return translate("Accounts", "输错太多次,请等 {minutes} 分钟再试。").format(minutes=-(-seconds // 60))
    return translate("Accounts", "请等 {seconds} 秒再试。").format(seconds=seconds) if seconds else ""


def wrong(session: Session, key: str) -> str:
    """Return what is said about a wrong name or password, the same for both."""
    row = session.get(Attempt, key)
    said = translate("Accounts", "姓名(工号)或密码不对。")
    return sentences(said, refusal(row, settings.load(session)) if row else "")


def _ticks() -> int:
    return int(clock.ticks() * 1000)
