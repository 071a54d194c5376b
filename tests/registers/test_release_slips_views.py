import json
from datetime import date
from pathlib import Path

import pytest

from desk_app.core import clock
from desk_app.core.declare import FieldKind, Ref
from desk_app.registers.release_slips import figures, paper, rules, service, views
from desk_app.registers.release_slips.register import REGISTER
from tests.registers.slip_desk import SATURDAY

SUNDAY = date(2026, 11, 22)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
FORM = Path(__file__).parents[2] / "forms" / "release_slip" / "sample.json"


@pytest.fixture
def busy_day(counter):
    """A valid slip, one refused with its draft, one void, one draft; the day before, one that ran out."""
    counter.at(10, day=date(2026, 11, 20))
    counter.issued()
    counter.at(10)
    counter.issued()
    refused, wrong = counter.issued(), counter.issued()
    with counter.unit() as session:
        service.refuse_at_gate(session, refused.uid, guard="孙门岗", note="少一台")
        service.void(session, wrong.uid, reason="wrong_entry", approver_id=counter.crew.lead.staff_id)
    counter.saved()
    return counter


def test_views_and_their_counts_agree(busy_day):
    with busy_day.db.read() as session:
        shown = {view.key: views.ids(session, view.key, "") for view in REGISTER.views}
        counts = views.counts(session)
        assert {key: len(found) for key, found in shown.items()} == {
            "open": 2, "issued": 1, "today": 5, "ended": 3, "all": 6,
        }  # fmt: skip
        assert counts == {view.key: len(shown[view.key]) for view in REGISTER.views if view.counted}
        states = {row["state"] for row in views.rows(session, shown["all"])}
        assert states == {"draft", "issued", "expired", "void", "refused_at_gate"}
        assert len(views.ids(session, "all", "htmy")) == 6
        assert list(views.ids(session, "issued", "FX-20261121-001")) == list(shown["issued"])
        assert not views.ids(session, "open", "FX-20261121-001")


def test_a_row_has_every_column_and_no_bare_telephone(busy_day):
    with busy_day.db.read() as session:
        rows = views.month(session, FIRST, LAST)
    assert [row["no"] for row in rows] == ["FX-20261120-001", *(f"FX-20261121-00{n}" for n in (1, 2, 3))]
    for row in rows:
        assert {column.key for column in REGISTER.columns} <= set(row)
        assert row["state"] in {state.key for state in REGISTER.states}
        assert "13912345678" not in str(row)
    assert rows[3]["reason"] == "填写错误" and rows[2]["gate"] == "孙门岗"


def test_the_months_figures_add_up_to_the_sheet(busy_day):
    with busy_day.db.read() as session:
        found = {kpi.key: kpi.count(session, FIRST, LAST) for kpi in figures.KPIS}
        assert found["issued"] == (len(views.month(session, FIRST, LAST)), None)
        assert [found[key][0] for key in ("expired", "voided", "refused", "released")] == [1, 1, 1, 0]
        assert found["recovered"] == (0, 0)
        assert figures.handling(session, date(2026, 12, 1), date(2026, 12, 31)) == (0, 0)


def test_handling_takes_from_the_draft_to_the_issue(counter):
    slip = counter.saved()
    counter.at(10, 12)
    counter.issued(uid=slip.uid)
    with counter.db.read() as session:
        assert figures.handling(session, FIRST, LAST) == (12, 1)


def test_the_form_shows_what_was_saved(counter):
    plan = {"plan_from": clock.at(SATURDAY, 14), "plan_to": clock.at(SATURDAY, 16)}
    slip = counter.issued(returnable=True, return_due=SUNDAY, by_car=True, plate="粤b·d12345", **plan)
    with counter.db.read() as session:
        values = views.values(session, slip.uid)
    assert {field.key for field in REGISTER.fields} <= set(values)
    assert values["room"] == Ref(counter.town.let, "15-08 恒泰贸易有限公司")
    assert values["lead"] == Ref(counter.crew.lead.staff_id, "王班长")
    assert values["items"] == [
        {"name": "彩色复印机", "spec": "理光 C3004 · 黑", "unit": "台", "quantity": "2", "remark": ""}
    ]
    assert (values["plate"], values["return_due"], values["plan_to"]) == (
        "粤BD12345",
        SUNDAY,
        plan["plan_to"],
    )


def test_the_form_fits_the_screen_and_its_keys_are_known():
    visible = [field for field in REGISTER.fields if not field.group]
    assert len(visible) <= 16
    assert next(field for field in REGISTER.fields if field.kind is FieldKind.TABLE).group == ""
    assert {key for action in REGISTER.actions for key in action.states} <= set(rules.STATES)
    assert [state.key for state in REGISTER.states] == list(rules.STATES)


