"""A record that follows from another one: its form opens filled, its save links the two, what was begun stays."""

from __future__ import annotations

import pytest

from desk_app.core import links
from desk_app.core.declare import Ref
from tests.shell.conftest import choose
from tests.shell.hands import dialogs

STAY = {
    "name": "陈师傅", "org": "中国电信", "id_kind": "work_card", "host_room": Ref(None, "18-06 中盛金融"),
    "host_name": "周颖", "service": "宽带检修", "confirm": "phone", "confirmed_by": "周颖",
}  # fmt: skip


@pytest.fixture
def visit(front):
    return front.visit(name="张雨薇", org="德勤")


def form_of(window, key: str):
    return window._page_of(key).panel_of(key).work.widget.form


def follow(front, visit, values=STAY):
    front.desk.follow_requested.emit("contractors", values, visit.uid)
    return form_of(front.window, "contractors")


def links_of(front, uid: str):
    with front.desk.read() as session:
        return [(link.kind, link.from_uid, link.to_entity) for link in links.of(session, uid)]


def test_the_form_opens_filled_and_says_where_it_comes_from(front, visit):
    form = follow(front, visit)
    assert form.boxes["name"].value() == "陈师傅"
    assert form.boxes["host_room"].value().text == "18-06 中盛金融"
    assert visit.no in form.head.state.text()
    assert "Esc" in form.head.state.text()
    assert front.window._current == "visitors"


def test_saving_links_both_records_in_one_unit_of_work(front, visit):
    follow(front, visit)
    front.hands.key("Ctrl+S")
    [(kind, origin, entity)] = links_of(front, visit.uid)
    assert (kind, origin, entity) == ("followed", visit.uid, "contractor")


def test_a_refused_save_links_nothing_and_still_follows_afterwards(front, visit):
    form = follow(front, visit, {**STAY, "service": ""})
    front.hands.key("Ctrl+S")
    assert form.has_errors()
    assert links_of(front, visit.uid) == []
    form.boxes["service"].set_value("宽带检修")
    front.hands.key("Ctrl+S")
    assert len(links_of(front, visit.uid)) == 1


def test_what_was_begun_comes_back_after_the_save(front, visit):
    front.window.open_register("contractors")
    front.hands.type("半个名字")
    form = follow(front, visit)
    assert form.boxes["name"].value() == "陈师傅"
    front.hands.key("Ctrl+S")
    assert form.boxes["name"].value() == "半个名字"
    assert visit.no not in form.head.state.text()


def test_escape_leaves_it_and_a_later_record_is_linked_with_nothing(front, visit):
    front.window.open_register("contractors")
    front.hands.type("半个名字")
    form = follow(front, visit)
    front.hands.key("Esc")
    assert form.boxes["name"].value() == "半个名字"
    form.set_values(STAY)
    front.hands.key("Ctrl+S")
    assert links_of(front, visit.uid) == []


def test_it_survives_a_crash_with_its_origin(front, visit, data, bare_window):
    follow(front, visit)
    front.window.keep_drafts()
    front.window.hide()
    second, controller = bare_window(data, choose("001"))
    second.open_register("contractors")
    form = form_of(second, "contractors")
    assert (form.boxes["name"].value(), visit.no in form.head.state.text()) == ("陈师傅", True)
    second._page("visitors").panel_of("contractors").work.save()
    with controller.desk.read() as session:
        assert len(links.of(session, visit.uid)) == 1


def test_a_correction_on_the_way_does_not_lose_what_follows(front, visit):
    form = follow(front, visit)
    front.hands.key("Ctrl+S")
    row = front.window._page("visitors").panel.work.widget.table.current_row()
    again = follow(front, visit, {**STAY, "name": "李师傅"})
    work = front.window._page("visitors").panel.work
    work.content.start_correction(row)
    assert form.boxes["name"].value() == "陈师傅"
    front.hands.key("Esc")
    assert again.boxes["name"].value() == "李师傅"
    assert visit.no in again.head.state.text()


def test_a_second_button_that_saves_links_as_well(front, visit):
    front.desk.follow_requested.emit("release_slips", {"room": Ref(None, "18-06 中盛金融")}, visit.uid)
    form = form_of(front.window, "release_slips")
    form.buttons["save_draft"].click()
    assert form.errors() == {}
    assert [entity for _kind, _origin, entity in links_of(front, visit.uid)] == ["release_slip"]


@pytest.mark.parametrize("from_the_end", [False, True], ids=["from the origin", "from what followed"])
def test_the_records_view_leads_to_the_other_record_by_the_keyboard(front, visit, from_the_end):
    follow(front, visit)
    front.hands.key("Ctrl+S")
    page = front.window._page("visitors")
    if not from_the_end:
        front.window.open_record("visitors", visit.uid)
    work = page.panel.work
    row = work.widget.table.current_row()
    shown = []

    def open_the_other(dialog):
        shown.append(dialog.ways.item(0).text())
        dialog.ways.setFocus()
        dialog.ways.setCurrentRow(0)
        front.hands.key("Enter")

    with dialogs(open_the_other):
        work.show_details(row)
    assert ("张雨薇" if from_the_end else "陈师傅") in shown[0]
    assert ("访客" if from_the_end else "上门人员") in shown[0]
    assert ("←" if from_the_end else "→") in shown[0]
    now = page.panel.work
    assert now.register.key == ("visitors" if from_the_end else "contractors")
    assert now.widget.table.current_row()["name"] == ("张雨薇" if from_the_end else "陈师傅")
