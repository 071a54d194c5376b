"""People of the roster once they left: noted by the night, cleared after years, kept anew when they come back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desk_app.core import (
    clock,
    exporting,
    person_data,
    premises,
    purge,
    roster_import,
    roster_terms,
    search,
)
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.exporting import Export
from desk_app.core.listing import Line, Listing
from desk_app.core.person_data import Asked
from desk_app.core.premises import Contact, Customer, Occupancy, Room
from desk_app.core.retention import CLEAR, DEIDENTIFIED, GONE
from desk_app.core.verify import verify
from desk_app.registers import kept
from tests.tower import Clock

pytestmark = pytest.mark.usefixtures("now", "tower")
KEPT = kept()
YEARS = timedelta(days=1095)


def of_room(db: Database, name: str) -> tuple[Customer, list[Contact]]:
    """Return the tenant of a room and everybody the roster ever named for them."""
    with db.read() as session:
        customer = session.scalars(
            select(Customer)
            .join(Occupancy)
            .join(Room)
            .where(Room.name == name, Occupancy.relation == "tenant")
        ).one()
        people = select(Contact).where(Contact.customer_id == customer.id).order_by(Contact.id)
        return customer, list(session.scalars(people))


def end(db: Database, actor, name: str, last: date) -> None:
    """Let the tenancy of a room end on a day, as a contract says it."""
    with db.write(actor) as session:
        held = session.scalars(
            select(Occupancy).join(Room).where(Room.name == name, Occupancy.relation == "tenant")
        )
        for one in held:
            one.until = last


def night(db: Database, tmp_path) -> int:
    roster_terms.nightly(db)
    return purge.nightly(db, Archive(tmp_path), KEPT)


def bring(db: Database, actor, **cells: str) -> roster_import.Outcome:
    """Import a roster of one room."""
    line = {"building": "A座", "room": "15-08", "tenant": "中盛金融服务有限公司", **cells}
    outcome = roster_import.run(db, actor, Listing((Line("名册", 2, line),), frozenset(line)))
    assert outcome.problems == ()
    return outcome


def test_who_left_is_cleared_years_after_their_last_day_and_who_stays_is_not(
    db, supervisor, now: Clock, tmp_path
):
    last = clock.today() + timedelta(days=9)
    end(db, supervisor, "15-08", last)
    assert night(db, tmp_path) == 0
    now.go(days=10)
    assert night(db, tmp_path) == 0
    customer, people = of_room(db, "15-08")
    assert [customer.left_on, *(one.left_on for one in people)] == [last] * 3
    with db.read() as session:
        assert search.find(session, "单雨桐") == []  # 15-08 is empty
    now.at = clock.at(last + YEARS - timedelta(days=1), 9)
    assert night(db, tmp_path) == 0
    now.go(days=1)
    assert night(db, tmp_path) == 3
    customer, people = of_room(db, "15-08")
    assert (customer.name, customer.phone) == ("中盛金融服务有限公司", "")
    assert [(one.name, one.phone, one.title) for one in people] == [(GONE, "", "")] * 2
    assert [(one.name, one.left_on) for one in of_room(db, "18-06")[1]] == [("周颖", None)]
    with db.read() as session:
        assert search.find(session, "13800138000") == [] and search.find(session, "单雨桐") == []
        assert premises.contacts(session, customer.id) == []
    assert verify(db, Archive(tmp_path)).fault == ""


def test_a_customer_that_comes_back_is_kept_anew(db, supervisor, now: Clock, tmp_path):
    end(db, supervisor, "15-08", clock.today() - timedelta(days=1))
    night(db, tmp_path)
    now.go(days=1100)
    assert night(db, tmp_path) == 3
    bring(db, supervisor, contact="单雨桐", contact_phone="13800138000", tenant_phone="075588886666")
    assert night(db, tmp_path) == 0
    customer, people = of_room_now(db)
    assert (customer.phone, customer.purged, customer.left_on) == ("0755-88886666", CLEAR, None)
    assert [(one.name, one.phone, one.left_on) for one in people] == [("单雨桐", "13800138000", None)]
    assert verify(db, Archive(tmp_path)).fault == ""


def of_room_now(db: Database) -> tuple[Customer, list[Contact]]:
    """Return who uses 15-08 and the people that are offered for it."""
    with db.read() as session:
        room = session.scalars(select(Room).where(Room.name == "15-08")).one()
        customer = premises.occupant(session, room.id)
        assert customer is not None
        return customer, premises.contacts(session, customer.id)


def test_a_contact_the_roster_names_no_more_can_be_removed_on_request(db, supervisor, now: Clock, tmp_path):
    bring(db, supervisor, contact="单雨桐", contact_phone="13800138000", signatory="单雨桐")
    roster_terms.nightly(db)
    asked = Asked(name="曾国强", phone="13800138001")
    with db.write(supervisor) as session:
        (found,) = person_data.find(session, KEPT, asked, proof="出示身份证,人证相符")
        assert (found.register, found.sure, found.stays) == ("contacts", True, "")
        assert found.ends == clock.today() + YEARS
        (living,) = person_data.find(session, KEPT, Asked(phone="13800138000"), proof="出示身份证")
        assert "楼宇与客户名册" in living.stays and living.ends is None
        with pytest.raises(RuleError, match="楼宇与客户名册"):
            person_data.remove(session, KEPT, [living.uid], reason="本人要求")
    with db.write(supervisor) as session:
        person_data.remove(session, KEPT, [found.uid], reason="本人要求")
        assert person_data.find(session, KEPT, asked, proof="出示身份证") == []
    bring(db, supervisor, contact="单雨桐", contact_phone="13800138000", signatory="单雨桐")
    assert len(of_room_now(db)[1]) == 1


def test_a_held_customer_stays_with_its_people_and_is_found_by_name(db, manager, now: Clock, tmp_path):
    end(db, manager, "15-08", clock.today() - timedelta(days=1))
    with db.write(manager) as session:
        one, uid = purge.by_number(session, KEPT, "中盛金融服务有限公司")
        purge.hold(session, one, uid, kind="lawsuit", reason="(2026)粤01民初8号")
    night(db, tmp_path)
    now.go(days=1100)
    assert night(db, tmp_path) == 0
    customer, people = of_room(db, "15-08")
    assert customer.phone == "075588886666" and GONE not in {one.name for one in people}
    with db.write(manager) as session:
        (due,) = purge.due(session, KEPT, DEIDENTIFIED)[:1]
        assert (due.kept.key, due.count, due.held) == ("contacts", 0, 2)
        (found,) = person_data.find(session, KEPT, Asked(phone="13800138000"), proof="出示身份证")
        assert "冻结" in found.stays
        (held,) = purge.holds(session)
        purge.release(session, KEPT, held.uid, note="已结案")
    assert night(db, tmp_path) == 3


def test_what_an_export_was_asked_by_goes_after_a_year(db, supervisor, now: Clock, tmp_path):
    with db.write(supervisor) as session:
        exporting.begin(session, exporting.Asked("premises", "交给单雨桐核对", 3, "单雨桐"))
    now.go(days=364)
    assert night(db, tmp_path) == 0
    now.go(days=1)
    assert night(db, tmp_path) == 1
    with db.read() as session:
        row = session.scalars(select(Export)).one()
        assert (row.no[:2], row.purpose + row.conditions, row.rows, row.purged) == ("PZ", "", 3, DEIDENTIFIED)
        assert row.by_name == supervisor.name
