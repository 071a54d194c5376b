"""What the tables say about a pass, as the rules ask it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, renovations, settings
from desk_app.registers.entry_passes import photos, rules, terms, validity
from desk_app.registers.entry_passes.records import EntryPass

COPIED = (
    "kind", "name", "sex", "id_kind", "id_masked", "phone", "org", "trade", "place", "reason", "permit_no",
    "guarantor", "special_no", "special_until", "special_checked", "paper_permit", "paper_id", "wanted_to",
    "not_after",
)  # fmt: skip


def case_of(session: Session, one: EntryPass) -> rules.Case:
    """Return what the rules ask about a pass, today."""
    permit = renovations.by_number(session, one.permit_no) if one.permit_no else None
    refusal = renovations.refusal(session, one.permit_no, clock.today()) if one.permit_no else ""
    return rules.Case(
        **{name: getattr(one, name) for name in COPIED},
        permit_refusal=refusal,
        permit_ends=permit.ends if permit else None,
        photo=photos.of(session, one.uid) is not None,
        twin=twin(session, one),
    )


def twin(session: Session, one: EntryPass) -> str:
    """Return the number of a valid pass of the same kind that this person has already, "" when there is none."""
    if not one.name or not one.id_tail:
        return ""
    query = select(EntryPass.no).where(
        EntryPass.name == one.name, EntryPass.id_tail == one.id_tail, EntryPass.kind == one.kind,
        EntryPass.uid != one.uid, EntryPass.state.in_(("issued", "frozen")), EntryPass.ends >= clock.today(),
    )  # fmt: skip
    return session.scalars(query).first() or ""


def state_of(one: EntryPass, config: settings.Settings) -> str:
    """Return a pass's state today."""
    return validity.effective(one.state, one.ends, clock.today(), config.get(terms.RETURN_DAYS))


def amounts(one: EntryPass, config: settings.Settings) -> tuple[int, int]:
    """Return (fee, deposit) in 分 to be taken for a pass (S0㈦(2)1); for a replacement what the settings say."""
    if one.kind != "long":
        return 0, 0
    again = bool(one.replaces_uid)
    fee = config.get(terms.FEE) if not again or config.get(terms.REPLACE_FEE) else 0
    deposit = config.get(terms.DEPOSIT) if not again or config.get(terms.REPLACE_DEPOSIT) else 0
    return fee, deposit
