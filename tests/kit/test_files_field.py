"""Attached files in a form: dropped, pasted, shown small, counted, taken off by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import RuleError
from desk_app.kit.field_kinds import make_box
from desk_app.kit.files_field import FilesBox, small_picture


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A photo, a large photo, and a drawing."""
    for name, side in (("一.png", 30), ("大.png", 3000)):
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        image.save(str(tmp_path / name))
    (tmp_path / "图.pdf").write_bytes(b"%PDF-1")
    return [str(tmp_path / name) for name in ("一.png", "大.png", "图.pdf")]


@pytest.fixture
def box(qtbot):
    def make(limit: int = 60, required: bool = False) -> FilesBox:
        field = Field("files", "附件", FieldKind.FILES, limit=limit, required=required)
        made = make_box(field, "Fields", lambda _field, _text: ())
        assert isinstance(made, FilesBox)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def mime(paths: list[str]) -> QMimeData:
    data = QMimeData()
    data.setUrls([*(QUrl.fromLocalFile(path) for path in paths), QUrl("https://example.org/x.png")])
    return data


def drop(box: FilesBox, paths: list[str]) -> None:
    data = mime(paths)
    box._list.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def test_dropped_files_are_added_once_and_addresses_and_folders_left_out(box, files, tmp_path):
    made = box()
    drop(made, [*files, str(tmp_path)])
    drop(made, files[:1])
    assert made.value() == files


def test_copied_files_are_pasted_and_taken_off_by_the_keyboard(box, files):
    made = box()
    told = []
    made.edited.connect(lambda: told.append(made.value()))
    QGuiApplication.clipboard().setMimeData(mime(files[:2]))
    QTest.keyClick(made._list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert made.value() == files[:2]
    made._list.setCurrentRow(0)
    QTest.keyClick(made._list, Qt.Key.Key_Delete)
    assert made.value() == files[1:2]
    assert told == [files[:2], files[1:2]]


def test_images_are_shown_small_and_other_files_with_their_sign(box, files):
    made = box()
    drop(made, files)
    sizes = [made._list.item(n).icon().actualSize(made._list.iconSize()).width() for n in range(3)]
    assert max(sizes) <= made._list.iconSize().width() < 100
    assert small_picture(files[2]) is None
    assert small_picture(files[1]).availableSizes()[0].width() < 100


def test_too_many_files_are_refused_in_words_and_stay(box, files):
    made = box(limit=2)
    drop(made, files)
    with pytest.raises(RuleError, match="最多 2 个") as refusal:
        made.value()
    assert refusal.value.field == "files"
    assert made.raw() == files


def test_where_one_is_wanted_a_new_one_takes_its_place(box, files):
    made = box(limit=1)
    drop(made, files[:1])
    drop(made, files[1:2])
    assert made.value() == files[1:2]


def test_a_required_file_is_asked_for(box):
    with pytest.raises(RuleError):
        box(required=True).value()
