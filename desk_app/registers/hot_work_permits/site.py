"""Verbs of the hot-work permits at the site: start, patrol, pause, end, re-check, taken back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desk_app.core import audit, clock, enclosures, settings
from desk_app.core.attachments import Archive
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.text import clean
from desk_app.registers.hot_work_permits import checks, rules, terms
from desk_app.registers.hot_work_permits.facts import state_of
from desk_app.registers.hot_work_permits.records import HotWorkNote, HotWorkPermit
from desk_app.registers.hot_work_permits.service import aborted, copies_out, find

SITE = (*DESK, Role.AB, Role.GC, Role.MG)
"""Who may note what happens at the site (domain.md §1.1: MG 动火巡查, AB, GC)."""


@verb("hot_work_permits.start", *DESK)
def start(session: Session, uid: str, *, watch: str, wind: int | None = None) -> HotWorkPermit:
    """Begin the work: the fire watch named on the permit signs in; outdoors the wind is read again."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "start")
    now, policy = clock.now(), rules.policy(settings.load(session))
    if permit.starts and now < permit.starts:
        sentence = translate("HotWork", "动火证 {at} 起有效,还没有到时间,不能开工。")
        raise RuleError(sentence.format(at=f"{clock.local(permit.starts):%m-%d %H:%M}"))
    watch = clean(watch, limit=60, field="watch")
    if not checks.same_person(watch, permit.watch):
        sentence = translate("HotWork", "开工须由证上的看火人{name}本人签到;换人请作废重办。")
        raise RuleError(sentence.format(name=permit.watch), "watch")
    if permit.outdoors and wind is not None:
        raise_first(checks.wrong_wind(True, wind, policy))
        permit.wind = wind
    permit.started_at = permit.looked_at = clock.not_before(permit.issued_at)
    permit.state = target
    return permit


@verb("hot_work_permits.patrol", *SITE)
def patrol(session: Session, uid: str, *, by: str, fine: bool = True, note: str = "") -> HotWorkPermit:
    """Note a patrol at the point; what was found wrong is written down (every 30-60 minutes, F10)."""
    permit = find(session, uid)
    permit.state = rules.MACHINE.go(state_of(permit), "patrol")
    _note(session, permit, "patrol", by, fine, note)
    permit.looked_at = clock.now()
    return permit


@verb("hot_work_permits.pause", *SITE)
def pause(session: Session, uid: str, *, reason: str) -> HotWorkPermit:
    """Interrupt the work; the end of the permit does not move."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "pause")
    _note(session, permit, "pause", actor_of(session).name, True, reason)
    permit.state = target
    return permit


@verb("hot_work_permits.resume", *SITE)
def resume(session: Session, uid: str) -> HotWorkPermit:
    """Go on after an interruption, within the same window."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "resume")
    _note(session, permit, "resume", actor_of(session).name, True, "")
    permit.looked_at = clock.now()
    permit.state = target
    return permit


