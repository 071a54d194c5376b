"""What holds for every file of the kit and for the whole look."""

import ast
import importlib
from pathlib import Path
from types import FunctionType

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

import desk_app
from desk_app.kit import qt_dialogs, theme
from desk_app.kit.guard import qt_guard
from tests.kit import gallery

HOUSE = Path(desk_app.__file__).parent
OVERRIDES = {
    name
    for cls in (gallery.QMainWindow, QApplication, *QObject.__subclasses__())
    for name in dir(cls)
    if name.endswith("Event") or name in ("event", "eventFilter", "paint", "sizeHint", "data", "headerData", "flags")
} | {"rowCount", "columnCount", "createEditor", "setEditorData", "setModelData", "editorEvent", "helpEvent",
     "canInsertFromMimeData", "insertFromMimeData", "hitButton", "validate", "minimumSizeHint"}  # fmt: skip
PLAIN_DATA = {"data", "flags", "paint"}  # names a class that is no Qt class may use


def qt_files():
    return [path for path in HOUSE.rglob("*.py") if "PySide6" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", qt_files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_qt_override_is_guarded(path):
    """An exception in an unguarded one ends the process on Python 3.11."""
    bare = []
    for cls in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(cls, ast.ClassDef) and cls.bases:
            for item in cls.body:
                if isinstance(item, ast.FunctionDef) and item.name in OVERRIDES:
                    guards = [ast.unparse(d) for d in item.decorator_list]
                    if not any(d.startswith(("qt_guard", "guard.qt_guard")) for d in guards):
                        bare.append(f"{cls.name}.{item.name}")
    assert bare == []


def filled_before_nested(source: str) -> list[str]:
    """Return the layouts that are put into another one when they have something in them already."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        calls = [
            node
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        ]
        for call in calls:
            if call.func.attr in ("addLayout", "insertLayout"):
                inner = ast.unparse(call.args[call.func.attr == "insertLayout"])
                early = [
                    one for one in calls
                    if one.lineno < call.lineno and ast.unparse(one.func.value) == inner and one.func.attr.startswith(("add", "insert"))
                ]  # fmt: skip
                if early or inner.endswith(")"):
                    found.append(inner)
    return found


@pytest.mark.parametrize("path", qt_files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_layout_is_nested_before_it_is_filled(path):
    """Else PySide 6.11 keeps wrappers of its items when Qt deletes them; what Qt puts there next is taken for one: a crash."""
    assert filled_before_nested(path.read_text("utf-8")) == []


def test_a_layout_that_is_filled_first_would_be_seen():
    first = "def f(self):\n    row = QHBoxLayout()\n    row.addWidget(b)\n    self.column.addLayout(row)"
    made = "def f(self):\n    self.column.insertLayout(0, self._buttons())"
    good = "def f(self):\n    row = QHBoxLayout()\n    self.column.addLayout(row)\n    row.addWidget(b)"
    assert [filled_before_nested(one) for one in (first, made, good)] == [["row"], ["self._buttons()"], []]


def unguarded(cls: type) -> list[str]:
    """Return the methods with which a class replaces one of Qt's own, without a guard."""
    mro = cls.__mro__[1:]
    ours = [
        base for base in (cls, *mro) if not base.__module__.startswith(("PySide6", "Shiboken", "builtins"))
    ]
    theirs = [base for base in mro if base.__module__.startswith("PySide6")]
    return [
        f"{base.__qualname__}.{name}"
        for base in ours
        for name, value in vars(base).items()
        if isinstance(value, FunctionType)
        and not name.startswith("__")
        and any(name in vars(qt) for qt in theirs)
        and not getattr(value, "is_guarded", False)
    ]


def house_classes():
    """Yield every class of the house, once all its modules are loaded."""
    for path in qt_files():
        module = ".".join(("desk_app", *path.relative_to(HOUSE).with_suffix("").parts))
        for value in vars(importlib.import_module(module)).values():
            if isinstance(value, type) and value.__module__ == module:
                yield value


def test_whatever_replaces_a_method_of_qt_is_guarded_whichever_it_is():
    """Unlike the reading of the sources above this knows all of Qt's methods."""
    assert [one for cls in house_classes() for one in unguarded(cls)] == []


def test_a_new_override_without_a_guard_would_be_seen():
    class Box(QLabel):
        def heightForWidth(self, width):
            return 1 // 0

        @qt_guard(False)
        def hasHeightForWidth(self):
            return True

        def own(self):
            return 1

    assert [one.rsplit(".", 1)[1] for one in unguarded(Box)] == ["heightForWidth"]


def test_a_save_is_one_unit_of_work():
    """Two in a row could be half done, and a repeat after a lost answer knows only the first (core/units.py)."""
    twice = [
        f"{path.name}: {one.name}"
        for path in HOUSE.rglob("*.py")
        for one in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(one, ast.FunctionDef)
        and sum(
            ast.unparse(call).endswith("desk.write()") for call in ast.walk(one) if isinstance(call, ast.Call)
        )
        > 1
    ]
    assert twice == []


def test_a_guarded_override_answers_its_default_and_reports_the_bug(qtbot):
    class Broken(QObject):
        @qt_guard(False)
        def eventFilter(self, watched, event):
            raise ValueError("broken")

    with qtbot.captureExceptions() as caught:
        assert Broken().eventFilter(None, None) is False
    assert str(caught[0][1]) == "broken"


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_has_a_contrast_of_at_least_4_5(name):
    p = theme.THEMES[name]
    pairs = [(p.text, g) for g in (p.ground, p.panel, p.tint, p.chip, p.hover, p.field)]
    pairs += [(p.muted, g) for g in (p.ground, p.panel, p.chip)] + [(p.accent, p.panel), (p.accent, p.tint)]
    pairs += [(p.on_accent, p.accent), (p.on_accent, p.accent_hover), (p.error, p.panel)]
    pairs += [*p.tones.values(), *((text, p.panel) for text, _tint in p.tones.values())]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


def test_the_sheet_grows_with_the_scale_and_leaves_no_token():
    small, large = theme.style_sheet(theme.LIGHT, 1.0), theme.style_sheet(theme.LIGHT, 1.5)
    assert "font-size: 16px" in small and "font-size: 24px" in large
    assert "border: 1px" in large and "@" not in large.split("*/", 1)[1]


def test_icons_take_the_colour_asked_for(dressed):
    image = theme.icon("printer", "#FF0000").pixmap(18, 18).toImage()
    reds = [
        image.pixelColor(x, y) for x in range(18) for y in range(18) if image.pixelColor(x, y).alpha() > 200
    ]
    assert reds and all(c.red() > 200 and c.green() < 40 for c in reds)
    assert theme.icon("no-such-icon").isNull()


def test_the_bundled_font_is_used_for_chinese(dressed):
    assert "Noto Sans SC" in dressed.font().families()


def test_qts_file_dialog_has_no_label_of_its_own_in_english(qtbot):
    with qt_dialogs.all_plain():
        dialog = QFileDialog(None, "导出", "", "Excel (*.xlsx)")
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
    named = [
        dialog.labelText(one) for one in (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType)
    ]
    assert named == ["位置:", "文件类型:"]


def test_labels_made_by_others_become_plain_before_they_are_shown(qtbot, dressed):
    box = QMessageBox(QMessageBox.Icon.Information, "x", "<img src='/etc/passwd'>")
    label = QLabel("<b>x</b>")
    qtbot.addWidget(box)
    qtbot.addWidget(label)
    with qt_dialogs.all_plain():
        box.show()
        label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert {inner.textFormat() for inner in box.findChildren(QLabel) if inner.text()} == {
        Qt.TextFormat.PlainText
    }


def test_a_dialog_of_qts_own_is_only_opened_where_its_labels_are_made_plain():
    own = ("QFileDialog", "QPrintDialog", "QMessageBox", "QInputDialog", "QProgressDialog", "QErrorMessage")
    found = {path.name for path in qt_files() if any(name in path.read_text("utf-8") for name in own)}
    assert found == {"qt_dialogs.py"}


def test_a_label_with_words_is_made_plain_where_it_is_made():
    """A QLabel of its own is only for a picture."""
    worded = {
        f"{path.name}: {ast.unparse(call)}"
        for path in qt_files()
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "QLabel" and call.args
    }
    assert worded == {"text.py: QLabel(parent)"}


@pytest.mark.parametrize("scene", gallery.SCENES)
@pytest.mark.parametrize(
    "options", [[], ["--dark", "--scale", "1.25"], ["--english", "--scale", "1.5"]], ids=str
)
def test_the_gallery_shows_every_scene(qapp, tmp_path, scene, options):
    from desk_app.core import i18n

    try:
        assert gallery.main(["--scene", scene, "--shot", str(tmp_path / "shot.png"), *options]) == 0
    finally:
        i18n.install(None)
    assert (tmp_path / "shot.png").stat().st_size > 5_000


def test_a_room_works_without_a_screen_but_for_its_panel_and_the_widgets_of_it():
    rooms = Path(desk_app.__file__).parent / "registers"
    quiet = ("records", "rules", "terms", "service", "views", "figures", "register", "paper", "demo")
    for room in filter(Path.is_dir, rooms.iterdir()):
        seeing = {
            file.stem
            for file in room.glob("*.py")
            if "import PySide6" in (text := file.read_text("utf-8")) or "from PySide6" in text
        }
        assert not seeing.intersection(quiet), room.name
        for file in room.glob("*.py"):
            if file.stem not in seeing and file.stem != "panel":
                named = {name for name in seeing if f"{room.name}.{name} import" in file.read_text("utf-8")}
                assert named == set(), file
