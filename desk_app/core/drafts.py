"""What is typed into a form and not saved yet: kept against crash and power cut, offered again."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock
from desk_app.core.records import Base, Private


class Draft(Base):
    """The raw texts of one form, for one person; it belongs to nobody else."""

    __tablename__ = "draft"

    form: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    raw: Mapped[str] = mapped_column(Private)


_UNIT = "unit_id"


def named(raw: Mapping[str, object], unit: str) -> Mapping[str, object]:
    """Return what was typed together with the id its save will bear; nothing typed stays nothing."""
    return {**raw, _UNIT: unit} if raw else raw


def unit_of(raw: Mapping[str, object]) -> str:
    """Return the id that the save of a draft bears, "" for one of an older version."""
    return str(raw.get(_UNIT) or "")


def keep(session: Session, form: str, staff_id: int, raw: Mapping[str, object]) -> datetime:
    """Keep what is typed; returns when. An empty mapping forgets the draft."""
    row = session.get(Draft, (form, staff_id))
    if not raw:
        if row is not None:
            session.delete(row)
        return clock.now()
    if row is None:
        row = Draft(form=form, staff_id=staff_id)
        session.add(row)
    row.at, row.raw = clock.now(), json.dumps(raw, ensure_ascii=False)
    return row.at


def kept(session: Session, form: str, staff_id: int) -> tuple[datetime, dict[str, object]] | None:
    """Return (when, raw texts) of the person's draft of a form, None when there is none."""
    row = session.scalars(select(Draft).where(Draft.form == form, Draft.staff_id == staff_id)).one_or_none()
    return (row.at, json.loads(row.raw)) if row else None