def test_applicants_are_offered_with_their_standing(counter):
    with counter.db.read() as session:
        offers = views.suggest_applicant(session, "", counter.form())
        found = views.suggest_applicant(session, "syt", counter.form())
    assert [(o.title, o.fills["standing"]) for o in offers] == [
        ("单雨桐", "signatory"), ("曾文涛", "employee"), ("周颖", "owner"),
    ]  # fmt: skip
    assert [o.title for o in found] == ["单雨桐"] and "租户授权签字人" in found[0].detail
    with counter.db.read() as session:
        assert not views.suggest_applicant(session, "", {"room": Ref(None, "大堂")})
        assert [o.title for o in views.suggest_lead(session, "", {})] == ["王班长", "陈主管", "何经理"]


def test_things_named_lately_are_offered_once(counter):
    counter.saved()
    counter.saved(
        items=[{"name": "办公椅", "unit": "把", "quantity": "3"}, {"name": "彩色复印机", "quantity": "1"}]
    )
    with counter.db.read() as session:
        assert [o.title for o in views.suggest_item(session, "", {})] == ["彩色复印机", "办公椅"]
        (offer,) = views.suggest_item(session, "bgy", {})
    assert (offer.value, offer.fills) == ("办公椅", {"unit": "把"})


def test_what_waits_is_due_and_gets_loud_at_ten_in_the_evening(counter):
    slip = counter.saved()
    with counter.unit() as session:
        service.submit(session, slip.uid)
    counter.issued()

    def labels():
        with counter.db.read() as session:
            return [(due.label, due.tone.value) for due in views.due(session)]

    assert labels() == [("待业主认可", "due"), ("已开具", "waiting")]
    counter.at(22)
    assert labels() == [("待业主认可", "due"), ("今晚到期未用", "late")]
    counter.at(1, day=SUNDAY)
    assert labels() == [("待业主认可", "due"), ("昨日过期,请核对是否已用", "due")]


def test_the_paper_has_the_values_the_form_asks_for(counter):
    plan = {"plan_from": clock.at(SATURDAY, 14), "plan_to": clock.at(SATURDAY, 16)}
    chairs = [
        {"name": "彩色复印机", "spec": "理光 C3004", "unit": "台", "quantity": "2"},
        {"name": "办公椅", "unit": "把", "quantity": "12"},
        {"name": "纸箱", "unit": "箱", "quantity": "8", "remark": "已封箱"},
    ]
    slip = counter.issued(
        items=chairs, by_car=True, plate="粤BD12345", route_note="2 号", id_kind="resident_card",
        id_no="11010519491231002X", **plan,
    )  # fmt: skip
    with counter.db.read() as session:
        values = paper.slip_values(session, service.find(session, slip.uid))
    assert set(values) == set(json.loads(FORM.read_text(encoding="utf-8")))
    assert values["total_line"] == "合计 3 项 共 22 件(贰拾贰件)"
    assert [line["quantity_words"] for line in values["items"]] == ["贰", "壹拾贰", "捌"]
    assert values["plan"] == "2026-11-21 14:00–16:00"
    assert values["phone"] == "139****5678" and values["plate"] == "粤B·D12345"
    assert values["id_checked"] == "居民身份证 已核验 尾号 002X"
    assert values["consent"] == "电话确认(档案号码) 周颖 10:00"
    assert values["applicant"] == "曾文涛(租户员工)" and values["route"] == "货梯 2 号"
    assert "13912345678" not in str(values) and "19491231" not in str(values)


def test_the_paper_tells_midnight_as_twenty_four_hours(counter):
    move = counter.issued(
        kind="move", plan_from=clock.at(SATURDAY, 14), plan_to=clock.at(SUNDAY, 18),
        lead=Ref(counter.crew.supervisor.staff_id, ""), returnable=True, return_due=SUNDAY,
    )  # fmt: skip
    own = counter.issued(
        applicant="周颖", standing="owner", id_kind="passport", consent_how="", consent_by=""
    )
    small = counter.issued(kind="valuables", consent_how="", consent_by="")
    with counter.db.read() as session:
        one, two, three = (
            paper.slip_values(session, service.find(session, s.uid)) for s in (move, own, small)
        )
    assert (one["plan"], one["valid_until"]) == ("11-21 14:00 至 11-22 18:00", "2026-11-22 24:00")
    assert (two["plan"], two["valid_until"]) == ("2026-11-21 10:00–24:00", "2026-11-21 24:00")
    assert (two["consent"], three["consent"]) == ("业主本人", "按约定由单位签章")
    assert (one["returns"], two["returns"]) == ("须返回,预计 2026-11-22", "不返回")
