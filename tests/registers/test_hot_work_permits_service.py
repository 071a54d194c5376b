"""Hot-work permits on a real database: every step, every refusal (domain.md F10, §9 scenarios 7, 8, 15)."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from desk_app.core import approvals, attachments, audit, clock, enclosures, links, people, search, settings
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref, Tone
from desk_app.core.errors import Doubt, FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.hot_work_permits import figures, rules, service, site, terms, views
from desk_app.registers.hot_work_permits.records import HotWorkPermit
from tests.registers.fire_site import ALL_YES, MONDAY, Site
from tests.registers.papers import render
from tests.registers.reading import loaded

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def works(db, desk, town, set_clock, tmp_path):
    """A site on a Monday at ten."""
    one = Site.build(db, desk, town, Archive(tmp_path / "archive"), set_clock)
    one.at(10)
    return one


def refused(works, verb, *args, **more) -> str:
    with pytest.raises(RuleError) as caught:
        works.do(verb, *args, **more)
    error = caught.value
    return " ".join(e.text for e in error.errors) if isinstance(error, FieldErrors) else error.text


def fields(works, **changes) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        works.received(**changes)
    return {error.field: error.text for error in caught.value.errors}


def test_a_permit_goes_through_every_step_in_order(works):
    permit = works.running()
    works.at(11)
    works.do(site.patrol, permit.uid, by="孙队")
    works.do(site.pause, permit.uid, reason="午休")
    works.at(13)
    works.do(site.resume, permit.uid)
    works.at(16)
    works.do(site.finish, permit.uid, embers=True)
    works.at(16, 31)
    works.do(site.recheck, permit.uid, by="孙队", note="无异常")
    works.do(site.take_back, permit.uid)
    with works.db.read() as session:
        entries = audit.history(session, permit.uid)
    steps = [entry.changes["state"][1] for entry in entries if "state" in entry.changes]
    assert steps == [
        "draft", "received", "reviewed", "inspected", "approved", "issued", "running", "paused", "running",
        "finished", "rechecked", "closed",
    ]  # fmt: skip
    closed = works.read(permit.uid)
    assert (closed.no, closed.recheck_on_time, closed.recovered_by) == ("DH-20261123-001", True, "李敏")


def test_scenario_7_past_its_end_it_is_a_red_alarm_and_only_ends(works):
    permit = works.running()
    works.at(17, 40)
    with works.db.read() as session:
        due = next(one for one in views.due(session) if one.uid == permit.uid)
        assert (due.tone, views.counts(session)["overdue"]) == (Tone.LATE, 1)
        assert "超期 10 分" in due.label
        assert views.rows(session, [permit.id])[0]["state"] == "overdue"
    assert "不能沿用原号" in refused(works, service.extend, permit.uid)
    for verb, more in (
        (site.patrol, {"by": "孙队"}),
        (site.pause, {"reason": "等人"}),
        (site.resume, {}),
        (service.withdraw, {}),
        (site.start, {"watch": "王强"}),
    ):
        assert "超期作业" in refused(works, verb, permit.uid, **more)
    fresh = works.do(service.copy_as_new, permit.uid)
    assert (fresh.no, fresh.state, fresh.starts) == (None, "draft", None)
    works.do(site.finish, permit.uid, embers=True)
    assert "30 分钟的复查,不能收证;18:10" in refused(works, site.take_back, permit.uid)
    works.at(18, 9)
    assert "最早 18:10" in refused(works, site.recheck, permit.uid, by="孙队")
    works.at(18, 10)
    works.do(site.recheck, permit.uid, by="孙队")
    assert works.do(site.take_back, permit.uid).state == "closed"
    with works.db.read() as session:
        assert figures.overrun(session, *NOVEMBER) == (1, None)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"cert_until": MONDAY - timedelta(1)}, "cert_until", "到期,不能签发"),
        ({"watch": "曾文涛"}, "watch", "看火人须是另一个人"),
        ({"watch": " 曾  文涛"}, "watch", "看火人须是另一个人"),
        ({"ext_count": None}, "ext_count", "没有灭火器"),
        ({"cert_found": "not_found"}, "cert_found", "未查到"),
    ],
)
def test_scenario_8_no_permit_without_certificate_watch_or_extinguisher(works, changes, field, said):
    assert said in fields(works, **changes)[field]


def test_what_became_wrong_after_receipt_stops_the_issue(works):
    permit = works.approved(cert_until=MONDAY)
    works.at(9, day=date(2026, 11, 24))
    said = refused(works, service.issue, permit.uid, works.archive, render)
    assert "操作证 2026-11-23 到期" in said
    assert "动火时间已过" in said
    assert works.read(permit.uid).no is None


def test_a_draft_keeps_what_is_not_complete(works):
    permit = works.do(service.save, {"room": Ref(None, "B1 水泵房")})
    assert (permit.state, permit.shown_no, permit.place) == ("draft", "草稿-0001", "B1 水泵房")
    assert "楼层或房号" in refused(works, service.save, {})
    again = works.do(service.save, works.form(uid=permit.uid))
    assert again.id == permit.id


def test_everything_missing_is_told_at_once(works):
    permit = works.do(service.save, {"room": Ref(None, "B1")})
    with pytest.raises(FieldErrors) as caught:
        works.do(service.receive, permit.uid)
    told = {error.field for error in caught.value.errors}
    assert {"spot", "org", "work", "methods", "welder", "watch", "cert_kind", "ext_count", "notice"} <= told


def test_the_window_is_offered_until_the_end_of_the_shift(works):
    permit = works.received(starts=None, ends=None)
    assert (permit.starts, permit.ends) == (clock.at(MONDAY, 10), clock.at(MONDAY, 17, 30))


def test_at_night_it_ends_with_the_day_and_counts_one_level_higher(works):
    works.at(20)
    permit = works.received(starts=None, ends=None)
    assert permit.ends == clock.at(MONDAY + timedelta(1))
    assert (permit.counted_level, permit.raised_by) == ("office_up", "night")


def test_across_the_shift_is_refused_with_the_latest_end(works):
    assert "11-23 17:30" in fields(works, ends=clock.at(MONDAY, 18))["ends"]


def test_the_scheme_is_a_setting_and_a_weekend_changes_who_approves(works):
    with works.unit(SYSTEM) as session:
        settings.change(session, terms.SCHEME, "b")
    sunday = date(2026, 11, 22)
    works.at(9, day=sunday)
    window = {"starts": clock.at(sunday, 9), "ends": clock.at(sunday, 12), "cert_checked_on": sunday}
    permit = works.inspected(**window)
    assert (permit.counted_level, permit.raised_by) == ("b_second", "weekend")
    assert "须由经理审批" in refused(works, service.approve, permit.uid, works.crew.supervisor.staff_id)
    works.at(9)
    monday = {"starts": clock.at(MONDAY, 9), "ends": clock.at(MONDAY, 12), "spot": "另一处", "watch": "赵六"}
    usual = works.inspected(**monday)
    assert usual.counted_level == "b_third"
    assert works.do(service.approve, usual.uid, works.crew.supervisor.staff_id).approved_by == "陈主管"


def test_a_level_of_another_scheme_is_refused(works):
    assert "等级制" in fields(works, level="a_first")["level"]


def test_the_highest_level_asks_for_a_plan(works):
    with works.unit(SYSTEM) as session:
        settings.change(session, terms.SCHEME, "a")
    more = {"level": "a_special", "ends": clock.at(MONDAY, 12)}
    assert "专项方案" in fields(works, **more)["plan"]
    assert works.received(**more, plan="方案 3 号").counted_level == "a_special"


def test_methods_are_read_from_a_line_and_unknown_ones_named(works):
    permit = works.saved(methods="砂轮切割打磨 电焊,电焊")
    assert permit.methods == "arc grind"
    assert "没有「吹风」" in refused(works, service.save, works.form(methods="电焊、吹风"))


def test_odd_telephones_and_two_points_are_asked_about(works):
    for changes, field in (({"watch_phone": "12345678901"}, "watch_phone"), ({"spot": "管井、吊顶"}, "spot")):
        with pytest.raises(Doubt) as caught:
            works.received(**changes)
        assert caught.value.field == field
    permit = works.do(service.apply, works.form(spot="管井、吊顶"), {"spot": "同一吊顶内"})
    assert (permit.state, permit.odd_reason) == ("received", "同一吊顶内")


def test_the_chief_engineer_comes_first_and_must_be_one(works):
    uid = works.received().uid
    assert "不能作" in refused(works, service.review, uid, works.security)
    assert works.do(service.review, uid, works.engineer).state == "reviewed"


def test_no_approval_without_the_security_leads_visit(works):
    uid = works.received().uid
    works.do(service.review, uid, works.engineer)
    said = refused(works, service.approve, uid, works.crew.manager.staff_id)
    assert "到现场查验" in said
    works.do(service.answer, uid, ALL_YES)
    assert "不能作" in refused(works, service.inspect, uid, works.engineer)
    seen = works.do(service.inspect, uid, works.security, note="可燃物已清")
    assert (seen.inspected_by, seen.inspect_note, seen.inspected_at) == (
        "孙队",
        "可燃物已清",
        clock.at(MONDAY, 10),
    )


def test_the_visit_names_what_is_open_or_no(works):
    uid = works.received().uid
    works.do(service.review, uid, works.engineer)
    assert "全部 14 项" in refused(works, service.inspect, uid, works.security)
    works.do(service.answer, uid, ALL_YES | {"paint": ("no", ""), "cylinders": ("na", "")})
    said = refused(works, service.inspect, uid, works.security)
    assert "8 无油漆" in said
    assert "7 气瓶" in said
    works.do(service.answer, uid, {"paint": ("yes", ""), "cylinders": ("na", "没有气瓶")})
    assert works.do(service.inspect, uid, works.security).state == "inspected"
    assert "不能再改" in refused(works, service.answer, uid, {"paint": ("no", "")})


def test_photos_of_the_visit_are_kept(works, tmp_path):
    uid = works.received().uid
    works.do(service.review, uid, works.engineer)
    works.do(service.answer, uid, ALL_YES)
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"jpeg")
    works.do(service.inspect, uid, works.security, photos=[str(photo)], archive=works.archive)
    with works.db.read() as session:
        assert [one.name for one in enclosures.of(session, uid, "photo")] == ["现场.jpg"]


def test_who_handles_a_permit_does_not_approve_it(works):
    with works.unit(SYSTEM) as session:
        staff = session.get_one(people.Staff, works.crew.qt.staff_id)
        staff.roles = "QT GC"
    uid = works.received().uid
    assert "经办人" in refused(works, service.review, uid, works.crew.qt.staff_id)


def test_withdrawing_asks_everything_anew(works):
    permit = works.approved()
    back = works.do(service.withdraw, permit.uid)
    assert (back.state, back.inspected_at, back.approved_by) == ("draft", None, "")
    with works.db.read() as session:
        assert approvals.given(session, permit.uid) == []


def test_a_rejected_application_can_be_changed_and_handed_in_again(works):
    uid = works.received().uid
    assert "驳回的原因" in refused(works, service.reject, uid, reason="")
    assert works.do(service.reject, uid, reason="资料不齐").state == "rejected"
    works.do(service.withdraw, uid)
    assert works.do(service.receive, uid).state == "received"
    assert works.do(service.discard, uid, reason="不做了").state == "void"
    assert "已经结束" in refused(works, service.withdraw, uid)


def test_the_issued_bytes_say_everything_and_are_archived(works):
    permit = works.issued(
        impair=True,
        impair_what="烟感 2 只",
        impair_by=Ref(works.security, "孙队"),
        impair_until=clock.at(MONDAY, 17),
    )
    with works.db.read() as session:
        paper = attachments.paper_of(session, permit.uid, "hot_work_permit")
        printed = json.loads(works.archive.read(paper))
        for text in ("DH-20261123-001", "zwt", "wq", "管井", "15-08", "12345678"):
            assert permit.id in search.find_records(session, text, "hot_work_permits"), text
    assert printed["window"] == "2026-11-23 10:00 至 17:30"
    assert printed["watch_phone"] == "13800138001"
    assert printed["phone"] == "139****5678"
    assert printed["impairment"].startswith("关停烟感 2 只,孙队批准")
    assert [line["answer"] for line in printed["measures"]] == ["是"] * 14
    assert (printed["engineer"], printed["inspector"], printed["approver"]) == ("郑工", "孙队", "何经理")


def test_when_the_archive_fails_there_is_no_number(works):
    permit = works.approved()
    works.archive.folder.write_text("in the way")
    with pytest.raises(KnownError):
        works.do(service.issue, permit.uid, works.archive, render)
    works.archive.folder.unlink()
    assert works.do(service.issue, permit.uid, works.archive, render).no == "DH-20261123-001"


def test_scenario_15_reprints_are_counted_and_a_void_one_says_so(works):
    permit = works.issued()
    for nth in range(4):
        copy = works.do(service.reprint, permit.uid, works.archive)
        assert (copy.nth, copy.void) == (nth, False)
        works.do(attachments.printed, copy.paper.id)
    assert "当班负责人" in refused(works, service.reprint, permit.uid, works.archive)
    with works.unit(works.crew.lead) as session:
        service.void(session, permit.uid, reason="misprint", approver_id=works.crew.supervisor.staff_id)
        assert service.reprint(session, permit.uid, works.archive).void
    assert works.read(permit.uid).no == "DH-20261123-001"
    fresh = works.do(service.copy_as_new, permit.uid)
    with works.db.read() as session:
        assert [(link.kind, link.to_uid) for link in links.of(session, permit.uid)] == [
            ("reissued", fresh.uid)
        ]
    assert works.do(service.copy_as_new, permit.uid).uid == fresh.uid


def test_nothing_is_printed_before_issue(works):
    assert "还没有发证" in refused(works, service.reprint, works.saved().uid, works.archive)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"reason": "", "approver": "lead"}, "作废原因"),
        ({"reason": "other", "approver": "lead"}, "请写明"),
        ({"reason": "cancelled", "approver": ""}, "复核人"),
        ({"reason": "cancelled", "approver": "other_qt"}, "同班作废由当班负责人"),
    ],
)
def test_a_voiding_needs_a_reason_and_a_reviewer(works, more, said):
    permit = works.issued()
    actor = getattr(works.crew, more["approver"], None)
    number = actor.staff_id if actor else None
    assert said in refused(works, service.void, permit.uid, reason=more["reason"], approver_id=number)


def test_of_another_shift_a_supervisor_reviews_and_not_who_voids(works):
    permit = works.issued(starts=clock.at(MONDAY, 17), ends=clock.at(MONDAY, 17, 30))
    works.at(18)
    assert works.read(permit.uid).state == "issued"
    works.at(10)
    tomorrow = clock.at(date(2026, 11, 24), 9)
    uid = works.issued(spot="另一处", watch="赵六", starts=tomorrow, ends=tomorrow + timedelta(hours=3)).uid
    works.at(18)
    lead = works.crew.lead.staff_id
    assert "跨班作废" in refused(works, service.void, uid, reason="cancelled", approver_id=lead)
    with works.unit(works.crew.supervisor) as session, pytest.raises(RuleError, match="另一人复核"):
        service.void(session, uid, reason="cancelled", approver_id=works.crew.supervisor.staff_id)


def test_only_the_fire_watch_on_the_permit_signs_in_and_not_before_time(works):
    permit = works.issued(starts=clock.at(MONDAY, 11))
    assert "还没有到时间" in refused(works, site.start, permit.uid, watch="王强")
    works.at(11)
    assert "看火人王强本人签到" in refused(works, site.start, permit.uid, watch="李四")
    assert works.do(site.start, permit.uid, watch="王 强").state == "running"


def test_outdoors_the_wind_is_read_again_at_the_start(works):
    permit = works.issued(outdoors=True, wind=3)
    assert "风力 6 级" in refused(works, site.start, permit.uid, watch="王强", wind=6)
    assert works.do(site.start, permit.uid, watch="王强", wind=4).wind == 4


def test_an_unused_permit_expires_and_its_copies_are_taken_back(works):
    permit = works.issued()
    works.at(17, 30)
    assert "已过期" in refused(works, site.start, permit.uid, watch="王强")
    with works.unit(SYSTEM) as session:
        assert service.expire_due(session) == 1
        assert service.expire_due(session) == 0
    assert works.read(permit.uid).state == "expired"
    with works.db.read() as session:
        assert "收回三联" in views.due(session)[0].label
    taken = works.do(site.take_back, permit.uid)
    assert (taken.state, taken.recovered_by) == ("expired", "李敏")
    with works.db.read() as session:
        assert views.due(session) == []


def test_permits_of_long_ago_do_not_crowd_today_out(works):
    works.issued()
    works.at(17, 30)
    with works.unit(SYSTEM) as session:
        service.expire_due(session)
    works.at(9, day=MONDAY + timedelta(days=4))
    with works.db.read() as session, loaded(HotWorkPermit) as read:
        assert views.due(session) == []
    assert read == []


def test_the_program_notes_work_past_its_end(works):
    permit = works.running()
    works.at(17, 31)
    with works.unit(SYSTEM) as session:
        service.expire_due(session)
    assert works.read(permit.uid).state == "overdue"
    assert works.do(site.finish, permit.uid, embers=True).state == "finished"


def test_a_patrol_is_due_after_an_hour_and_says_who_came(works):
    permit = works.running()
    works.at(11, 1)
    with works.db.read() as session:
        assert [one.label for one in views.due(session)] == [
            "作业中 剩余 6 小时 29 分",
            "该巡查了,上次 10:00",
        ]
    assert "到现场的是谁" in refused(works, site.patrol, permit.uid, by="")
    assert "写明情况" in refused(works, site.patrol, permit.uid, by="孙队", fine=False)
    works.do(site.patrol, permit.uid, by="孙队", fine=False, note="气瓶太近,已移开")
    with works.db.read() as session:
        assert len(views.due(session)) == 1
    assert [(note.kind, note.fine) for note in works.read(permit.uid).notes] == [("patrol", False)]


def test_half_an_hour_before_its_end_it_turns_amber(works):
    permit = works.running()
    for minute, tone in ((59, Tone.WAITING), (60, Tone.DUE)):
        works.set_clock(clock.at(MONDAY, 16) + timedelta(minutes=minute))
        with works.db.read() as session:
            assert views.due(session)[0].tone is tone
    with works.db.read() as session:
        assert views.rows(session, [permit.id])[0]["left"] == "剩余 30 分"


def test_a_pause_needs_a_reason_and_does_not_move_the_end(works):
    permit = works.running()
    assert "暂停的原因" in refused(works, site.pause, permit.uid, reason="")
    works.do(site.pause, permit.uid, reason="等材料")
    works.at(12)
    back = works.do(site.resume, permit.uid)
    assert back.ends == clock.at(MONDAY, 17, 30)
    assert [note.kind for note in works.read(permit.uid).notes] == ["pause", "resume"]


def test_the_end_is_confirmed_with_the_embers(works):
    permit = works.running()
    assert "余火" in refused(works, site.finish, permit.uid, embers=False)


def test_a_recheck_that_finds_something_starts_the_wait_again(works):
    permit = works.finished()
    works.at(10, 30)
    assert "写明情况" in refused(works, site.recheck, permit.uid, by="孙队", fine=False)
    works.do(site.recheck, permit.uid, by="孙队", fine=False, note="余温高,已浇水")
    works.at(10, 59)
    assert "最早 11:00" in refused(works, site.recheck, permit.uid, by="孙队")
    works.at(11)
    assert works.do(site.recheck, permit.uid, by="孙队").state == "rechecked"


def test_a_photo_of_the_recheck_is_kept(works, tmp_path):
    permit = works.finished()
    works.at(10, 30)
    photo = tmp_path / "复查.jpg"
    photo.write_bytes(b"jpeg")
    works.do(site.recheck, permit.uid, by="孙队", photos=[str(photo)], archive=works.archive)
    with works.db.read() as session:
        assert [one.name for one in enclosures.of(session, permit.uid, "recheck")] == ["复查.jpg"]


def test_a_change_of_scheme_on_the_way_stops_nothing_but_is_asked_at_issue(works):
    permit = works.inspected(level="office")
    with works.unit(SYSTEM) as session:
        settings.change(session, terms.SCHEME, "a")
    works.do(service.approve, permit.uid, works.crew.manager.staff_id)
    assert "等级制" in refused(works, service.issue, permit.uid, works.archive, render)


def test_the_wait_is_a_setting(works):
    with works.unit(SYSTEM) as session:
        settings.change(session, terms.RECHECK, 60)
    permit = works.finished()
    works.at(10, 59)
    assert "须等 60 分钟" in refused(works, site.recheck, permit.uid, by="孙队")


def test_fire_systems_are_restored_before_it_closes(works):
    more = {"impair": True, "impair_what": "烟感 2 只", "impair_by": Ref(works.security, "孙队")}
    permit = works.finished(**more, impair_until=clock.at(MONDAY, 17))
    works.at(10, 30)
    works.do(site.recheck, permit.uid, by="孙队")
    assert "烟感 2 只" in refused(works, site.take_back, permit.uid)
    assert "谁到现场确认" in refused(works, site.restored, permit.uid, by="")
    works.do(site.restored, permit.uid, by="孙队")
    assert works.do(site.take_back, permit.uid).state == "closed"


def test_nothing_is_restored_where_nothing_was_off(works):
    assert "没有关停" in refused(works, site.restored, works.running().uid, by="孙队")


def test_stopped_work_is_rechecked_as_well(works):
    permit = works.running()
    assert "中止的原因" in refused(works, site.abort, permit.uid, kind="")
    assert "写明中止的情况" in refused(works, site.abort, permit.uid, kind="violation")
    works.do(site.abort, permit.uid, kind="violation", note="看火人离岗")
    assert "不能收证" in refused(works, site.take_back, permit.uid)
    works.at(10, 30)
    works.do(site.recheck, permit.uid, by="孙队")
    assert works.do(site.take_back, permit.uid).state == "closed"
    with works.db.read() as session:
        assert figures.violations(session, *NOVEMBER) == (1, None)
        assert figures.stopped(session, *NOVEMBER) == (1, None)
        assert "看火人离岗" in str(views.month(session, *NOVEMBER)[0]["reason"])


def test_one_point_has_one_permit_and_a_fire_watch_one_point(works):
    works.issued()
    assert "DH-20261123-001" in fields(works)["spot"]
    assert "DH-20261123-001" in fields(works, spot="另一处")["watch"]
    assert works.received(spot="另一处", watch="赵六").state == "received"
    later = clock.at(date(2026, 11, 24), 9)
    assert works.received(starts=later, ends=later + timedelta(hours=2)).state == "received"


def test_a_point_is_the_same_however_it_was_typed_and_taken_once_its_permit_is_approved(works):
    first = works.approved()
    assert first.shown_no in fields(works, room=Ref(None, "15层08室"), spot="茶水间 北墙管井")["spot"]
    first = works.do(service.issue, first.uid, works.archive, render)
    assert first.no in fields(works, room=Ref(None, "１５-０８"), watch="赵六")["spot"]
    assert works.received(room=Ref(None, "16-08"), watch="赵六").state == "received"


def test_of_two_approved_for_one_point_the_first_is_issued_and_the_file_itself_refuses_the_second(works):
    first, second = works.inspected(), works.inspected(watch="赵六")
    manager = works.crew.manager.staff_id
    works.do(service.approve, first.uid, manager)
    works.at(10, 1)
    works.do(service.approve, second.uid, manager)
    with pytest.raises(FieldErrors, match="已有"):
        works.do(service.issue, second.uid, works.archive, render)
    assert works.do(service.issue, first.uid, works.archive, render).state == "issued"
    with pytest.raises(DBAPIError, match="another has it"), works.db._write.begin() as session:
        session.connection().exec_driver_sql(
            "UPDATE hot_work_permit SET state = 'issued', no = 'DH-9', issued_at = approved_at WHERE uid = ?",
            (second.uid,),
        )


def test_a_point_where_work_runs_over_has_no_second_permit_before_it_ends(works):
    over = works.running()
    works.at(17, 40)
    evening = {"starts": clock.at(MONDAY, 17, 40), "ends": clock.at(MONDAY, 20)}
    wrong = fields(works, **evening)
    assert over.no in wrong["spot"] and over.no in wrong["watch"]
    works.do(site.finish, over.uid, embers=True)
    assert works.received(**evening).state == "received"


def test_under_a_renovation_permit_only_while_it_is_in_force(works):
    uid = works.renovation()
    assert "没有装修许可证" in fields(works, basis="XK-20261101-009")["basis"]
    permit = works.approved(basis="xk-20261101-001")
    assert (permit.basis, permit.renovation_uid) == ("XK-20261101-001", uid)
    works.renovation_state(uid, "suspended")
    assert "停工" in refused(works, service.issue, permit.uid, works.archive, render)
    works.renovation_state(uid, "valid")
    assert works.do(service.issue, permit.uid, works.archive, render).no


def test_a_work_orders_number_is_no_renovation_permit(works):
    assert works.received(basis="BX-20261120-003").renovation_uid == ""


def test_when_the_renovation_permit_stops_everything_under_it_stops(works):
    uid = works.renovation()
    under = {"basis": "XK-20261101-001"}
    running = works.running(**under)
    waiting = works.issued(**under, spot="二号点", watch="赵六")
    applied = works.received(**under, spot="三号点", watch="钱七")
    other = works.running(spot="别处", watch="孙八")
    stopped = works.do(service.stop_under, uid, reason="违章停工")
    assert [permit.uid for permit in stopped] == [running.uid, waiting.uid]
    assert [works.read(one.uid).state for one in (running, waiting, applied, other)] == [
        "aborted", "void", "received", "running",
    ]  # fmt: skip
    with works.db.read() as session:
        assert [one.uid for one in service.to_collect(session, uid)] == [running.uid, waiting.uid]
        assert [one.uid for one in service.to_collect(session, "f" * 32)] == [running.uid, waiting.uid]
    works.do(site.take_back, waiting.uid)
    works.at(10, 30)
    works.do(site.recheck, running.uid, by="孙队")
    works.do(site.take_back, running.uid)
    with works.db.read() as session:
        assert service.to_collect(session, uid) == []
    assert works.do(service.stop_under, uid, reason="再停") == []


def test_an_issued_permit_cannot_be_redone_before_it_is_void(works):
    assert "不需要重办" in refused(works, service.copy_as_new, works.issued().uid)


def test_a_copy_asks_window_checklist_and_approvals_anew(works):
    permit = works.finished()
    fresh = works.do(service.copy_as_new, permit.uid)
    fresh = works.read(fresh.uid)
    assert (fresh.starts, fresh.ends, fresh.answers, fresh.inspected_at, fresh.notice) == (
        None,
        None,
        [],
        None,
        False,
    )
    assert (fresh.welder, fresh.methods, fresh.spot) == (permit.welder, permit.methods, permit.spot)


def test_the_handover_names_what_runs_and_what_is_not_taken_back(works):
    running, _draft = works.running(), works.saved()
    done = works.finished(spot="别处", watch="赵六")
    with works.db.read() as session:
        assert {row["uid"] for row in views.handover(session)} == {running.uid, done.uid}


def test_figures_count_what_the_sheet_lists(works):
    works.issued()
    done = works.finished(spot="别处", watch="赵六")
    works.at(11, 1)
    works.do(site.recheck, done.uid, by="孙队")
    with works.db.read() as session:
        assert figures.issued(session, *NOVEMBER)[0] == len(views.month(session, *NOVEMBER)) == 2
        assert figures.rechecked(session, *NOVEMBER) == (0, 1)
        assert figures.rechecked(session, date(2026, 10, 1), date(2026, 10, 31)) == (0, 0)
        assert figures.voided(session, *NOVEMBER) == (0, None)
    assert works.read(done.uid).recheck_on_time is False


def test_views_and_suggestions(works):
    permit, draft = works.running(), works.saved(spot="别处", watch="赵六")
    with works.db.read() as session:
        assert views.counts(session) == {
            "live": 2,
            "open": 1,
            "issued": 0,
            "running": 1,
            "overdue": 0,
            "recheck": 0,
        }
        assert list(views.ids(session, "live", "")) == [permit.id, draft.id]
        assert list(views.ids(session, "running", "")) == [permit.id]
        assert list(views.ids(session, "all", "DH-20261123")) == [permit.id]
        assert list(views.ids(session, "open", "")) == [draft.id]
        assert [one.value for one in views.suggest_method(session, "电焊、dz", {})] == ["电焊、电钻"]
        welder = views.suggest_welder(session, "zwt", {})[0]
        assert welder.fills["cert_no"] == "T440301198001010012"
        assert [one.title for one in views.suggest_supervisor(session, "", {})] == ["郑工", "孙队"]
        assert [one.title for one in views.suggest_security(session, "", {})] == ["孙队"]
        assert [one.title for one in views.suggest_lead(session, "wbz", {})] == ["王班长"]
        known = views.values(session, permit.uid)
    assert works.do(service.save, {**known, "uid": draft.uid, "spot": "又一处"}).methods == "arc grind"


def test_only_the_desk_writes_applications(works):
    guard = people.Actor(works.security, "孙队", frozenset({Role.AB}))
    with works.unit(guard) as session, pytest.raises(RuleError, match="权限"):
        service.save(session, works.form())


def test_security_may_stop_work_and_stop_what_is_under_a_permit(works):
    uid, guard = works.renovation(), people.Actor(works.security, "孙队", frozenset({Role.AB}))
    here = works.running()
    under = works.running(basis="XK-20261101-001", spot="别处", watch="赵六")
    with works.unit(guard) as session:
        assert site.abort(session, here.uid, kind="fire_alarm").state == "aborted"
        assert [one.uid for one in service.stop_under(session, uid, reason="停工")] == [under.uid]


def test_reminders_cover_every_state_that_waits(works):
    with works.db.read() as session:
        assert views.due(session) == []
    permit = works.finished()
    with works.db.read() as session:
        first = views.due(session)[0]
    assert (first.tone, first.label, first.at) == (Tone.WAITING, "10:30 起复查", clock.at(MONDAY, 10, 30))
    works.at(11, 1)
    with works.db.read() as session:
        assert (views.due(session)[0].label, views.due(session)[0].tone) == ("复查超时", Tone.LATE)
    works.do(site.recheck, permit.uid, by="孙队")
    with works.db.read() as session:
        assert views.due(session)[0].label == "已复查待收证"
    assert rules.STATE_LABELS["rechecked"] == "已复查待收证"
