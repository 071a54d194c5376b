"""Entry passes at the demo desk: crews of the running renovations, people who deliver, cards coming back."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import attachments, clock, deposits, identity
from desk_app.core.declare import Ref
from desk_app.core.demo_day import DemoDay
from desk_app.core.deposits import Asked, Refund
from desk_app.core.refund_paper import Render
from desk_app.core.refund_voiding import Undoing
from desk_app.core.renovations import RenovationPermit
from desk_app.registers.entry_passes import holding, paper, refunding, rules, service
from desk_app.registers.entry_passes.records import EntryPass

HOURS = (8, 9, 10, 13, 14, 15, 16)
REASONS = ("送货搬运", "办公家具安装", "空调清洗", "玻璃清洗", "绿植养护")
SENDERS = ("宜家家居", "顺达物流", "震旦家具", "蓝天清洗", "绿之源园艺")
TRADES = ("carpenter", "painter", "mason", "plumber")
WORKDAY, A_CREW = 2, 3
LEAVERS = ("good", "damaged", "good", "good")
"""In what condition the cards are of those who leave on the first day."""
ODD = {"name": "同名,已核对", "id_no": "已核对原件", "phone": "已拨通"}
"""Why the desk went on where invented people look odd."""


def plan(day: DemoDay) -> None:
    """Plan the passes of one day: crews on the first, deliveries every day, cards coming back, some waiting."""
    renders = {form: day.renderer(form) for form in paper.FORMS}
    if day.is_first:
        day.plan(clock.at(day.day, 9, 5), partial(_crews, day=day, renders=renders))
        day.plan(clock.at(day.day, 11, 20), _leave)
    for _ in range(WORKDAY if day.workday else 0):
        values = _delivery(day)
        at = day.moment(day.rng.choice(HOURS))
        day.plan(at, partial(_deliver, day=day, values=values, renders=renders))
    day.plan(clock.at(day.day, 9, 40), partial(_refund, day=day, render=day.renderer(deposits.FORM)))
    day.plan(clock.at(day.day, 17, 40), partial(_come_back, day=day))
    if day.is_today:
        day.plan(clock.at(day.day, 8, 50), partial(_waiting, day=day))


def _delivery(day: DemoDay) -> dict[str, object]:
    host = day.rng.choice(day.hosts)
    return {
        "kind": "temporary", "name": day.person(), "id_kind": "resident_card", "id_no": _number(day),
        "room": host.room, "org": day.rng.choice(SENDERS), "reason": day.rng.choice(REASONS), "trade": "delivery",
    }  # fmt: skip


def _deliver(session: Session, day: DemoDay, values: Mapping[str, object], renders: service.Renders) -> None:
    one = service.issue_temporary(session, values, day.archive, renders, ODD)
    _print(session, one)


def _crews(session: Session, day: DemoDay, renders: service.Renders) -> None:
    """Give the crew of every running renovation its passes."""
    for permit in session.scalars(select(RenovationPermit).where(RenovationPermit.state == "valid")):
        for number in range(A_CREW):
            one = _apply(session, day, permit, TRADES[number % len(TRADES)])
            service.approve(session, one.uid, day.staff("KZ"))
            service.pay(session, one.uid, receipt=_receipt(day), taken_by=day.staff("CW"))
            service.issue(session, one.uid, day.archive, renders)
            _print(session, one)


def _apply(session: Session, day: DemoDay, permit: RenovationPermit, trade: str) -> EntryPass:
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.png"
        photo.write_bytes(portrait(day.rng.randrange(3)))
        values = {
            "kind": "long", "name": day.person(), "id_kind": "resident_card", "id_no": _number(day),
            "phone": day.mobile(), "room": Ref(permit.room_id, permit.place), "org": permit.org, "trade": trade,
            "permit_no": permit.no, "guarantor": permit.foreman, "hours": "08:00–18:00", "reason": "装修施工",
            "photo": [str(photo)], "paper_permit": True, "paper_id": True,
        }  # fmt: skip
        return service.apply(session, values, day.archive, ODD)


def _come_back(session: Session, day: DemoDay) -> None:
    """Take most cards back in the evening of their last day; of the others most the evenings after."""
    ending = EntryPass.state.in_(("issued", *rules.RUN_OUT)), EntryPass.ends <= day.day
    for one in session.scalars(select(EntryPass).where(*ending)).all():
        if day.rng.random() < 0.8:
            holding.give_back(session, one.uid, condition="good")


def _leave(session: Session) -> None:
    """Let some of the crews leave on the first day, one with a damaged card."""
    issued = EntryPass.state == "issued", EntryPass.kind == "long"
    found = session.scalars(select(EntryPass).where(*issued).order_by(EntryPass.id).limit(len(LEAVERS)))
    for one, condition in zip(found.all(), LEAVERS, strict=False):
        holding.give_back(session, one.uid, condition=condition, by=one.name)


def _refund(session: Session, day: DemoDay, render: Render) -> None:
    """Give the deposits of the cards back that came in before today; every third who left early comes nine days later.

    The very first is given back wrongly: made void, and given back again.
    """
    found = session.scalars(select(EntryPass).where(refunding.refundable(day.day)).order_by(EntryPass.id))
    for one in found.all():
        early = one.ends is not None and one.ends > day.day
        if early and one.id % 3 == 0 and refunding.due_day(one) + timedelta(9) > day.day:
            continue
        if not session.scalar(select(Refund.id).limit(1)):
            _pay_back(session, day, one, render)
            wrong = Undoing("wrong_entry", "付款方式填错", money_back=True, approver=day.staff("JL"))
            refunding.void_refund(session, one.uid, refunding.KIND, wrong)
        _pay_back(session, day, one, render)


def _pay_back(session: Session, day: DemoDay, one: EntryPass, render: Render) -> None:
    damaged = one.ended_kind == "damaged"
    asked = Asked(
        deduction=20_00 if damaged else 0, why="证件破损,按收费公示扣工本" if damaged else "",
        told="退证时当面告知持证人" if damaged else "", payee=one.name, way="cash", paid_by=day.staff("CW"),
        approver=day.staff("JL" if damaged else "KZ"),
    )  # fmt: skip
    done = refunding.refund(session, one.uid, asked, day.archive, render)
    paper_ = attachments.paper_by_number(session, done.no)
    assert paper_ is not None
    attachments.printed(session, paper_.id)


def _waiting(session: Session, day: DemoDay) -> None:
    """Leave one application with the supervisor, one with the cashier, one card lost, one deposit due."""
    permit = session.scalars(select(RenovationPermit).where(RenovationPermit.state == "valid")).first()
    if permit is None or permit.ends < day.day:
        return
    _apply(session, day, permit, "carpenter")
    approved = _apply(session, day, permit, "painter")
    service.approve(session, approved.uid, day.staff("KZ"))
    running = EntryPass.state == "issued", EntryPass.kind == "long", EntryPass.ends > day.day
    found = session.scalars(select(EntryPass).where(*running).order_by(EntryPass.id)).all()
    if found:
        holding.report_lost(session, found[0].uid, note="本人报失,下班途中遗失")
    if found[1:]:
        holding.give_back(session, found[-1].uid, condition="good", by=found[-1].name)


def _print(session: Session, one: EntryPass) -> None:
    issued = attachments.paper_of(session, one.uid, paper.A6[one.kind])
    if issued is not None:
        attachments.printed(session, issued.id)


def _receipt(day: DemoDay) -> str:
    return f"SJ-{2600417 + day.rng.randrange(9000)}"


def _number(day: DemoDay) -> str:
    """Return an invented number that a resident card could have."""
    born = date(1970, 1, 1) + timedelta(day.rng.randrange(12_000))
    first = f"440305{born:%Y%m%d}{day.rng.randrange(1, 999):03d}"
    return first + identity.check_digit(first)


def portrait(look: int) -> bytes:
    """Return a small drawn portrait as png: nobody's face."""
    coats = ((60, 82, 120), (96, 74, 62), (70, 96, 84))
    rows = b"".join(
        b"\x00" + b"".join(bytes(_dot(x, y, coats[look % len(coats)])) for x in range(75)) for y in range(105)
    )
    head = struct.pack(">IIBBBBB", 75, 105, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


def _dot(x: int, y: int, coat: tuple[int, int, int]) -> tuple[int, int, int]:
    if ((x - 37) / 15) ** 2 + ((y - 38) / 19) ** 2 <= 1:
        return (228, 200, 178)
    if ((x - 37) / 33) ** 2 + ((y - 104) / 40) ** 2 <= 1:
        return coat
    return (188, 208, 230)
