"""What the tables say about a slip, as the rules ask it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, duties, lone, premises, settings
from desk_app.core.people import Role, Staff
from desk_app.registers.release_slips import rules
from desk_app.registers.release_slips.records import ReleaseSlip

COPIED = (
    "customer", "kind", "applicant", "standing", "phone", "id_kind", "route", "by_car", "plate", "plan_from",
    "plan_to", "returnable", "return_due", "reno_no", "consent_how", "consent_by", "consent_phone", "lead_note",
)  # fmt: skip


def case_of(session: Session, slip: ReleaseSlip, config: settings.Settings) -> rules.Case:
    """Return what the rules ask about a slip, now."""
    lead = session.get_one(Staff, slip.lead_id) if slip.lead_id else None
    return rules.Case(
        **{name: getattr(slip, name) for name in COPIED},
        items=len(slip.kept),
        lead=slip.lead_name,
        lead_roles=lead.held if lead else frozenset(),
        lead_is_handler=lead is not None and is_both(config, slip, lead),
        lone=lone.is_alone(session),
    )


def is_both(config: settings.Settings, slip: ReleaseSlip, lead: Staff) -> bool:
    """Say whether whoever handles a slip would sign it as lead, where that is kept apart."""
    return duties.clash(config, duties.SLIP, lead.id, slip.handler_id)


def on_file(session: Session, room_id: int | None) -> rules.OnFile:
    """Return the roster's word on a room; empty when the room is in no roster."""
    if room_id is None:
        return rules.OnFile()
    owner, user = premises.owner(session, room_id), premises.occupant(session, room_id)
    people = premises.contacts(session, owner.id) if owner else []
    names = (owner.name, owner.short_name, *(person.name for person in people)) if owner else ()
    signs = (
        [person.name for person in premises.contacts(session, user.id) if person.signatory] if user else []
    )
    phones = premises.phones_on_file(session, owner.id) if owner else []
    return rules.OnFile(tuple(filter(None, names)), tuple(phones), tuple(signs))


def lead_role(roles: frozenset[Role], slip: ReleaseSlip) -> Role:
    """Return in which capacity a lead signs: the humblest that will do (a move over midnight needs more)."""
    now = clock.now()
    spans = rules.expiry(slip.kind, slip.plan_to, now) > clock.day_bounds(clock.today())[1]
    wanted = (Role.KZ, Role.JL) if spans else (Role.DB, Role.KZ, Role.JL)
    return next(role for role in wanted if role in roles)


def state_of(slip: ReleaseSlip) -> str:
    """Return a slip's state now."""
    return rules.effective(slip.state, slip.valid_until, clock.now())