@verb("hot_work_permits.finish", *SITE)
def finish(session: Session, uid: str, *, embers: bool) -> HotWorkPermit:
    """End the work, embers cleared; from now on the wait for the re-check counts. Also of a permit run over."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "finish")
    if not embers:
        raise RuleError(translate("HotWork", "完工须清理余火并确认:请到现场看过后勾选。"), "embers")
    permit.finished_at = permit.quiet_from = clock.not_before(permit.started_at)
    permit.state = target
    return permit


@verb("hot_work_permits.abort", *SITE)
def abort(session: Session, uid: str, *, kind: str, note: str = "") -> HotWorkPermit:
    """Stop the work: a violation, the wind, a fire alarm. It must be re-checked as any other."""
    permit = find(session, uid)
    rules.MACHINE.go(state_of(permit), "abort")
    note = clean(note, limit=120, field="note")
    if not label_of(terms.STOP_REASONS, kind):
        raise RuleError(translate("HotWork", "请选择中止的原因。"), "kind")
    if kind in ("other", *terms.VIOLATIONS) and not note:
        raise RuleError(translate("HotWork", "请写明中止的情况。"), "note")
    aborted(session, permit, kind, note)
    return permit


@verb("hot_work_permits.recheck", *SITE)
def recheck(
    session: Session,
    uid: str,
    *,
    by: str,
    fine: bool = True,
    note: str = "",
    photos: Sequence[str] = (),
    archive: Archive | None = None,
) -> HotWorkPermit:
    """Note the re-check, 30 minutes after the end at the earliest (domain.md §0.1-8).

    When something was found (`fine` off) the permit stays open and the wait begins again.
    """
    permit, policy = find(session, uid), rules.policy(settings.load(session))
    target, now = rules.MACHINE.go(state_of(permit), "recheck"), clock.now()
    quiet = permit.quiet_from or permit.finished_at or now
    early = rules.too_early(quiet, policy, now)
    if early:
        raise RuleError(early)
    said = _note(session, permit, "recheck", by, fine, note)
    if photos and archive is not None:
        enclosures.attach(session, archive, permit, photos, kind="recheck")
    if not fine:
        permit.quiet_from = now
        return permit
    permit.rechecked_at, permit.rechecked_by, permit.recheck_note = now, said.by, said.note
    permit.recheck_on_time = now <= rules.recheck_from(quiet, policy) + policy.grace
    permit.state = target
    return permit


@verb("hot_work_permits.restored", *SITE)
def restored(session: Session, uid: str, *, by: str) -> HotWorkPermit:
    """Note that the smoke detectors or sprinklers work again."""
    permit = find(session, uid)
    if not permit.impair or permit.no is None:
        raise RuleError(translate("HotWork", "这张动火证没有关停消防设施。"))
    permit.restored_by = clean(by, limit=60, field="by")
    if not permit.restored_by:
        raise RuleError(translate("HotWork", "请填写谁到现场确认消防设施已恢复。"), "by")
    permit.restored_at = clock.now()
    return permit


@verb("hot_work_permits.take_back", *DESK)
def take_back(session: Session, uid: str) -> HotWorkPermit:
    """Take the permit back and close it; not before the re-check, nor while fire systems are still off.

    Of a permit that expired unused or was made void the copies are taken back and it stays what it is.
    """
    permit = find(session, uid)
    state = state_of(permit)
    if state in rules.TO_RECHECK:
        _not_rechecked(session, permit)
    if permit.impair and permit.started_at and permit.restored_at is None:
        sentence = translate("HotWork", "关停的消防设施({what})还没有确认恢复,请先登记「消防恢复」。")
        raise RuleError(sentence.format(what=permit.impair_what))
    if not (state in ("expired", "void") and copies_out(permit)):
        permit.state = rules.MACHINE.go(state, "take_back")
    permit.recovered_at = clock.not_before(permit.rechecked_at)
    permit.recovered_by = actor_of(session).name
    permit.copies_missing = False
    return permit


def _not_rechecked(session: Session, permit: HotWorkPermit) -> None:
    policy = rules.policy(settings.load(session))
    minutes = int(policy.recheck.total_seconds() // 60)
    first = rules.recheck_from(permit.quiet_from or clock.now(), policy)
    sentence = translate("HotWork", "还没有做完工后 {n} 分钟的复查,不能收证;{at} 起可以登记复查。")
    raise RuleError(sentence.format(n=minutes, at=f"{clock.local(first):%H:%M}"))


def _note(session: Session, permit: HotWorkPermit, kind: str, by: str, fine: bool, note: str) -> HotWorkNote:
    by, note = clean(by, limit=60, field="by"), clean(note, limit=120, field="note")
    if not by:
        raise RuleError(translate("HotWork", "请填写到现场的是谁。"), "by")
    if kind == "pause" and not note:
        raise RuleError(translate("HotWork", "请写明暂停的原因。"), "note")
    if not fine and not note:
        raise RuleError(translate("HotWork", "发现异常,请写明情况和处理。"), "note")
    said = HotWorkNote(kind=kind, at=clock.now(), by=by, fine=fine, note=note)
    permit.notes.append(said)
    audit.note(session, note)
    return said
