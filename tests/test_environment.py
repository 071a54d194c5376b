"""What the program depends on below it: the versions that lose data or abort must not come back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidget, QTableWidgetItem, QWidget
from sqlalchemy import Engine, create_engine

from desk_app import app
from desk_app.core import store
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CALLS = 200


def qt_calls() -> dict[str, Callable[[], object]]:
    """Return calls that give None back: the ones that PySide6 6.12.0 lost a reference with."""
    label, combo, table, widget = QLabel(), QComboBox(), QTableWidget(1, 1), QWidget()
    return {
        "setText": lambda: label.setText("x"),
        "adjustSize": lambda: label.adjustSize(),
        "findChild": lambda: widget.findChild(QLabel, "none"),
        "parent": lambda: widget.parent(),
        "currentData": lambda: combo.currentData(),
        "setItem": lambda: table.setItem(0, 0, QTableWidgetItem("x")),
        "processEvents": lambda: QGuiApplication.processEvents(),
    }


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_qt_calls_take_no_reference_to_none_away(qtbot):
    drift = {}
    for name, call in qt_calls().items():
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        drift[name] = sys.getrefcount(None) - before
    assert {name: change for name, change in drift.items() if change < -CALLS // 4} == {}


def test_sqlite_has_no_wal_reset_bug():
    from sqlcipher3 import dbapi2

    assert dbapi2.sqlite_version_info >= (3, 51, 3)


@pytest.fixture
def plain_engine() -> Iterator[Engine]:
    """Return an engine on Python's own SQLite, which encrypts nothing."""
    engine = create_engine("sqlite://")
    yield engine
    engine.dispose()


def test_a_library_that_does_not_encrypt_is_refused(plain_engine):
    with pytest.raises(KnownError, match="没有加密功能"):
        store.assert_environment(plain_engine)


def test_libraries_that_are_too_old_are_refused(db, monkeypatch):
    engine = store.make_engine(db.file)
    for name in ("MINIMUM", "CODEC"):
        with monkeypatch.context() as patch:
            patch.setattr(store, name, (99,))
            with pytest.raises(KnownError, match=r"组件版本 [34]\.\d+\.\d+ 过旧"):
                store.assert_environment(engine)
    store.assert_environment(engine)
    engine.dispose()


@pytest.mark.parametrize("pragma", sorted(store.EXPECTED))
def test_a_setting_that_does_not_take_is_refused(db, monkeypatch, pragma):
    """Each pragma is left out in turn, so that the library's default stands, or is set to something else."""
    other = {"journal_mode": "DELETE", "secure_delete": "OFF"}.get(
        pragma, "1" if pragma == "synchronous" else "0"
    )
    kept = tuple(one for one in store.PRAGMAS if not one.startswith(pragma))
    monkeypatch.setattr(store, "PRAGMAS", (*kept, f"{pragma}={other}"))
    db.close()
    with pytest.raises(KnownError, match=f"数据库设置 {pragma} 应为"):
        Database(db.url)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_a_qt_that_aborts_on_this_python_is_refused_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(app, "_refuse", lambda text: text)
    monkeypatch.setattr(PySide6, "__version_info__", (6, 12, 0, "", ""))
    monkeypatch.setattr(PySide6, "__version__", "6.12.0")
    assert "界面组件版本 6.12.0 与 Python 3.11 不合" in app.run(Paths(tmp_path / "data"))
    assert not (tmp_path / "data").exists()


def test_every_icon_can_be_drawn(qtbot):
    blank = []
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        QSvgRenderer(str(path)).render(painter, QRectF(0, 0, 24, 24))
        painter.end()
        if bytes(image.constBits()).count(0) == image.sizeInBytes():
            blank.append(path.name)
    assert blank == []
