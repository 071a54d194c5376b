"""The one person on night duty: what they did as two persons, and that a supervisor approves it next day.

domain.md §1.1 [K]: 值守只有一人的夜班允许「经办=当班负责人」, but 次日由主管补审并留痕.
"""

from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import audit, clock, duties, settings, shifts
from desk_app.core.accounts import Account
from desk_app.core.declare import Due, Tone
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import Actor, Role, actor_of, verb
from desk_app.core.records import Base, Numbered
from desk_app.core.text import clean

TO_REVIEW = "alone = 1 AND reviewed_at IS NULL"
SUPERVISORS = (Role.KZ, Role.JL)
LATE_AFTER = timedelta(days=1)


class Lone(Numbered):
    """A record that one person may handle and answer for alone at night; it stands as 待补审 until reviewed."""

    alone: Mapped[bool] = mapped_column(default=False, server_default="0")
    alone_id: Mapped[int | None]
    alone_at: Mapped[datetime | None]
    reviewed_by: Mapped[str] = mapped_column(default="", server_default="")
    reviewed_at: Mapped[datetime | None]
    review_note: Mapped[str] = mapped_column(default="", server_default="")
    objected: Mapped[bool] = mapped_column(default=False, server_default="0")

    @property
    def waits(self) -> bool:
        """Say whether a supervisor has still to review it."""
        return self.alone and self.reviewed_at is None


def is_alone(session: Session) -> bool:
    """Say whether who acts may do two duties now: in the night shift, by the setting only as the one on duty."""
    config, actor = settings.load(session), session.info.get("actor")
    when, shift = config.get(settings.LONE_DUTY), shifts.current(config)
    if when == "never" or shift.key != "night":
        return False
    staff_id = actor.staff_id if isinstance(actor, Actor) else 0
    other = exists().where(Account.staff_id != staff_id, Account.signed_in_at >= shift.start)
    return when == "night" or not session.scalar(select(other))


def note(session: Session, record: Lone) -> None:
    """Enter that one person did both duties on a record: a supervisor reviews it next day."""
    record.alone, record.alone_id, record.alone_at = True, actor_of(session).staff_id, clock.now()
    record.reviewed_by, record.reviewed_at, record.review_note, record.objected = "", None, "", False


def withdraw(record: Lone) -> None:
    """Take the entry back: what one person did alone is undone."""
    record.alone, record.alone_id, record.alone_at = False, None, None


def kinds() -> list[type[Lone]]:
    """Return every kind of record that can stand as 待补审."""
    found = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Lone)]
    return sorted(found, key=lambda kind: kind.__name__)


def dues(session: Session, kind: type[Lone]) -> list[Due]:
    """Return what 今日 shows of one kind from the shift after on; late once it is older than a day."""
    shift = shifts.current(settings.load(session))
    over = or_(kind.alone_at.is_(None), kind.alone_at < shift.start)
    return [_due(one) for one in session.scalars(select(kind).where(text(TO_REVIEW), over))]


def _due(one: Lone) -> Due:
    at = one.alone_at or one.created_at
    late = clock.now() - at > LATE_AFTER
    label = translate("Lone", "超过一天未补审") if late else translate("Lone", "待主管补审")
    detail = translate("Lone", "夜班一人兼任,主管或经理同意或提出异议")
    return Due(
        one.uid,
        one.handler_name,
        f"{one.no or ''} {detail}".strip(),
        at,
        Tone.LATE if late else Tone.DUE,
        label,
    )


@verb("lone.approve", *SUPERVISORS)
def approve(session: Session, uid: str) -> Lone:
    """Approve afterwards what one person did alone at night; never by that person."""
    return _review(session, uid, "")


@verb("lone.object", *SUPERVISORS)
def object_to(session: Session, uid: str, *, reason: str) -> Lone:
    """Object to what one person did alone at night: why, in the record and its history."""
    said = clean(reason, limit=120, field="reason")
    if not said:
        raise RuleError(translate("Lone", "请写明有什么异议、怎样处理。"), "reason")
    one = _review(session, uid, said)
    one.objected = True
    audit.note(session, said)
    return one


def _review(session: Session, uid: str, said: str) -> Lone:
    actor, config = actor_of(session), settings.load(session)
    found = (session.scalars(select(kind).where(kind.uid == uid)).one_or_none() for kind in kinds())
    one = next((record for record in found if record is not None), None)
    if one is None or not one.waits:
        raise RuleError(translate("Lone", "这一单不需要补审。"))
    if duties.clash(config, duties.ALONE, actor.staff_id, one.alone_id, one.handler_id):
        raise RuleError(translate("Lone", "补审须由经办人以外的主管或经理进行。"))
    one.reviewed_by, one.reviewed_at, one.review_note = actor.name, clock.now(), said
    return one
