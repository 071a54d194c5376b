"""The key (a ring on a hook), the single keys of a ring, and the instructions that go with them."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Order, Termed, length, one_of, only_one
from desk_app.registers.keys.rules import ENDED, STATES, Hook

_ENDED = ", ".join(f"'{state}'" for state in ENDED)


class Key(Termed, Base):
    """One ring. `code` is its hook, free again once the ring is handed over or retired; `tag` never is.

    `holder_name`, `due_at` and `loan_uid` say who has it, as key_loans told when it took it from the hook;
    `out_pieces` of its `pieces` are away. The `lost_*`, `relock*` and `consent_*` are of the last time.
    """

    __tablename__ = "key"
    __table_args__ = (
        one_of("state", *STATES),
        length("place", 100),
        CheckConstraint("out_pieces BETWEEN 0 AND pieces", name="out_of_the_ring"),
        CheckConstraint("(out_pieces > 0) = (state IN ('out', 'with_contractor'))", name="away_means_out"),
        only_one("one_key_a_hook", "code", while_=f"state NOT IN ({_ENDED})"),
        Index("ix_key_place", "cabinet", "row", "hook"),
    )

    code: Mapped[str] = mapped_column(index=True)
    cabinet: Mapped[str]
    row: Mapped[int]
    hook: Mapped[int]
    tag: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"), index=True)
    place: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    pieces: Mapped[int] = mapped_column(default=1)
    spare: Mapped[bool] = mapped_column(default=False)
    keeper_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    keeper_name: Mapped[str]
    stored_at: Mapped[str] = mapped_column(default="")
    source: Mapped[str]
    state: Mapped[str] = mapped_column(default="in_cabinet")
    remark: Mapped[str] = mapped_column(default="")

    out_pieces: Mapped[int] = mapped_column(default=0)
    holder_name: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None]
    loan_uid: Mapped[str] = mapped_column(default="")

    consent_by: Mapped[str] = mapped_column(default="")
    consent_at: Mapped[datetime | None]
    consent_note: Mapped[str] = mapped_column(default="")  # why it is kept without anybody's consent on file
    receipt_no: Mapped[str] = mapped_column(default="")

    lost_by: Mapped[str] = mapped_column(default="")
    lost_at: Mapped[datetime | None]
    lost_note: Mapped[str] = mapped_column(default="")
    relocked_at: Mapped[datetime | None]
    relock_cost: Mapped[int] = mapped_column(default=0)
    relock_paid_by: Mapped[str] = mapped_column(default="")
    relock_approver: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]
    retired_why: Mapped[str] = mapped_column(default="")
    retire_approver: Mapped[str] = mapped_column(default="")
    handler_name: Mapped[str] = mapped_column(default="")

    room: Mapped[Room | None] = relationship()
    ring: Mapped[list["Piece"]] = relationship(order_by="Piece.seq", back_populates="key")
    notes: Mapped[list["Instruction"]] = relationship(order_by="Instruction.id", back_populates="key")

    @property
    def no(self) -> str:
        """What the key is called in histories and messages: its hook."""
        return self.code

    @property
    def place_in_cabinet(self) -> Hook:
        """The hook as its parts."""
        return Hook(self.cabinet, self.row, self.hook)

    @property
    def shown_place(self) -> str:
        """What it opens: the room or place and, where it matters, the door."""
        return f"{self.place} {self.name}".strip()


class Piece(Audited, Base):
    """One kind of key on a ring, e.g. 入户门 ×2; a line that was corrected away keeps its row."""

    __tablename__ = "key_piece"
    __table_args__ = (length("name", 40), CheckConstraint("quantity > 0", name="quantity_positive"))

    key_id: Mapped[int] = mapped_column(ForeignKey("key.id"), index=True)
    seq: Mapped[int]
    name: Mapped[str]
    quantity: Mapped[int] = mapped_column(default=1)
    removed: Mapped[bool] = mapped_column(default=False)
    key: Mapped[Key] = relationship(back_populates="ring")

    @property
    def history_uid(self) -> str:
        """Filed under the ring."""
        return self.key.uid


class CodeList(Audited, Base):
    """One printing of the list that says what every tag opens: who, how many keys, of which cabinets."""

    __tablename__ = "key_code_list"

    who: Mapped[str]
    count: Mapped[int]
    cabinets: Mapped[str]


class Instruction(Audited, Base):
    """What whoever takes the key is told, while it is valid; `room_id` is set when it is for all keys of the room.

    `valid_until` is the last day it is shown (empty = until somebody ends it).
    """

    __tablename__ = "key_instruction"
    ORDER: ClassVar[Order] = (("valid_from", "valid_until"),)
    __table_args__ = (length("text", 120), Index("ix_key_instruction_room", "room_id", "valid_until"))

    key_id: Mapped[int] = mapped_column(ForeignKey("key.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    text: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    by: Mapped[str] = mapped_column(default="")
    ended: Mapped[bool] = mapped_column(default=False)
    key: Mapped[Key] = relationship(back_populates="notes")

    @property
    def history_uid(self) -> str:
        """Filed under the ring it was written at."""
        return self.key.uid
