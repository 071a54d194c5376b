from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_app.core import privacy, search
from desk_app.core.declare import FieldKind, Ref
from desk_app.core.people import SYSTEM
from desk_app.documents import template
from desk_app.registers.entry_passes import demo, figures, holding, paper, photos, rules, service, views
from desk_app.registers.entry_passes.register import REGISTER
from tests.registers.pass_desk import CARD, PERMIT, RENDERS, SATURDAY

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
FORMS = Path(__file__).parents[2] / "forms"


@pytest.fixture
def busy(passes):
    """A fortnight of passes: valid, run out, overdue, returned, lost, confiscated, void, waiting; it is 12-01."""
    passes.at(date(2026, 11, 10))
    passes.issue_temporary(name="逾期甲")
    gone = passes.issue_temporary(name="退回乙")
    with passes.unit() as session:
        holding.give_back(session, gone.uid, condition="good")
    passes.at(date(2026, 11, 26))
    passes.issue_temporary(name="过期丙")
    passes.issued(name="有效丁")
    taken, wrong = passes.issued(name="没收戊"), passes.issue_temporary(name="作废己")
    with passes.unit() as session:
        holding.confiscate(session, taken.uid, kind="lent", note="转借")
        service.void(session, wrong.uid, reason="misprint", approver_id=passes.crew.lead.staff_id)
    passes.lost(name="挂失庚")
    passes.applied(name="待批辛")
    passes.at(date(2026, 12, 1))
    return passes


def test_views_and_their_counts_agree(busy):
    with busy.db.read() as session:
        shown = {view.key: views.ids(session, view.key, "") for view in REGISTER.views}
        counts = views.counts(session)
        assert {key: len(found) for key, found in shown.items()} == {
            "open": 2, "issued": 1, "collect": 2, "overdue": 1, "refundable": 1, "refund_late": 0, "all": 8,
        }  # fmt: skip
        assert counts == {view.key: len(shown[view.key]) for view in REGISTER.views if view.counted}
        assert [row["name"] for row in views.rows(session, shown["collect"])] == ["逾期甲", "过期丙"]
        assert list(views.ids(session, "issued", "yxd")) == list(shown["issued"])
        assert not views.ids(session, "issued", "挂失")


def test_a_row_has_every_column_and_nothing_private(busy):
    with busy.db.read() as session:
        rows = views.rows(session, views.ids(session, "all", ""))
    for row in rows:
        assert {column.key for column in REGISTER.columns} <= set(row)
        assert row["state"] in rules.STATES
        assert "13912345678" not in str(row) and CARD not in str(row)


def test_the_sheet_has_every_number_of_the_month_and_masked_names(busy):
    with busy.db.read() as session:
        rows = views.month(session, FIRST, LAST)
        assert figures.issued(session, FIRST, LAST) == (len(rows), None)
    assert len({row["no"] for row in rows}) == len(rows) == 7
    assert {row["name_masked"] for row in rows} >= {"有**", "没**"}
    assert "name" not in {column.key for column in REGISTER.columns if column.sheeted}
    assert {c.key for c in REGISTER.columns if c.sheeted} >= {
        "no", "name_masked", "org", "permit_no", "starts", "ends", "deposit", "ended_on",
    }  # fmt: skip


def test_the_months_figures_can_be_counted_again(busy):
    with busy.db.read() as session:
        found = {kpi.key: kpi.count(session, FIRST, LAST)[0] for kpi in figures.KPIS}
        assert found == {"issued": 7, "returned": 1, "not_returned": 2, "confiscated": 1, "held": 150.0}
        december = date(2026, 12, 1), date(2026, 12, 31)
        assert [kpi.count(session, *december)[0] for kpi in figures.KPIS] == [0, 0, 0, 0, 150.0]
        assert figures.held(session, date(2026, 10, 1), date(2026, 10, 31)) == (0, None)


