"""Links between records, read from both ends (a visit and the release slip it led to)."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import audit
from desk_app.core.records import Audited, Base


class Link(Audited, Base):
    """`from_*` led to `to_*`; `kind` says how: "followed", "reissued", "belongings"."""

    __tablename__ = "link"

    kind: Mapped[str]
    from_entity: Mapped[str]
    from_uid: Mapped[str] = mapped_column(index=True)
    to_entity: Mapped[str]
    to_uid: Mapped[str] = mapped_column(index=True)


def add(session: Session, kind: str, origin: Audited, target: Audited) -> None:
    """Link two records."""
    session.flush()
    session.add(
        Link(
            kind=kind, from_entity=origin.history_entity, from_uid=origin.uid,
            to_entity=target.history_entity, to_uid=target.uid,
        )
    )  # fmt: skip


def follow(session: Session, origin_uid: str, target: Audited) -> None:
    """Link the record that another one led to (a call to a visit); nothing when the origin is unknown."""
    entity = audit.entity_of(session, origin_uid)
    if entity is None:
        return
    session.flush()
    session.add(
        Link(
            kind="followed", from_entity=entity, from_uid=origin_uid,
            to_entity=target.history_entity, to_uid=target.uid,
        )
    )  # fmt: skip


def of(session: Session, uid: str) -> list[Link]:
    """Return all links that touch a record, oldest first."""
    return list(
        session.scalars(select(Link).where(or_(Link.from_uid == uid, Link.to_uid == uid)).order_by(Link.id))
    )
