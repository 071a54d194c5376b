"""Text leaves the program through one helper a place; whoever goes past it is named here (safety.md D14)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment

import desk_app
from desk_app.kit.text import tooltip

HOUSE = Path(desk_app.__file__).parent

RICH = {
    "QTextEdit", "QTextBrowser", "QTextDocument", "QErrorMessage", "QStaticText", "QWhatsThis", "setHtml",
    "insertHtml", "setMarkdown", "setStyleSheet", "setWhatsThis", "setStatusTip", "RichText", "AutoText",
}  # fmt: skip
"""Names that lay text out as markup, or take it for a style."""

ALLOWED = {
    ("kit/theme.py", "setStyleSheet"),  # the house's own sheet
    ("kit/qt_dialogs.py", "AutoText"),  # asks for it, to put an end to it
    ("shell/help_dialog.py", "QTextBrowser"),  # the guide is ours
    ("shell/help_dialog.py", "setMarkdown"),
    ("documents/charts.py", "RichText"),  # openpyxl's word for the letters of a chart
}

BUTTONS = {"QPushButton", "QAction", "QToolButton", "QRadioButton", "addAction", "addMenu", "addTab"}
SQL = {"text", "sql", "execute", "exec_driver_sql", "run", "scalar", "scalars", "like", "ilike", "op"}
SQL_HOME = {
    "core/mending.py",
    "core/salvage.py",
    "core/store.py",
    "core/guards.py",
    "core/datafile.py",
    "core/gram_table.py",
    "core/server.py",
    "core/server_copy.py",
    "core/server_grams.py",
    "core/server_setup.py",
    "core/server_upgrade.py",
    "registers/keys/lookup.py",
}
"""Names of tables, columns and settings are put into statements here only, and none of them is a user's."""

CELLS = {"documents/workbook.py", "documents/roster_sheet.py"}
PAPER = {"documents/pen.py", "documents/fonts.py", "documents/codes.py", "documents/pictures.py", "documents/marks.py",
         "documents/lines.py"}  # fmt: skip


def is_ours(node: ast.expr, helpers: tuple[str, ...]) -> bool:
    """Say whether an expression is text of the program's own, or went through one of the helpers."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return is_ours(node.body, helpers) and is_ours(node.orelse, helpers)
    if isinstance(node, ast.Call):
        name = callee(node)
        return name in helpers or (name == "translate" and isinstance(node.args[-1], ast.Constant))
    return False


def callee(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ast.unparse(node.func).rsplit(".", 1)[-1]


@cache
def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text("utf-8"))


@cache
def unparsed(tree: ast.AST) -> str:
    return ast.unparse(tree)


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in nodes(tree) if isinstance(node, ast.Call))


def no_markup(place: str, tree: ast.AST) -> Iterator[str]:
    for node in nodes(tree):
        name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
        if name in RICH and (place, name) not in ALLOWED:
            yield name


def tooltips_through_their_helper(place: str, tree: ast.AST) -> Iterator[str]:
    own = {node.id for node in named(tree, ("translate",))}
    for call in calls(tree):
        if callee(call) == "setToolTip":
            told = call.args[0]
            if not is_ours(told, ("tooltip",)) and not (isinstance(told, ast.Name) and told.id in own):
                yield ast.unparse(call)
    if "ToolTipRole" in unparsed(tree):
        yield "ToolTipRole"


def named(tree: ast.AST, helpers: tuple[str, ...]) -> Iterator[ast.Name]:
    """Yield names that only ever hold the program's own words: assigned, or looped over in a dict of them."""
    for node in nodes(tree):
        if isinstance(node, ast.Dict) and all(is_ours(value, helpers) for value in node.values):
            yield from (
                name
                for loop in nodes(tree)
                if isinstance(loop, ast.For) and isinstance(loop.target, ast.Tuple)
                for name in loop.target.elts
                if isinstance(name, ast.Name)
            )


