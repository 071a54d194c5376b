"""What hangs on a permit: passes and hot-work permits stop with it, and somebody has to collect them (F12).

Each register that issues under a renovation permit offers `stop_under`, `resume_under` and `to_collect` in its
service; this is the one place that names them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desk_app.core import privacy, renovations
from desk_app.registers.entry_passes import holding as passes
from desk_app.registers.entry_passes import views as pass_views
from desk_app.registers.hot_work_permits import service as hot_work


@dataclass(frozen=True)
class Holding:
    """One card or certificate to be collected: `kind` of paper.HELD; the telephone is masked."""

    kind: str
    no: str
    holder: str
    org: str
    phone: str


@dataclass(frozen=True)
class Follower:
    """A register under the permit. `stop(session, permit_uid, reason, ended)`: `ended` is for good."""

    stop: Callable[[Session, str, str, bool], object]
    resume: Callable[[Session, str], object]
    to_collect: Callable[[Session, str], Sequence[Holding]]


def _passes_out(session: Session, permit_uid: str) -> list[Holding]:
    keys = ("kind", "no", "name", "org", "phone")
    return [
        Holding(*(str(row[key] or "") for key in keys)) for row in pass_views.to_collect(session, permit_uid)
    ]


def _hot_work_out(session: Session, permit_uid: str) -> list[Holding]:
    return [
        Holding("hot_work", one.no or "", one.welder, one.org, privacy.phone(one.phone))
        for one in hot_work.to_collect(session, permit_uid)
    ]


PASSES = Follower(
    stop=lambda session, uid, reason, ended: passes.stop_under(session, uid, ended=ended, reason=reason),
    resume=lambda session, uid: passes.resume_under(session, uid),
    to_collect=_passes_out,
)
HOT_WORK = Follower(
    stop=lambda session, uid, reason, _ended: hot_work.stop_under(session, uid, reason=reason),
    resume=lambda _session, _uid: None,  # hot work broken off needs a new certificate (F10)
    to_collect=_hot_work_out,
)
FOLLOWERS: tuple[Follower, ...] = (PASSES, HOT_WORK)


def pass_values(session: Session, record_uid: str) -> dict[str, object]:
    """Return what the form of a worker's pass opens with, by the permit issued on an application; {} for none."""
    permit = renovations.of_record(session, record_uid)
    if permit is None:
        return {}
    told = renovations.fills(permit)
    known = {key: told[key] for key in ("room", "org", "guarantor")}
    return known | {"kind": "long", "permit_no": permit.no, "hours": permit.hours}


def hot_work_values(session: Session, record_uid: str) -> dict[str, object]:
    """Return what the form of a hot-work permit opens with, by the permit issued on an application; {} for none."""
    permit = renovations.of_record(session, record_uid)
    if permit is None:
        return {}
    told = renovations.fills(permit)
    return {key: told[key] for key in ("room", "org", "site_lead", "phone")} | {"basis": permit.no}


def stop(session: Session, permit_uid: str, *, reason: str, ended: bool) -> None:
    """Stop everything issued under a permit; `ended` for good, else it can be resumed."""
    for follower in FOLLOWERS:
        follower.stop(session, permit_uid, reason, ended)


def resume(session: Session, permit_uid: str) -> None:
    """Let what was frozen with a permit go on."""
    for follower in FOLLOWERS:
        follower.resume(session, permit_uid)


def to_collect(session: Session, permit_uid: str) -> list[Holding]:
    """Return every card and certificate that is still out under a permit."""
    return [one for follower in FOLLOWERS for one in follower.to_collect(session, permit_uid)]
