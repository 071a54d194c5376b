"""A real pass and a real hot-work permit under a real renovation permit: they stop with it (domain.md F12)."""

import json
from datetime import date

import pytest

from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM
from desk_app.documents import pages
from desk_app.registers import REGISTERS
from desk_app.registers.entry_passes import holding as passes
from desk_app.registers.hot_work_permits import service as hot_work
from desk_app.registers.renovation_permits import paper, permits, service, under
from tests.registers.fire_site import MONDAY, Site
from tests.registers.pass_desk import PIXEL, PassDesk


@pytest.fixture
def works(site, tmp_path):
    """A permit in force on Monday with one pass and one running hot-work permit under it."""
    permit = site.issued(site.form(starts=date(2026, 11, 20)))
    site.at(10, day=MONDAY)
    photo = tmp_path / "photo.png"
    photo.write_bytes(PIXEL)
    desk = PassDesk(site.db, site.crew, site.town, site.archive, photo, site.set_clock)
    card = desk.issued(permit_no=permit.permit_no)
    fire = Site.build(site.db, site.crew, site.town, site.archive, site.set_clock)
    flame = fire.running(basis=permit.permit_no)
    return permit.uid, card.uid, flame.uid


def states(site, works):
    _permit, card, flame = works
    with site.db.read() as session:
        return passes.find(session, card).state, hot_work.find(session, flame).state


def out(site, works):
    with site.db.read() as session:
        return [(one.kind, one.holder) for one in under.to_collect(session, works[0])]


def test_a_suspension_freezes_the_pass_and_breaks_the_hot_work_off(site, works):
    with site.unit() as session:
        permits.suspend(session, works[0], reason="擅自改动喷淋")
    assert states(site, works) == ("frozen", "aborted")
    assert out(site, works) == [("long", "张伟"), ("hot_work", "曾文涛")]
    with site.unit() as session:
        permits.lift(session, works[0], reason="已复原")
    assert states(site, works) == ("issued", "aborted")


def test_the_end_stops_both_for_good_and_the_list_to_collect_names_them(site, works):
    with site.unit() as session:
        permits.finish(session, works[0])
    assert states(site, works) == ("stopped", "aborted")
    with site.db.read() as session:
        one = service.find(session, works[0])
        pdf = paper.collect_list(session, one, under.to_collect(session, one.uid), "李敏")
    words = "".join(pages.text(pdf).split())
    for said in (
        "出入证、动火证收缴清单",
        "共2张",
        "张伟",
        "曾文涛",
        "139****5678",
        "交回人签字",
        one.permit_no,
    ):
        assert said in words, said
    assert "13912345678" not in words


def test_nothing_new_is_issued_under_a_suspended_permit(site, works):
    with site.unit() as session:
        permits.suspend(session, works[0], reason="违章")
        number = service.find(session, works[0]).permit_no
    desk = PassDesk(
        site.db, site.crew, site.town, site.archive, site.archive.folder / "x.png", site.set_clock
    )
    (site.archive.folder / "x.png").write_bytes(PIXEL)
    with pytest.raises(RuleError, match="违章"):
        desk.issued(permit_no=number)


def test_a_void_permit_takes_everything_with_it(site, works):
    with site.unit() as session:
        permits.void(session, works[0], reason="duplicate", approver_id=site.people["JL"])
    assert states(site, works) == ("stopped", "aborted")


@pytest.mark.parametrize("suspended", [False, True], ids=["in force", "suspended"])
def test_at_midnight_after_its_last_day_everything_stops_and_is_to_be_collected(site, works, suspended):
    if suspended:
        with site.unit() as session:
            permits.suspend(session, works[0], reason="违章")
    site.at(23, 59, day=date(2027, 1, 31))
    midnight(site)
    assert states(site, works) == (("frozen", "aborted") if suspended else ("issued", "overdue"))
    site.at(0, day=date(2027, 2, 1))
    midnight(site)
    assert states(site, works) == ("expired", "aborted")
    assert out(site, works) == [("long", "张伟"), ("hot_work", "曾文涛")]
    with pytest.raises(RuleError, match="已到期"), site.unit() as session:
        permits.lift(session, works[0], reason="已复原")


def midnight(site):
    """Do what the program does at start and at midnight, in the order of the registers."""
    with site.unit(SYSTEM) as session:
        for room in REGISTERS:
            daily = room.register().daily
            if daily is not None:
                daily(session)


def test_the_printed_permit_is_what_was_archived(site, works):
    with site.unit() as session:
        copy = permits.print_permit(session, works[0], site.archive)
    assert json.loads(copy.pdf)["number"].startswith("XK-")
    assert not copy.void
