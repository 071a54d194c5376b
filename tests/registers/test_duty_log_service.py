"""The duty log in a real database: entries, late entries, additions, hand-in (domain.md F01)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.core import attachments, clock, people, search
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.duty_log import paper, service, sheet_views, sheets, views

LEAK = {
    "channel": "call", "category": "repair", "room": Ref(None, "15-08 恒泰贸易"), "caller": "单雨桐",
    "phone": "13955215521", "content": "洗手间水箱漏水", "action": "已派人", "notified": "工程部 郑师傅",
    "state": "doing",
}  # fmt: skip
QUESTION = {
    "channel": "call", "category": "enquiry", "content": "问空调开放到几点", "action": "已解答", "state": "done",
}  # fmt: skip


@pytest.fixture
def log(db, qt, now, tmp_path):
    """Return short ways to the verbs, in the name of 李敏."""
    return Log(db, qt, Archive(tmp_path / "archive"))


class Log:
    def __init__(self, db, actor, archive):
        self.db, self.actor, self.archive = db, actor, archive

    def do(self, verb, *args, actor=None, **named):
        with self.db.write(actor or self.actor) as session:
            made = verb(session, *args, **named)
            session.flush()
            return made

    def write(self, actor=None, **changes):
        return self.do(service.record, {**QUESTION, **changes}, actor=actor)

    def sheet(self, **changes):
        lead = people_id(self.db, "王班长")
        given = {"weather": "sunny", "staff": "李敏", "lead": Ref(lead, "王班长"), **changes}
        return self.do(sheets.fill_sheet, given)

    def hand_in(self, uid, actor=None, **reasons):
        drawn = []

        def render(values):
            drawn.append(values)
            return b"%PDF sheet"

        sheet = self.do(
            sheets.hand_in, uid, self.archive, render, reasons or {"early": "提前交班"}, actor=actor
        )
        return sheet, drawn[0]

    def row(self, entry):
        with self.db.read() as session:
            return views.rows(session, [entry.id])[0]

    def ids(self, view="open", text=""):
        with self.db.read() as session:
            return list(views.ids(session, view, text))


def people_id(db, name):
    with db.read() as session:
        return next(one.id for one in people.on_staff(session) if one.name == name)


def refused(call, *args, **named):
    with pytest.raises(RuleError) as error:
        call(*args, **named)
    return error.value


def test_the_first_entry_of_a_shift_opens_its_sheet(log):
    entry = log.write()
    assert entry.no == "ZB-20261123-001"
    with log.db.read() as session:
        sheet = service.sheet_of(session, entry.uid)
        assert (f"{sheet.day}", sheet.key, sheet.state, sheet.staff) == ("2026-11-23", "day", "open", "李敏")
        assert sheet.no is None and sheet.shift == "白班 08:30–17:30"


def test_everybody_who_writes_during_the_shift_is_on_duty(log, desk):
    log.write()
    log.write(actor=desk.other_qt)
    log.write(actor=desk.other_qt)
    with log.db.read() as session:
        assert sheet_views.to_hand_in(session).staff == "李敏、赵倩"


def test_an_entry_after_midnight_stands_on_the_night_shift_of_the_day_before(log, now):
    now.go(hours=17)
    entry = log.write()
    assert entry.no == "ZB-20261124-001" and f"{entry.day}" == "2026-11-23"
    with log.db.read() as session:
        assert service.sheet_of(session, entry.uid).key == "night"


def test_an_entry_may_be_made_earlier_and_never_later(log, now):
    assert "不能晚于现在" in refused(log.write, at=now.at + timedelta(minutes=1)).text
    entry = log.write(at=now.at - timedelta(minutes=30))
    assert not entry.late and log.row(entry)["mark"] == ""


def test_more_than_half_an_hour_back_is_marked(log, now):
    entry = log.write(at=now.at - timedelta(minutes=31))
    assert entry.late and log.row(entry)["mark"] == "补记"


def test_a_time_long_gone_is_refused(log, now):
    assert "7 天以内" in refused(log.write, at=now.at - timedelta(days=9)).text


def test_all_that_an_entry_lacks_is_said_at_once(log):
    with pytest.raises(FieldErrors) as error:
        log.do(service.record, {"content": "四个字了", "state": "done"})
    assert [one.field for one in error.value.errors] == ["channel", "category", "content"]


def test_an_odd_telephone_asks_for_a_reason(log):
    with pytest.raises(Doubt):
        log.write(phone="1395521")
    entry = log.do(service.record, {**QUESTION, "phone": "1395521"}, {"phone": "客户只报了短号"})
    assert entry.reason_on == "客户只报了短号"


def test_unfinished_entries_stay_on_top_of_every_view(log, now):
    leak = log.do(service.record, LEAK)
    now.go(minutes=5)
    later = log.write()
    assert log.ids("all") == log.ids("today") == log.ids("shift") == [leak.id, later.id]
    assert log.ids("open") == [leak.id]
    log.do(service.finish, leak.uid, result="换了浮球")
    assert log.ids("open") == [] and log.ids("all") == [later.id, leak.id]


def test_finishing_says_when_and_how(log, now):
    leak = log.do(service.record, LEAK)
    assert refused(log.do, service.finish, leak.uid, result=" ").field == "result"
    assert (
        "早于"
        in refused(log.do, service.finish, leak.uid, result="好了", at=now.at - timedelta(hours=1)).text
    )
    assert (
        "还没到"
        in refused(log.do, service.finish, leak.uid, result="好了", at=now.at + timedelta(hours=1)).text
    )
    done = log.do(service.finish, leak.uid, result="换了浮球", at=now.go(minutes=40))
    assert (done.state, done.result, done.done_at) == ("done", "换了浮球", now.at)
    assert "已完成" in refused(log.do, service.finish, leak.uid, result="再好").text


def test_handing_over_and_putting_off_say_what_is_left(log):
    leak = log.do(service.record, {**LEAK, "notified": ""})
    assert refused(log.do, service.hand_over, leak.uid, note="").field == "note"
    assert refused(log.do, service.hand_over, leak.uid, note="等配件").field == "notified"
    log.do(service.hand_over, leak.uid, note="等配件", notified="工程部")
    assert log.row(leak)["state"] == "handed_over" and log.row(leak)["notified"] == "工程部"
    assert refused(log.do, service.next_day, leak.uid, note="").field == "note"
    assert refused(log.do, service.next_day, leak.uid, note="明天", on=clock.today()).field == "carry_on"
    log.do(service.next_day, leak.uid, note="配件明天到")
    assert (log.row(leak)["state"], f"{log.row(leak)['carry_on']}") == ("next_day", "2026-11-24")
    with log.db.read() as session:
        assert [one[3] for one in views.additions(session, leak.uid)] == ["等配件", "配件明天到"]


def test_in_the_small_hours_the_next_day_is_this_morning(log, now):
    now.go(hours=17)
    drip = log.write(state="doing", notified="工程部")
    log.do(service.next_day, drip.uid, note="早上修", on=clock.today())
    assert f"{log.row(drip)['carry_on']}" == "2026-11-24"


def test_what_was_put_off_and_forgotten_is_overdue(log, now):
    leak = log.do(service.record, {**LEAK, "state": "next_day"})
    now.go(days=1)
    with log.db.read() as session:
        assert [one.tone.value for one in views.due(session) if one.uid == leak.uid] == ["due"]
    now.go(days=1)
    assert log.row(leak)["state"] == "overdue"
    with log.db.read() as session:
        assert [one.tone.value for one in views.due(session) if one.uid == leak.uid] == ["late"]


def test_a_correction_before_the_hand_in_keeps_the_old_words_in_the_history(log, now):
    entry = log.write()
    log.do(service.correct, entry.uid, {**QUESTION, "content": "问停车月卡怎么办"}, reason="填写错误")
    assert log.row(entry)["content"] == "问停车月卡怎么办"
    assert log.row(entry)["at"] == entry.at


def test_a_correction_may_move_an_entry_to_the_shift_before(log, now):
    entry = log.write()
    night = now.at - timedelta(hours=2)
    log.do(service.correct, entry.uid, {**QUESTION, "at": night}, reason="时间写错")
    with log.db.read() as session:
        assert service.sheet_of(session, entry.uid).key == "night"
    assert log.row(entry)["mark"] == "补记"


def test_voiding_needs_a_reason_and_keeps_the_number(log):
    entry = log.write()
    assert refused(log.do, service.void, entry.uid, reason=" ").field == "reason"
    log.do(service.void, entry.uid, reason="记错了人")
    assert log.row(entry)["state"] == "void" and log.write().no == "ZB-20261123-002"
    assert "已经结束" in refused(log.do, service.add, entry.uid, text="再写").text


def test_a_hand_in_names_everything_that_is_missing(log):
    entry = log.write(category="complaint", action="", content="楼上装修噪声大")
    said = refused(log.hand_in, sheet_uid(log, entry)).text
    assert "天气" in said and "当班负责人" in said and "值班人" not in said
    assert f"{entry.no}(09:40):处理情况、通知何人、房号、联系人" in said


def test_relief_that_is_not_back_stops_the_hand_in(log, now):
    line = {"left_at": now.at - timedelta(minutes=20), "who": "李敏", "stand_in": "陈志强", "back_at": None}
    sheet = log.sheet(relief=[line])
    assert "代值:李敏 的返回时间" in refused(log.hand_in, sheet.uid).text
    log.sheet(relief=[{**line, "back_at": now.at - timedelta(minutes=1)}])
    assert log.hand_in(sheet.uid)[0].state == "handed_in"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stand_in": ""}, "谁代值"),
        ({"stand_in": "李敏"}, "至少一人值守"),
        ({"left_at": 60}, "还没到"),
        ({"back_at": -40}, "晚于离岗时间"),
    ],
)
def test_a_line_of_relief_must_make_sense(log, now, changes, said):
    line = {"left_at": -20, "who": "李敏", "stand_in": "陈志强", "back_at": None, **changes}
    for key in ("left_at", "back_at"):
        if line[key] is not None:
            line[key] = now.at + timedelta(minutes=line[key])
    error = refused(log.sheet, relief=[line])
    assert said in error.text and error.field == "relief"


def test_a_lead_must_be_one(log):
    assert refused(log.sheet, lead=Ref(people_id(log.db, "赵倩"), "赵倩")).field == "lead"
    assert refused(log.sheet, lead=Ref(None, "谁都行")).field == "lead"


def test_the_log_is_handed_in_once_with_time_name_number_and_paper(log, now):
    entry = log.do(service.record, LEAK)
    sheet = log.sheet()
    with pytest.raises(Doubt) as doubt:
        log.do(sheets.hand_in, sheet.uid, log.archive, lambda _values: b"%PDF")
    assert "17:30" in doubt.value.text
    now.go(hours=8)
    done, values = log.hand_in(sheet.uid)
    assert (done.no, done.handed_in_by, done.handed_in_at) == ("BC-20261123-001", "李敏", now.at)
    assert values["number"] == "BC-20261123-001" and values["entries"][0]["no"] == entry.no[-12:]
    with log.db.read() as session:
        assert attachments.paper_of(session, sheet.uid, paper.FORM).no == done.no
    assert "只能追加" in refused(log.hand_in, sheet.uid).text


def test_after_the_hand_in_there_are_only_additions(log, now, desk):
    entry = log.do(service.record, LEAK)
    sheet, _ = log.hand_in(log.sheet().uid)
    for call in (
        lambda: log.do(service.correct, entry.uid, LEAK, reason="填写错误"),
        lambda: log.do(service.void, entry.uid, reason="记错"),
        lambda: log.sheet(weather="rain"),
    ):
        assert "只能追加" in refused(call).text
    now.go(minutes=20)
    log.do(service.add, entry.uid, text="客户来电催问", actor=desk.other_qt)
    log.do(service.finish, entry.uid, result="已修好", actor=desk.other_qt)
    with log.db.read() as session:
        told = views.additions(session, entry.uid)
        assert [(who, step, text) for _, who, step, text in told] == [
            ("赵倩", "追加", "客户来电催问"), ("赵倩", "完成", "已修好"),
        ]  # fmt: skip
        page = paper.sheet_values(session, sheets.find(session, sheet.uid), only_added=True)
    assert [line["content"] for line in page["entries"]] == ["客户来电催问", "已修好"]
    assert log.row(entry)["content"] == "洗手间水箱漏水" and log.row(entry)["state"] == "done"


def test_a_late_entry_goes_on_its_own_shift_while_that_is_open(log, now):
    night = now.at - timedelta(hours=3)
    early = log.write(at=night)
    with log.db.read() as session:
        sheet = service.sheet_of(session, early.uid)
        assert (sheet.key, f"{sheet.day}", sheet.staff) == ("night", "2026-11-22", "")
    assert early.late and not early.added


def test_a_late_entry_of_a_shift_handed_in_stands_there_as_an_addition(log, now):
    sheet, _ = log.hand_in(log.sheet(day=clock.today() - timedelta(days=1), key="night", staff="李敏").uid)
    entry = log.write(at=now.at - timedelta(hours=3))
    assert entry.added and entry.late and log.row(entry)["mark"] == "补记"
    assert (
        "那一班"
        in refused(
            log.do,
            service.correct,
            log.write().uid,
            {**QUESTION, "at": now.at - timedelta(hours=3)},
            reason="时间",
        ).text
    )
    assert "只能追加" in refused(log.do, service.void, entry.uid, reason="记错").text
    with log.db.read() as session:
        assert sheet_views.added_later(sheets.find(session, sheet.uid))


def test_what_is_added_to_a_log_handed_in_is_complete_nothing_can_be_filled_in_later(log, now):
    log.hand_in(log.sheet(day=clock.today() - timedelta(days=1), key="night", staff="李敏").uid)
    with pytest.raises(FieldErrors) as error:
        log.do(service.record, {**LEAK, "action": "", "notified": "", "at": now.at - timedelta(hours=3)})
    assert [one.field for one in error.value.errors] == ["action", "notified"]
    assert "处理情况" in error.value.errors[0].text


def test_many_long_names_on_a_shift_never_stop_an_entry(log):
    first, second = (
        people.Actor(number, name * 60, frozenset({Role.QT}), "desk-1")
        for number, name in ((1, "古"), (2, "丽"))
    )
    log.write(actor=first)
    assert log.write(actor=second).handler_name == "丽" * 60
    with log.db.read() as session:
        assert sheet_views.to_hand_in(session).staff == "古" * 60


def test_an_entry_put_off_to_a_day_that_is_past_is_still_corrected(log, now):
    leak = log.do(service.record, {**LEAK, "state": "next_day"})
    now.go(days=2)
    with log.db.read() as session:
        values = views.values(session, leak.uid)
    corrected = log.do(service.correct, leak.uid, {**values, "caller": "单先生"}, reason="姓名")
    assert (corrected.caller, corrected.carry_on) == ("单先生", leak.carry_on)
    past = {**values, "carry_on": clock.today() - timedelta(days=2)}
    assert refused(log.do, service.correct, leak.uid, past, reason="日期").field == "carry_on"


def test_a_correction_never_lets_a_thing_end_before_it_began(log, now):
    leak = log.do(service.record, LEAK)
    log.do(service.finish, leak.uid, result="换了浮球")
    now.go(minutes=10)
    with log.db.read() as session:
        values = views.values(session, leak.uid)
    wrong = refused(log.do, service.correct, leak.uid, {**values, "at": now.at}, reason="时间")
    assert wrong.field == "at" and "完成时间" in wrong.text


def test_a_shift_that_has_not_begun_has_no_sheet(log):
    assert "还没有开始" in refused(log.sheet, key="night").text


def test_the_technician_and_the_guard_write_at_night_the_cashier_does_not(log):
    with log.db.write(SYSTEM) as session:
        staff = [
            people.add_staff(session, name=role.value, code=f"9{role.value}", roles=[role])
            for role in (Role.WX, Role.MG, Role.CW)
        ]
        actors = [people.as_actor(one, "desk-1") for one in staff]
    assert log.write(actor=actors[0]).no and log.write(actor=actors[1]).no
    assert "没有这项权限" in refused(log.write, actor=actors[2]).text


@pytest.mark.parametrize("asked", ["zsjr", "1508", "单雨桐", "5521", "水箱漏水", "ZB-20261123-001"])
def test_an_entry_is_found_by_room_caller_phone_words_and_number(log, asked):
    entry = log.do(service.record, {**LEAK, "room": Ref(None, "15-08 中盛金融")})
    with log.db.read() as session:
        assert [hit.uid for hit in search.find(session, asked, kinds=("duty_log",))] == [entry.uid]


def test_the_card_shows_what_was_last_about_a_room_newest_first(log, tower):
    room = Ref(tower.rooms["15-08"], "15-08 中盛金融")
    for number in range(8):
        log.write(room=room, content=f"第 {number} 次来电咨询")
    log.write(room=Ref(tower.rooms["15-09"], "15-09"), content="隔壁房间的事情")
    with log.db.read() as session:
        found = views.about(session, room, ("duty_log", "visitors"))
        assert [hit.title[-7:] for hit in found] == [f"{n} 次来电咨询"[-7:] for n in range(7, 1, -1)]
        assert views.about(session, None, ("duty_log",)) == []


def test_a_number_with_the_rooms_digits_in_it_is_not_about_the_room(log, set_clock):
    set_clock(clock.at(date(2026, 11, 21), 10))
    for number in range(12):
        log.write(room=Ref(None, "15-09"), content=f"第 {number} 次来电咨询")
    with log.db.read() as session:
        assert views.about(session, Ref(None, "21-01"), ("duty_log",)) == []
        assert len(views.about(session, Ref(None, "15-09"), ("duty_log",))) == 6
        assert views.about(session, Ref(None, "15-0"), ("duty_log",)) == []


def test_the_handover_has_every_unfinished_entry_with_its_last_word(log):
    leak = log.do(service.record, LEAK)
    log.write()
    log.do(service.hand_over, leak.uid, note="等配件")
    with log.db.read() as session:
        (open_,) = views.handover(session)
    assert (open_.no, open_.state, open_.room) == (leak.no, "handed_over", "15-08 恒泰贸易")
    assert open_.last.endswith("李敏 等配件")


def test_a_shift_not_handed_in_is_amber_and_after_half_an_hour_red(log, now):
    sheet = log.sheet()

    def tone():
        with log.db.read() as session:
            return [one.tone.value for one in sheet_views.due(session) if one.uid == sheet.uid]

    assert tone() == []
    now.at = clock.at(clock.today(), 17, 30)
    assert tone() == ["due"]
    now.go(minutes=30)
    assert tone() == ["late"]
    log.hand_in(sheet.uid)
    assert tone() == []


def test_a_shift_nobody_wrote_in_is_due_too(log, now):
    log.hand_in(log.sheet().uid)
    now.go(days=1)
    with log.db.read() as session:
        (missed,) = sheet_views.due(session)
        assert missed.uid == "shift:2026-11-23:night" and missed.tone.value == "late"
        assert sheet_views.counts(session)["waiting"] == 1
        given = sheet_views.values(session, missed.uid)
    log.do(sheets.fill_sheet, {**given, "weather": "sunny"})
    with log.db.read() as session:
        assert [one.uid.startswith("shift:") for one in sheet_views.due(session)] == [False]


def test_the_log_is_not_due_before_it_was_ever_used(log):
    with log.db.read() as session:
        assert list(sheet_views.due(session)) == [] and list(views.due(session)) == []


def test_the_print_masks_telephones_and_shows_late_entries_and_additions(log, now):
    leak = log.do(service.record, {**LEAK, "at": now.at - timedelta(hours=1)})
    log.do(service.add, leak.uid, text="客户再次来电")
    with log.db.read() as session:
        values = paper.sheet_values(session, service.sheet_of(session, leak.uid))
    first, second = values["entries"]
    assert "139****5521" in first["who"] and "13955215521" not in str(values)
    assert "补记 09:40 记" in first["content"] and first["at"] == "08:40"
    assert (second["kind"], second["content"], second["handler"]) == ("追加", "客户再次来电", "李敏")
    assert values["number"] == "草稿" and values["total_line"] == "本班共 1 项,其中补记 1 项,未完成 1 项"


def sheet_uid(log, entry):
    with log.db.read() as session:
        return service.sheet_of(session, entry.uid).uid
