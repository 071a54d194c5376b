"""What of a key is kept for how long once it was handed over or retired (domain.md §1.7: 托管类至终止后 2 年).

Who agreed, who got it and who lost it are the proof, as the borrower of a loan is: they stay until it is destroyed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core.retention import Part, Term, Who
from desk_app.registers.keys import filling, lookup, rules
from desk_app.registers.keys.records import Instruction, Key, Piece


def _hand_on(session: Session, keys: Sequence[Key]) -> None:
    """Let what is told with every key of a room go on with one that still hangs there."""
    told = (
        Instruction.key_id.in_([key.id for key in keys]),
        Instruction.room_id.is_not(None),
        *lookup.not_over(),
    )
    for said in session.scalars(select(Instruction).where(*told)):
        living = select(Key).where(Key.room_id == said.room_id, Key.state.not_in(rules.ENDED))
        heir = session.scalars(living.order_by(Key.spare, Key.id).limit(1)).first()
        if heir is not None:
            said.key_id = heir.id


TERM = Term(
    kind=Key,
    closed=frozenset(rules.ENDED),
    index=filling.index,
    days=rules.PRIVATE_DAYS,
    years=rules.KEPT_YEARS,
    private=("remark", "consent_note", "lost_note"),
    parts=(Part(Piece, "key_id"), Part(Instruction, "key_id", ("text", "by"))),
    who=Who(("holder_name", "consent_by", "lost_by")),
    ground=rules.KEPT_GROUND,
    start="ended_at",
    called_by=("tag", "code"),
    hand_on=_hand_on,
)