def test_a_card_stopped_with_its_permit_counts_as_not_returned_once_it_ran_out(passes):
    one = passes.issued(wanted_to=date(2026, 11, 27))
    with passes.unit() as session:
        holding.stop_under(session, "renovation-1", ended=True, reason="竣工")
    with passes.db.read() as session:
        assert figures.not_returned(session, FIRST, LAST) == (0, None)
    passes.at(date(2026, 12, 1))
    with passes.db.read() as session:
        assert figures.not_returned(session, FIRST, LAST) == (1, None)
    with passes.unit() as session:
        holding.give_back(session, one.uid, condition="good")
        assert figures.not_returned(session, FIRST, LAST) == (0, None)


def test_today_tells_what_is_due_in_words(busy):
    with busy.db.read() as session:
        due = {one.title.split()[0]: (one.label, one.tone.value) for one in views.due(session)}
    assert due == {
        "逾期甲": ("逾期未退,请催还", "late"), "过期丙": ("过期未退,待收回", "due"), "挂失庚": ("挂失", "due"),
        "待批辛": ("待审批", "due"), "没收戊": ("押金可退", "waiting"),
    }  # fmt: skip


def test_a_long_pass_is_due_a_week_before_its_end_a_temporary_one_on_its_last_day(passes):
    passes.issued(name="张", wanted_to=date(2026, 11, 29))
    passes.issue_temporary(name="李")
    for days, said in (
        (0, {}),
        (1, {"张": "即将到期"}),
        (2, {"张": "即将到期", "李": "今日到期"}),
        (8, {"张": "今日到期"}),
    ):
        passes.at(SATURDAY + timedelta(days))
        with passes.db.read() as session:
            found = {one.title[0]: one.label for one in views.due(session)}
        assert {key: found.get(key) for key in said} == said and len(found) >= len(said)
        assert days or not found


def test_frozen_cards_are_due_for_collection(passes):
    passes.issued()
    with passes.unit() as session:
        holding.stop_under(session, "renovation-1", ended=False, reason="停工")
    with passes.db.read() as session:
        assert [one.label for one in views.due(session)] == ["冻结,待收回"]


def test_a_stopped_card_is_overdue_a_week_after_the_permit_ended(passes):
    passes.issued()
    with passes.unit() as session:
        holding.stop_under(session, "renovation-1", ended=True, reason="完工")
    for days, late in ((7, 0), (8, 1)):
        passes.at(SATURDAY + timedelta(days))
        with passes.db.read() as session:
            assert len(views.ids(session, "overdue", "")) == late


def test_the_form_shows_what_was_saved(passes):
    values = passes.long(
        trade="welder", special_no="T44", special_until=date(2027, 1, 1), special_checked=SATURDAY, hours="白天",
        zone="15 层", card_no="IC-77", residence_no="J1", wanted_to=date(2026, 12, 24), remark="旧照片",
        reason="装修施工", paper_residence=True,
    )  # fmt: skip
    with passes.unit() as session:
        one = service.save(session, values, passes.archive)
    with passes.db.read() as session:
        shown = views.values(session, one.uid)
        assert views.taken_up(session, one.uid) == ""
        assert photos.path(session, passes.archive, one.uid).endswith(".png")
        assert one.id in search.find_records(session, "IC-77", "entry_passes")
    for field in REGISTER.fields:
        wanted = {"id_no": "", "photo": ["zhang.png"]}.get(field.key, values.get(field.key))
        assert shown[field.key] == wanted, field.key


def test_a_permit_fills_place_company_and_guarantor_but_not_the_holders_telephone(passes):
    passes.permit(no="XK-20261101-002", record_uid="renovation-2", state="ended")
    with passes.db.read() as session:
        offers = views.suggest_permit(session, "htzs", {})
    assert [offer.value for offer in offers] == [PERMIT]
    assert offers[0].fills == {
        "org": "鸿图装饰工程有限公司", "room": Ref(passes.town.let, "15-08 恒泰贸易"), "guarantor": "梁工",
        "hours": "18:00–08:00",
    }  # fmt: skip


