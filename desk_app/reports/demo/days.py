"""A day at the demo desk: every step is the verb that a receptionist would call, at the minute she would."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import attachments, badges, clock
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.registers.contractors import service as contractors
from desk_app.registers.release_slips import service as slips
from desk_app.registers.release_slips.service import Render
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.records import Visit
from desk_app.reports.demo import cast
from desk_app.reports.demo.tower import Host, Tower

Act = Callable[[Session], None]
BUSY_HOURS = (8, 9, 9, 9, 10, 10, 10, 11, 11, 13, 14, 14, 14, 15, 15, 15, 16, 16, 17, 18, 19)
VOID_REASON = "重复登记"
FORGOTTEN = "昨晚离开未签离,次日核对"


@dataclass
class Day:
    """One day to be worked: `steps` are (when, act), put in order before they are done."""

    db: Database
    tower: Tower
    rng: random.Random
    day: date
    until: datetime
    archive: Archive
    render: Render
    steps: list[tuple[datetime, int, Act]] = field(default_factory=list)

    def work(self, visits: int, *, is_today: bool = False) -> None:
        """Plan and do the day, minute by minute; what would lie after `until` is not done."""
        self._morning()
        for _ in range(visits):
            self._plan_visit(self._moment(self.rng.choice(BUSY_HOURS)))
        for _ in range(max(1, visits // 18)):
            self._plan_contractor(self._moment(self.rng.choice((9, 10, 13, 14, 15))))
        for _ in range(max(1, visits // 12)):
            self._plan_slip(self._moment(self.rng.choice((9, 10, 11, 14, 15, 16, 17))))
        if is_today:
            self._plan_last_hours()
        self.run()

    def _plan_last_hours(self) -> None:
        """Leave the desk as one finds it in the middle of a day: people inside, some too long, some expected."""
        for minutes, stays in (
            (200, 90),
            (170, 120),
            (95, None),
            (70, None),
            (48, None),
            (31, None),
            (12, None),
        ):
            guest, host = self.rng.choice(self.tower.guests), self.rng.choice(self.tower.hosts)
            values = self.visit_values(guest, host)
            at = self.until - timedelta(minutes=minutes)
            if stays:
                values["exp_out"] = at + timedelta(minutes=stays)
            self.plan(at, partial(self._stays, values))
        waiting = self.visit_values(self.rng.choice(self.tower.guests), self.rng.choice(self.tower.hosts))
        self.plan(
            self.until - timedelta(minutes=3),
            lambda s: _stay(s, {**waiting, "confirm": "", "confirmed_by": ""}),
        )
        for minutes in (25, 80, 140, 60 * 18, 60 * 20):
            guest, host = self.rng.choice(self.tower.guests), self.rng.choice(self.tower.hosts)
            expected = self.visit_values(guest, host) | {
                "expected_at": self.until + timedelta(minutes=minutes),
                "confirm": "",
            }
            self.plan(self.until - timedelta(minutes=40), partial(_expect, values=expected))
        self._plan_contractor(self.until - timedelta(minutes=85), stays=True)
        self._plan_contractor(self.until - timedelta(minutes=20), stays=True)
        for minutes in (55, 18):
            self._plan_slip(self.until - timedelta(minutes=minutes))

    def _stays(self, values: dict[str, object], session: Session) -> None:
        _stay(session, values, self._badge(session, "visitor"))

    def run(self) -> None:
        """Do the planned steps in order, each unit of work in the name of who is on duty then."""
        for moment, _, act in self._in_order():
            clock.set_source(partial(_the, moment))
            with self.db.write(self.tower.on_duty(clock.local(moment).hour)) as session:
                act(session)

    def _in_order(self) -> Iterator[tuple[datetime, int, Act]]:
        """Yield the steps by time; a step done may plan later ones."""
        while self.steps:
            self.steps.sort(key=lambda step: step[:2], reverse=True)
            step = self.steps.pop()
            if step[0] <= self.until:
                yield step

    def plan(self, moment: datetime, act: Act) -> None:
        """Put a step on the list."""
        self.steps.append((moment, len(self.steps), act))

    def _moment(self, hour: int) -> datetime:
        return clock.at(self.day, hour, self.rng.randrange(60)) + timedelta(seconds=self.rng.randrange(60))

    def _morning(self) -> None:
        """Clear up what yesterday forgot; note who is expected."""

        def clear(session: Session) -> None:
            for visit in _left_over(session):
                visitors.force_out(session, visit.uid, reason=FORGOTTEN, at=visit.exp_out)

        self.plan(clock.at(self.day, 8, 10), clear)

    def _plan_visit(self, at: datetime) -> None:
        rng, dice = self.rng, self.rng.random()
        guest, host = rng.choice(self.tower.guests), rng.choice(self.tower.hosts)
        values = self.visit_values(guest, host)
        if dice < 0.12:
            self._plan_expected(at, values, comes=rng.random() < 0.8)
        elif dice < 0.14:
            refused = {**values, "confirm": "refused", "confirmed_by": host.people[0], "badge": ""}
            self.plan(at, partial(_stay, values=refused))
        else:
            self.plan(at, lambda session: self._come(session, at, values, dice))

    def visit_values(self, guest: cast.Guest, host: Host) -> dict[str, object]:
        """Return the form of one visit."""
        rng = self.rng
        purpose = rng.choices([key for key, _ in cast.PURPOSES], [weight for _, weight in cast.PURPOSES])[0]
        values: dict[str, object] = {
            "name": guest.name, "party_size": 1, "org": guest.org, "phone": guest.phone, "plate": guest.plate,
            "host_room": host.room, "host_name": rng.choice(host.people), "purpose": purpose,
            "confirm": rng.choice(("phone", "phone", "phone", "intercom", "fetched")), "id_kind": "resident_card",
        }  # fmt: skip
        values["confirmed_by"] = values["host_name"]
        if purpose == "other":
            values["purpose_note"] = rng.choice(cast.OTHER_PURPOSES)
        if rng.random() < 0.05:
            party = [{"name": cast.person(rng)} for _ in range(rng.randrange(1, 5))]
            values |= {"party": party, "party_size": len(party) + 1}
        if rng.random() < 0.08:
            name, most = rng.choice(cast.BELONGINGS)
            values["belongings"] = [{"name": name, "quantity": rng.randrange(1, most + 1)}]
        return values

    def _come(self, session: Session, at: datetime, values: dict[str, object], dice: float) -> None:
        uid = _register(session, {**values, "badge": self._badge(session, "visitor")})
        if dice > 0.993:
            self.plan(at + timedelta(minutes=2), lambda s: _void(s, uid))
        elif dice < 0.985:
            self.plan(at + self.stay(), lambda s: _sign_out(s, uid))

    def stay(self) -> timedelta:
        """Return how long somebody stays: mostly an hour, now and then all afternoon."""
        return timedelta(minutes=min(400, max(6, int(self.rng.lognormvariate(3.9, 0.6)))))

    def _plan_expected(self, at: datetime, values: dict[str, object], *, comes: bool) -> None:
        made: list[str] = []
        noted = max(clock.at(self.day, 8, 30), at - timedelta(hours=2))

        def note(session: Session) -> None:
            made.append(visitors.expect(session, {**values, "expected_at": at, "confirm": ""}).uid)

        def arrive(session: Session) -> None:
            badge = self._badge(session, "visitor")
            visitors.arrive(session, made[0], {**values, "confirm": "code", "badge": badge})
            self.plan(at + self.stay(), lambda s: _sign_out(s, made[0]))

        self.plan(noted, note)
        if comes:
            self.plan(max(at, noted) + timedelta(minutes=3), arrive)
        else:
            self.plan(clock.at(self.day, 20, 5), lambda session: _miss(session, made[0]))

    def _badge(self, session: Session, kind: str) -> str:
        return next(iter(badges.free(session, kind)), "")

    def _plan_contractor(self, at: datetime, *, stays: bool = False) -> None:
        rng, host = self.rng, self.rng.choice(self.tower.hosts)
        org, service, tools = rng.choice(cast.SERVICES)
        values = {
            "name": cast.person(rng), "party_size": rng.choice((1, 1, 2, 3)), "org": org, "id_kind": "work_card",
            "phone": cast.mobile(rng), "host_room": host.room, "host_name": host.people[0], "service": service,
            "confirm": "phone", "confirmed_by": host.people[0],
            "tools": [{"name": name, "quantity": count} for name, count in tools],
        }  # fmt: skip
        end = at + timedelta(minutes=rng.randrange(40, 230))
        calls = [at + timedelta(minutes=60 * n + rng.randrange(-4, 9)) for n in range(1, 4)]
        missed = rng.random()

        def enter(session: Session) -> None:
            uid = contractors.enter(session, {**values, "badge": self._badge(session, "contractor")}).uid
            for moment in calls:
                if moment < end and missed > 0.12 and not stays:
                    self.plan(moment, lambda s: _call(s, uid, host.people[0]))
            if not stays:
                self.plan(end, lambda s: _contractor_leaves(s, uid, host.people[0]))

        self.plan(at, enter)

    def _plan_slip(self, at: datetime) -> None:
        rng, host, dice = self.rng, self.rng.choice(self.tower.hosts), self.rng.random()
        lines = rng.sample(cast.THINGS, rng.choice((1, 1, 2, 3, 5)))
        whose, number = host.owner_phones[0] if host.owner_phones else ("", "")
        lead = self.tower.staff["010"]
        values = {
            "room": host.room, "kind": rng.choice(("bulky", "bulky", "bulky", "scrap", "repair")),
            "applicant": rng.choice(host.people), "standing": "employee", "phone": cast.mobile(rng),
            "id_kind": "work_card", "carrier": rng.choice(("顺达物流", "货拉拉", "本单位", "蚂蚁搬家")), "route": "freight",
            "returnable": False, "return_due": self.day + timedelta(days=rng.randrange(3, 30)),
            "items": [
                {"name": name, "spec": spec, "unit": unit, "quantity": str(rng.randrange(1, most + 1))}
                for name, spec, unit, most in lines
            ],
            "consent_how": "phone" if number else "written", "consent_by": whose or "业主", "consent_phone": number,
            "lead": Ref(lead.staff_id, lead.name),
        }  # fmt: skip

        def issue(session: Session) -> None:
            slip = slips.prepare_and_issue(session, values, self.archive, self.render)
            paper = attachments.paper_of(session, slip.uid)
            for _ in range(0 if paper is None else 2 if dice > 0.94 else 1):
                attachments.printed(session, paper.id if paper else 0)
            if dice < 0.05:
                approver = self.tower.staff["020"].staff_id
                self.plan(at + timedelta(minutes=9), lambda s: _void_slip(s, slip.uid, approver))

        self.plan(at, issue)


def _the(moment: datetime) -> datetime:
    return moment


def _register(session: Session, values: dict[str, object]) -> str:
    return visitors.register(session, values).uid


def _stay(session: Session, values: dict[str, object], badge: str = "") -> None:
    visitors.register(session, {**values, "badge": badge})


def _expect(session: Session, values: dict[str, object]) -> None:
    visitors.expect(session, values)


def _void(session: Session, uid: str) -> None:
    visitors.void(session, uid, reason=VOID_REASON)


def _sign_out(session: Session, uid: str) -> None:
    visitors.sign_out(session, uid)


def _miss(session: Session, uid: str) -> None:
    visitors.miss(session, uid)


def _call(session: Session, uid: str, who: str) -> None:
    contractors.confirm_call(session, uid, way="intercom", who=who, situation="正常作业")


def _contractor_leaves(session: Session, uid: str, who: str) -> None:
    contractors.leave(session, uid, confirmed_by=who)


def _void_slip(session: Session, uid: str, approver: int) -> None:
    slips.void(session, uid, reason="wrong_entry", approver_id=approver)


def _left_over(session: Session) -> list[Visit]:
    start = clock.day_bounds(clock.today())[0]
    query = select(Visit).where(Visit.state == "inside", Visit.in_at < start)
    return list(session.scalars(query.order_by(Visit.id)))
