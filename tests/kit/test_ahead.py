"""What is built ahead: in pieces, in order, and finished at once when it is wanted sooner."""

from __future__ import annotations

from desk_app.core.declare import Field
from desk_app.kit.ahead import LARGE, Ahead
from desk_app.kit.form_pages import FormPages

FIELDS = (Field("a", "甲"), Field("b", "乙", span=2), Field("c", "丙", group="更多"), Field("d", "丁"))


def test_work_is_done_piece_by_piece_and_in_order(qtbot):
    done = []

    def work(name):
        for piece in range(3):
            done.append((name, piece))
            yield

    ahead = Ahead(None)
    ahead.add([work("first"), work("second")])
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == [("first", 0), ("first", 1), ("first", 2), ("second", 0), ("second", 1), ("second", 2)]


def test_a_large_piece_gets_a_turn_of_its_own(qtbot):
    turns = []

    def work():
        for said in (None, LARGE, None):
            turns.append(ahead.turn)
            yield said

    class Counted(Ahead):
        turn = 0

        def _go_on(self):
            self.turn += 1
            super()._go_on()

    ahead = Counted(None)
    ahead.add([work()])
    qtbot.waitUntil(lambda: len(turns) == 3)
    assert turns == [1, 1, 2]


def test_work_that_fails_is_told_and_does_not_stop_the_rest(qtbot):
    done = []

    def failing():
        yield
        raise ValueError("broken")

    def work():
        done.append(1)
        yield

    with qtbot.captureExceptions() as caught:
        ahead = Ahead(None)
        ahead.add([failing(), work()])
        qtbot.waitUntil(lambda: done == [1])
    assert [str(one[1]) for one in caught] == ["broken"]


def test_pages_built_in_pieces_are_the_same_as_those_built_at_once(qtbot, dressed):
    pieces, whole = FormPages(FIELDS, "Visitors"), FormPages(FIELDS, "Visitors")
    qtbot.addWidget(pieces)
    qtbot.addWidget(whole)
    assert pieces.build_some() and len(pieces.pages) == 1
    pieces.complete()
    whole.complete()
    assert not pieces.build_some()
    assert list(pieces.boxes) == list(whole.boxes) == ["a", "b", "c", "d"]
    assert list(pieces.pages) == ["", "更多"]
