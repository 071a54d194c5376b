"""The work slip of a contractor: what is printed, from a real stay."""

from __future__ import annotations

from datetime import timedelta

from desk_app.core import clock
from desk_app.core.paths import FORMS
from desk_app.documents import draw, template
from desk_app.registers.contractors import paper, service
from tests.documents.paper import words

VALUES = {
    "name": "解志强", "party_size": 2, "org": "力通空调", "phone": "13900006620", "id_kind": "work_card",
    "host_room": "15-08 中盛金融", "host_name": "单雨桐", "service": "检修空调", "confirm": "phone",
    "confirmed_by": "单雨桐", "tools": [{"name": "工具箱", "quantity": 1}],
}  # fmt: skip


def test_the_slip_has_the_calls_made_and_a_line_for_each_planned_until_the_expected_end(db, qt, tower, now):
    end = clock.now() + timedelta(hours=3)
    with db.write(qt) as session:
        uid = service.enter(session, {**VALUES, "exp_out": end}).uid
    now.go(minutes=58)
    with db.write(qt) as session:
        service.confirm_call(session, uid, way="phone", who="单雨桐", situation="2 人在场")
    with db.read() as session:
        values = paper.slip_values(session, service.find(session, uid))
    lines = values["confirmations"]
    assert [(line["due_at"], line["at"], line["by"]) for line in lines] == [
        ("10:40", "10:38", "单雨桐"), ("11:38", "", ""), ("12:38", "", ""),
    ]  # fmt: skip
    assert values["host_name"] == "单雨桐 09:40 电话确认"
    assert values["phone"] == "139****6620"


def test_the_slip_can_be_drawn_and_read_back(db, qt, tower, now):
    with db.write(qt) as session:
        uid = service.enter(session, VALUES).uid
    with db.read() as session:
        values = paper.slip_values(session, service.find(session, uid))
    form, broken = template.load_or_shipped(paper.FORM, FORMS, FORMS)
    assert not broken
    text = words(draw.render(form, values))
    for word in (values["number"], "力通空调", "工具箱×1", "每 60 分钟"):
        assert str(word).replace(" ", "") in text
    assert "13900006620" not in text