def buttons_through_caption(place: str, tree: ast.AST) -> Iterator[str]:
    """A text that is no constant has its & doubled, or it names a key."""
    fine = {
        target.id
        for node in nodes(tree)
        if isinstance(node, ast.Assign) and is_ours(node.value, ("caption",))
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in calls(tree):
        if callee(call) in BUTTONS and isinstance(call.func, ast.Name | ast.Attribute):
            texts = (
                call.args[-1:]
                if callee(call) == "addTab"
                else [one for one in call.args if not _is_widget(one)]
            )
            for one in texts[:1]:
                if not is_ours(one, ("caption",)) and not (isinstance(one, ast.Name) and one.id in fine):
                    yield ast.unparse(call)


def _is_widget(node: ast.expr) -> bool:
    words = ast.unparse(node)
    return words in ("self", "parent", "page", "menu", "action") or words.startswith(
        ("self._", "theme.icon", "LineInput.ActionPosition.")
    )


def no_wide_inputs(place: str, tree: ast.AST) -> Iterator[str]:
    """A line has a longest text, a bare text of several lines is for reading only."""
    words = unparsed(tree)
    lines = sum(callee(call) == "QLineEdit" for call in calls(tree))
    if words.count(".setMaxLength(") < lines:
        yield "QLineEdit without setMaxLength"
    blocks = sum(callee(call) == "QPlainTextEdit" for call in calls(tree))
    if words.count(".setReadOnly(True)") < blocks:
        yield "QPlainTextEdit that is no PasteInput"


def no_text_in_sql(place: str, tree: ast.AST) -> Iterator[str]:
    if place in SQL_HOME or place.startswith("core/migrations/"):
        return
    for call in calls(tree):
        if callee(call) in SQL and any(
            isinstance(one, ast.JoinedStr)
            or (isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add | ast.Mod) and _has_text(one))
            or (isinstance(one, ast.Call) and callee(one) == "format")
            for one in call.args
        ):
            yield ast.unparse(call)
        if callee(call) in ("like", "ilike", "op") and not any(key.arg == "escape" for key in call.keywords):
            yield ast.unparse(call)


def _has_text(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in ast.walk(node))


def cells_in_their_place(place: str, tree: ast.AST) -> Iterator[str]:
    if place in CELLS:
        return
    words = unparsed(tree)
    if "import openpyxl" in words or "from openpyxl import" in words:
        for call in calls(tree):
            if callee(call) in ("cell", "WriteOnlyCell", "append") and "sheet" in ast.unparse(call.func):
                yield ast.unparse(call)


def paper_in_its_place(place: str, tree: ast.AST) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
            if "platypus" in (node.module or ""):
                yield f"{node.module}: markup in paragraphs"
            elif place not in PAPER:
                yield node.module or ""


def names_of_files_through_their_helper(place: str, tree: ast.AST) -> Iterator[str]:
    """In a path built on the way, what is not ours went through file_name."""
    if place.startswith("core/") or place == "bootstrap.py":
        return  # numbers, dates and hashes of the program's own (test_files.py, test_backup.py)
    for node in nodes(tree):
        if (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Div)
            and isinstance(node.right, ast.JoinedStr)
        ):
            for part in node.right.values:
                if isinstance(part, ast.FormattedValue) and part.format_spec is None:
                    ours = is_ours(part.value, ("file_name", "safe_name")) or ast.unparse(part.value) in (
                        "name",
                        "stamp",
                    )
                    if not ours:
                        yield ast.unparse(node)


RULES: tuple[Callable[[str, ast.AST], Iterator[str]], ...] = (
    no_markup, tooltips_through_their_helper, buttons_through_caption, no_wide_inputs, no_text_in_sql,
    cells_in_their_place, paper_in_its_place, names_of_files_through_their_helper,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_text_goes_past_its_helper(rule):
    wrong = {}
    for path in sorted(HOUSE.rglob("*.py")):
        place = path.relative_to(HOUSE).as_posix()
        if found := list(rule(place, parsed(path))):
            wrong[place] = found
    assert wrong == {}


PAST = {
    "no_markup": "label.setHtml(name)",
    "tooltips_through_their_helper": "item.setToolTip(row['name'])",
    "buttons_through_caption": "QPushButton(row['name'])",
    "no_wide_inputs": "box = QLineEdit()",
    "no_text_in_sql": "session.execute(f'SELECT {name}')",
    "cells_in_their_place": "import openpyxl\nsheet.cell(1, 1, name)",
    "paper_in_its_place": "from reportlab.platypus import Paragraph",
    "names_of_files_through_their_helper": "folder / f'{name_of_visitor}.pdf'",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_what_it_forbids(rule):
    assert list(rule("registers/new/panel.py", ast.parse(PAST[rule.__name__])))


@pytest.mark.parametrize(
    "text", ["A&B 公司", "a < b", "<b>x</b>", "<table><tr><td>" * 20, "两行\n<b>", "&lt;b&gt;"]
)
def test_a_tooltip_reads_as_the_text_that_was_typed(text):
    shown = tooltip(text)
    read = QTextDocumentFragment.fromHtml(shown).toPlainText() if Qt.mightBeRichText(shown) else shown
    assert read == text
