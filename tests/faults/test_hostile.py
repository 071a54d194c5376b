"""The hostile part of the fault suite sees what it looks for."""

from __future__ import annotations

import io

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from reportlab.pdfgen import canvas

from desk_app.kit.text import plain_label, tooltip
from desk_app.registers.visitors.records import Visit
from tests.faults import hostile, hostile_paint, seeing
from tests.faults.hostile_desk import Trap


def test_markup_an_opened_file_a_slow_paint_and_a_formula_are_seen(qapp, tmp_path):
    assert hostile_paint.controls(Trap(tmp_path / "trap")) == []


def test_a_file_that_python_opens_is_seen(tmp_path, qapp):
    trap = Trap(tmp_path / "trap")
    opened = seeing.watch_python(trap)
    (trap.folder / "picture.png").read_bytes()
    assert opened and trap.opened()
    assert not trap.opened()


@pytest.mark.parametrize("text", ["<b>x</b>", "<table><tr><td>" * 14])
def test_a_tooltip_that_did_not_go_through_its_helper_is_seen(qapp, text):
    button = QPushButton()
    button.setToolTip(text)
    assert list(seeing.rich(button))
    button.setToolTip(tooltip(text))
    assert not list(seeing.rich(button))


def test_a_label_of_the_house_is_not_taken_for_markup(qapp):
    assert not list(seeing.rich(plain_label("<b>x</b>"))) and list(seeing.rich(QLabel("<b>x</b>")))


def test_a_link_on_paper_is_seen_and_packed_bytes_that_spell_one_are_not():
    paper = io.BytesIO()
    page = canvas.Canvas(paper)
    page.linkURL("http://x/", (0, 0, 9, 9))
    page.save()
    assert "/URI" in hostile.active(paper.getvalue())
    assert hostile.active(b"<< /Length 12 >>\nstream\nx/JS/URIendstream\nendobj") == []


def test_a_text_that_did_not_come_through_the_gate_is_seen():
    came = seeing.Came()
    came.unclean("x", [Visit(name="张\x98三")])
    assert came.wrong