def test_suggestions_come_from_the_latest_passes_and_the_staff(passes):
    passes.issued()
    with passes.db.read() as session:
        holder = views.suggest_holder(session, "zw", {})[0]
        assert holder.fills == {
            "org": "鸿图装饰工程有限公司", "trade": "carpenter", "sex": "male", "phone": "13912345678",
        }  # fmt: skip
        assert [offer.value for offer in views.suggest_org(session, "ht", {})] == ["鸿图装饰工程有限公司"]
        assert [offer.title for offer in views.suggest_approver(session, "", {})] == ["陈主管", "何经理"]
        assert [offer.title for offer in views.suggest_reviewer(session, "wbz", {})] == ["王班长"]
        assert "李敏" in [offer.title for offer in views.suggest_cashier(session, "", {})]


def test_the_hint_says_until_when_and_why(passes):
    passes.permit(no="XK-20261101-002", record_uid="renovation-2", state="suspended", reason="违章")
    with passes.db.read() as session:
        assert views.limit_hint(session, {}) == ""
        assert views.limit_hint(session, {"kind": "temporary"}) == "有效期至 2026-11-23(临时出入证 3 天)"
        assert "2027-02-21" in views.limit_hint(session, {"kind": "long"})
        assert "2027-01-31" in views.limit_hint(session, {"kind": "long", "permit_no": PERMIT})
        assert "停工" in views.limit_hint(session, {"kind": "long", "permit_no": "XK-20261101-002"})


def test_cards_offered_for_a_sheet_are_the_valid_ones(busy):
    with busy.db.read() as session:
        offered = views.cards(session)
    assert [(card.form, card.printed) for card in offered] == [("entry_pass_card", False)]
    assert "有效丁" in offered[0].title


@pytest.mark.parametrize("name", paper.FORMS)
def test_every_printed_field_is_filled(passes, name):
    form = template.load(FORMS / name / "form.toml")
    one = passes.issued() if name in ("entry_pass_a6", "entry_pass_card") else passes.issue_temporary()
    with passes.db.read() as session:
        values = paper.pass_values(session, service.find(session, one.uid), passes.archive)
    assert {field for field in form.fields if "." not in field and field != "cards"} <= set(values)
    assert values["heading"] in ("出入证", "临时出入证") and values["valid_until"]
    assert bool(values["photo"]) == (one.kind == "long")


def test_a_certificate_is_printed_by_its_end_alone(passes):
    """Its number holds the resident card's."""
    one = passes.issued(
        trade="welder", special_no="T" + CARD, special_until=date(2027, 1, 1), special_checked=SATURDAY
    )
    with passes.db.read() as session:
        values = paper.pass_values(session, service.find(session, one.uid), passes.archive)
    assert values["special"] == "操作证 尾号 002X 至 2027-01-01" and CARD not in str(values)


@pytest.mark.parametrize(
    ("name", "shown"), [("张伟", "张*"), ("欧阳修远", "欧阳**"), ("欧阳", "欧*"), ("Li", "L*")]
)
def test_names_are_masked_as_sheets_show_them(name, shown):
    assert privacy.name(name) == shown


def test_the_register_is_declared_whole():
    assert {state.key for state in REGISTER.states} == set(rules.STATE_LABELS)
    kinds = {field.key: field.kind for field in REGISTER.fields}
    assert kinds["photo"] is FieldKind.FILES and next(iter(kinds)) == "kind"
    for action in REGISTER.actions:
        assert action.states <= set(rules.STATES)


def test_the_demos_portraits_are_real_pictures(passes, tmp_path):
    from PIL import Image

    file = tmp_path / "face.png"
    file.write_bytes(demo.portrait(2))
    with Image.open(file) as picture:
        picture.load()
        assert picture.size == (75, 105)
    one = passes.applied(photo=[str(file)])
    with passes.db.write(SYSTEM) as session:
        assert photos.read(session, passes.archive, one.uid) == demo.portrait(2)
    assert set(RENDERS) == set(paper.FORMS)
