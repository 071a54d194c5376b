"""The stock of badges: who holds which, never two holders (guarded in the schema as well)."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from desk_app.core import clock, store
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, verb
from desk_app.core.records import Audited, Base, Order, length, one_of, only_one
from desk_app.core.text import clean


class Badge(Audited, Base):
    """One badge. `kind` is "visitor" or "contractor"; a lost one is not given any more."""

    __tablename__ = "badge"
    __table_args__ = (length("code", 20), one_of("kind", "visitor", "contractor"))

    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    lost: Mapped[bool] = mapped_column(default=False)


class BadgeLoan(Audited, Base):
    """A badge in somebody's hands; while `back_at` is empty nobody else can have it."""

    __tablename__ = "badge_loan"
    ORDER: ClassVar[Order] = (("out_at", "back_at"),)
    __table_args__ = (only_one("one_holder", "badge_id", while_="back_at IS NULL"),)

    badge_id: Mapped[int] = mapped_column(ForeignKey("badge.id"))
    holder_uid: Mapped[str] = mapped_column(index=True)
    holder_name: Mapped[str]
    out_at: Mapped[datetime] = mapped_column(default=clock.now)
    back_at: Mapped[datetime | None]
    badge: Mapped[Badge] = relationship()

    @property
    def history_uid(self) -> str:
        """Giving and taking back is part of the holder's history."""
        return self.holder_uid


_BADGE = (
    "SELECT b.id, b.code, b.kind, b.lost, l.id FROM badge b "
    "LEFT JOIN badge_loan l ON l.badge_id = b.id AND l.back_at IS NULL WHERE b.code = ?"
)


def free(session: Session, kind: str) -> list[str]:
    """Return the codes in stock of one kind, in order."""
    out = select(BadgeLoan.badge_id).where(BadgeLoan.back_at.is_(None))
    query = select(Badge.code).where(Badge.kind == kind, Badge.lost.is_(False), Badge.id.not_in(out))
    return list(session.scalars(query.order_by(func.length(Badge.code), Badge.code)))


def stock(session: Session) -> list[tuple[Badge, BadgeLoan | None]]:
    """Return every badge with the loan it is out on, if any, in order of their codes."""
    loan = (BadgeLoan.badge_id == Badge.id) & BadgeLoan.back_at.is_(None)
    query = (
        select(Badge, BadgeLoan)
        .outerjoin(BadgeLoan, loan)
        .order_by(Badge.kind.desc(), func.length(Badge.code), Badge.code)
    )
    return [(badge, out) for badge, out in session.execute(query)]


def holder(session: Session, code: str) -> str | None:
    """Return the uid of the record that holds badge `code`, None when it is in stock."""
    loan = session.scalars(
        select(BadgeLoan).join(Badge).where(Badge.code == _code(code), BadgeLoan.back_at.is_(None))
    ).one_or_none()
    return loan.holder_uid if loan else None


def give(session: Session, code: str, holder_uid: str, holder_name: str, *, kind: str) -> str:
    """Hand out a badge of a kind; RuleError saying who has it, or that there is none. Returns its code."""
    found = store.run(session, _BADGE, _code(code))
    if not found or found[0][2] != kind:
        raise RuleError(
            translate("Badges", "没有 {code} 这块牌。请从列表中选择在库的牌。").format(code=clean(code)),
            "badge",
        )
    badge_id, code, _, lost, loan_id = found[0]
    if lost:
        raise RuleError(translate("Badges", "{code} 已挂失,请换一块牌。").format(code=code), "badge")
    if loan_id is not None:
        loan = session.get_one(BadgeLoan, loan_id)
        since = clock.local(loan.out_at).strftime("%m-%d %H:%M")
        sentence = translate("Badges", "{code} 由 {name} 持有(自 {since}),请换一块牌。")
        raise RuleError(sentence.format(code=code, name=loan.holder_name, since=since), "badge")
    session.add(BadgeLoan(badge_id=badge_id, holder_uid=holder_uid, holder_name=holder_name))
    return code


def take_back(session: Session, holder_uid: str, *, lost: bool = False) -> None:
    """Take back whatever badge a record holds; a lost one leaves the stock."""
    loans = session.scalars(
        select(BadgeLoan).where(BadgeLoan.holder_uid == holder_uid, BadgeLoan.back_at.is_(None))
    )
    for loan in loans:
        loan.back_at = clock.not_before(loan.out_at)
        if lost:
            loan.badge.lost = True


@verb("badges.add", *DESK, Role.XG)
def add(session: Session, kind: str, prefix: str, first: int, last: int) -> int:
    """Put badges `prefix`+number into stock, e.g. A001–A060; existing ones stay. Returns how many are new."""
    prefix = clean(prefix, limit=8).upper()
    if not 0 < first <= last <= 9999:
        raise RuleError(translate("Badges", "牌号应从小到大,例如 1 到 60。"), "last")
    known = set(session.scalars(select(Badge.code)))
    new = [code for n in range(first, last + 1) if (code := f"{prefix}{n:03d}") not in known]
    session.add_all(Badge(code=code, kind=kind) for code in new)
    return len(new)


@verb("badges.found", *DESK)
def found(session: Session, code: str) -> None:
    """Put a badge that had been reported lost back into stock."""
    badge = session.scalars(select(Badge).where(Badge.code == _code(code))).one()
    badge.lost = False


def _code(text_: str) -> str:
    return clean(text_, limit=20).upper()
