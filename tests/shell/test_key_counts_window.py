"""A stock-take of keys through the real window: tick by tick, a difference, hand in, review (domain.md F07 PD)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from desk_app.core import people
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM
from desk_app.registers.keys import service as keys
from tests.shell.hands import click, dialogs, focus_name, told

KEYS = (
    ("A-01-01", "天台门", 1),
    ("A-01-02", "车库卷帘", 3),
    ("A-01-03", "茶水间", 2),
    ("A-01-04", "档案柜", 1),
)


@pytest.fixture
def counting(front):
    """Four keys in cabinet A; the stock-takes' form in front."""
    with front.db.write(SYSTEM) as session:
        session.info["actor"] = front.desk.actor
        for code, place, pieces in KEYS:
            values = {
                "code": code, "kind": "common", "place": Ref(None, place), "pieces": pieces,
                "source": "developer", "keeper": Ref(2, "赵倩"),
            }  # fmt: skip
            keys.add(session, values)
    front.controller.set_up_scanner()
    front.window.open_register("key_counts")
    assert focus_name() == "scope"
    return front


def sums(dialog) -> str:
    return dialog.findChild(QLabel, "count_sums").text()


def begin(front, *steps):
    """Choose the witness and start; the counting dialog and what follows are answered by `steps`."""
    hands = front.hands
    hands.key("Enter")
    hands.type("wbz")
    hands.key("Enter")
    with dialogs(*steps):
        hands.key("Ctrl+S")


def test_the_keeper_cannot_watch(counting):
    front, hands = counting, counting.hands
    hands.key("Enter")
    hands.type("zq")
    hands.key("Enter", "Ctrl+S")
    assert "赵倩 是这些钥匙的保管人" in front.form.errors()["witness"]
    assert front.rows() == []


def test_keys_are_ticked_one_missing_and_the_sheet_is_handed_in_and_reviewed(counting):
    front, hands = counting, counting.hands
    with front.desk.read() as session:
        tag = keys.by_code(session, "A-01-03").tag
    asked = []

    def count(dialog):
        assert "账面 7 把" in sums(dialog) and "未点 4" in sums(dialog)
        hands.key("Space")
        hands.key("-")
        hands.scan(tag)
        assert "A-01-03 在柜" in dialog.findChild(QLabel, "count_said").text()
        click(dialog, "hand_in")
        assert dialog.isVisible() and "还有 1 把没有点" in dialog.findChild(QLabel, "count_said").text()
        hands.key("Enter")
        assert "实点 6 · 借出 0 · 差异 -1 · 未点 0" in sums(dialog)
        click(dialog, "hand_in")

    def refused_then_told(dialog):
        hands.key("Ctrl+S")
        assert "A-01-02 账实不符" in dialog.form.errors()["reason"]
        dialog.form.set_values({"reason": "备用匙借出未登记", "handling": "已追回登记"})
        hands.key("Ctrl+S")

    def two_of_three(box):
        asked.append(told(box))
        click(box, "answer.2")

    begin(front, count, two_of_three, refused_then_told, lambda preview: preview.reject())
    assert "应在 3 把,实点几把" in asked[0]
    front.chip("submitted")
    row = front.rows()[0]
    assert (row["no"], row["difference"], row["counter"], row["witness"]) == (
        "PD-20261123-001",
        -1,
        "李敏",
        "王班长",
    )
    front.pick(no="PD-20261123-001")
    with front.desk.read() as session:
        front.desk.set_actor(people.as_actor(people.on_staff(session)[3], "desk-1"))
    front.pick(no="PD-20261123-001")
    with dialogs(lambda _d: hands.key("Ctrl+S")):
        front.do("review")
    front.chip("month")
    assert (front.rows()[0]["state"], front.rows()[0]["reviewer"]) == ("reviewed", "陈主管")


def test_a_stock_take_is_put_aside_and_taken_up_again(counting):
    front, hands = counting, counting.hands

    def more(box):
        click(box, "answer.0")

    def counted(dialog):
        hands.key("Space")
        hands.key("+")
        hands.key("Up", "Delete")
        click(dialog, "later")

    begin(front, counted, more)
    row = front.rows()[0]
    assert (row["state"], row["open"]) == ("counting", 3)
    front.pick(id=row["id"])

    def finish(dialog):
        click(dialog, "rest")
        assert "未点 0" in sums(dialog)
        click(dialog, "later")

    with dialogs(finish, lambda _box: hands.key("Enter")):
        hands.key("Ctrl+L")
    assert front.rows()[0]["open"] == 0
