from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desk_app.core import clock
from desk_app.kit import theme
from desk_app.kit.record_form import RecordForm
from desk_app.kit.register_panel import RegisterPanel
from tests.kit.fakes import FIELDS, MAIN, MUSTER, NOW, PRINT, FakeDesk, FakeStore, Town


@pytest.fixture(autouse=True)
def saturday_morning():
    clock.set_source(lambda: NOW)
    yield
    clock.set_source(None)


@pytest.fixture
def dressed(qapp):
    def plain():
        if theme.colours() is not theme.LIGHT or theme.scale() != 1.0 or not qapp.styleSheet():
            theme.apply(qapp, "light", 1.0)

    plain()
    yield qapp
    plain()


@pytest.fixture
def town():
    return Town()


def lookup(field, text, values):
    return field.suggest(None, text, values) if field.suggest else ()


@pytest.fixture
def form(qtbot, dressed):
    form = RecordForm(FIELDS, "Visitors", "登记访客", MAIN, (PRINT,), lookup)
    form.resize(500, 608)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    assert QTest.qWaitForWindowActive(form)
    form.focus_first()
    return form


@pytest.fixture
def panel(qtbot, dressed, town):
    panel = RegisterPanel(FakeDesk(), town.register(), FakeStore(), "登记访客", MAIN, (PRINT,), (MUSTER,))
    panel.town = town
    panel.resize(1366, 638)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)
    return panel
