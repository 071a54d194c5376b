"""What was checked when, and how far: the new part by the hour, everything by the week (figures/safety.md §2(g))."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, settings
from desk_app.core.chain import BEGINNING
from desk_app.core.heads import Head
from desk_app.core.i18n import QT_TRANSLATE_NOOP, sentences, translate
from desk_app.core.records import Base, one_of
from desk_app.core.settings import Kind, Spec

PART_HOURS = Spec(
    "evidence.part_hours",
    QT_TRANSLATE_NOOP("Settings", "每隔几小时核对新增的修改记录"),
    Kind.NUMBER,
    1,
    "safety.md §2(g)",
    least=1,
    most=24,
)
WHOLE_DAYS = Spec(
    "evidence.whole_days",
    QT_TRANSLATE_NOOP("Settings", "每隔几天核对全部记录、单据和附件"),
    Kind.NUMBER,
    7,
    "safety.md §2(g)",
    least=1,
    most=31,
)
SPECS = (PART_HOURS, WHOLE_DAYS)


class Checkup(Base):
    """One check: the whole record or what was new, up to which link, paper and file, and what was wrong ("" nothing)."""

    __tablename__ = "checkup"
    __table_args__ = (one_of("extent", "part", "whole"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    extent: Mapped[str]
    number: Mapped[int]
    hash: Mapped[str]
    paper_id: Mapped[int]
    file_id: Mapped[int]
    fault: Mapped[str]


def last(session: Session, extent: str = "") -> Checkup | None:
    """Return the newest check (of one extent)."""
    query = select(Checkup).order_by(Checkup.id.desc()).limit(1)
    return session.scalars(query.where(Checkup.extent == extent) if extent else query).first()


def reached(session: Session) -> tuple[Head, int, int]:
    """Return how far everything was found right: the head, the last paper and the last file."""
    found = session.scalars(
        select(Checkup).where(Checkup.fault == "").order_by(Checkup.id.desc()).limit(1)
    ).first()
    return (Head(found.number, found.hash), found.paper_id, found.file_id) if found else (BEGINNING, 0, 0)


def unsettled(session: Session) -> str:
    """Return what a check found wrong and no whole check has found right since, "" when nothing stands open."""
    right = (
        select(func.max(Checkup.id)).where(Checkup.extent == "whole", Checkup.fault == "").scalar_subquery()
    )
    wrong = select(Checkup).where(Checkup.fault != "", Checkup.id > func.coalesce(right, 0))
    found = session.scalars(wrong.order_by(Checkup.id.desc()).limit(1)).first()
    if found is None:
        return ""
    text = translate("Verify", "{at} 记录核对发现异常:{fault}").format(
        at=f"{clock.local(found.at):%Y-%m-%d %H:%M}", fault=found.fault.partition("\n")[0]
    )
    more = translate("Verify", "查清以后,在「备份与核对」里再核对一次。")
    return sentences(text, more)


def due(session: Session) -> str:
    """Return which check is due: "whole", "part" or none ("")."""
    config, now = settings.load(session), clock.now()
    for extent, every in (
        ("whole", timedelta(days=config.get(WHOLE_DAYS))),
        ("part", timedelta(hours=config.get(PART_HOURS))),
    ):
        found = last(session, "whole") if extent == "whole" else last(session)
        if found is None or not timedelta(0) <= now - found.at < every:  # a clock turned back is no excuse
            return extent
    return ""
