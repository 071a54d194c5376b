"""Widgets borrow a session for a moment from the desk, read with it or hand it to a verb; whoever does more is named.

safety.md D2, design.md §2-1: read freely, write through named verbs. `desk.read()` and `desk.write()` are the only ways
to a session; it is over before anybody is asked anything, for an open one blocks every writer or lets the log grow.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator

import pytest

from tests.test_sinks import HOUSE, callee, calls

LENDS, OPENS = "kit/desk.py", "shell/loader.py"
"""The desk lends sessions to everybody on the screen; the loader opens the database that it lends them of."""
MAKES = {"Session", "sessionmaker", "scoped_session", "create_engine", "make_engine", "Database"}
BORROWS = {"read", "write", "aside"}
CHANGES = {
    "add", "add_all", "delete", "merge", "flush", "commit", "rollback", "begin", "begin_nested", "connection", "run_sync",
    "bulk_insert_mappings", "bulk_save_objects", "bulk_update_mappings",
}  # fmt: skip
STATEMENTS = {"insert", "update", "delete"}
WAITS = {
    "exec", "tell", "ask", "confirm", "ask_save", "ask_open", "ask_verb", "ask_and_act", "ask_purpose", "processEvents",
    "qWait", "show_beside",
}  # fmt: skip
"""What lets the user, or the event loop, in."""

Rule = Callable[[ast.AST], Iterator[str]]


def borrowed(tree: ast.AST) -> Iterator[tuple[str, ast.With]]:
    """Yield each session's name with the block that it is borrowed for."""
    for block in ast.walk(tree):
        for item in block.items if isinstance(block, ast.With) else ():
            made = item.context_expr
            if (
                isinstance(made, ast.Call)
                and callee(made) in BORROWS
                and isinstance(item.optional_vars, ast.Name)
            ):
                yield item.optional_vars.id, block


def inside(block: ast.With) -> Iterator[ast.AST]:
    return (node for part in block.body for node in ast.walk(part))


def no_session_is_made(tree: ast.AST) -> Iterator[str]:
    yield from (ast.unparse(call) for call in calls(tree) if callee(call) in MAKES)


def no_session_outlives_its_block(tree: ast.AST) -> Iterator[str]:
    """It is not kept, not handed out, and nothing that runs later has it."""
    for name, block in borrowed(tree):
        for node in inside(block):
            value = getattr(node, "value", None)
            if isinstance(node, ast.Lambda | ast.FunctionDef):
                if any(_is(one, name) for one in ast.walk(node)):
                    yield ast.unparse(node)
            elif isinstance(node, ast.Assign | ast.Return | ast.Yield) and _is(value, name):
                yield ast.unparse(node)


def _is(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def nothing_is_written_past_a_verb(tree: ast.AST) -> Iterator[str]:
    for call in calls(tree):
        held = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value).endswith("session")
        if held and callee(call) in CHANGES:
            yield ast.unparse(call)
        if held and any(isinstance(one, ast.Call) and callee(one) in STATEMENTS for one in call.args):
            yield ast.unparse(call)


def nobody_is_asked_while_one_is_open(tree: ast.AST) -> Iterator[str]:
    for _name, block in borrowed(tree):
        yield from (
            ast.unparse(node)
            for node in inside(block)
            if isinstance(node, ast.Call) and callee(node) in WAITS
        )


@functools.cache
def on_the_screen() -> dict[str, ast.AST]:
    """Return what knows Qt, and all of the kit and the shell, but for who lends and who opens."""
    found: dict[str, ast.AST] = {}
    for path in sorted(HOUSE.rglob("*.py")):
        place, words = path.relative_to(HOUSE).as_posix(), path.read_text("utf-8")
        shown = place.startswith(("kit/", "shell/")) or "import PySide6" in words or "from PySide6" in words
        if shown and place not in (LENDS, OPENS):
            found[place] = ast.parse(words)
    return found


RULES: tuple[Rule, ...] = (
    no_session_is_made, no_session_outlives_its_block, nothing_is_written_past_a_verb, nobody_is_asked_while_one_is_open,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_widget_only_borrows_a_session(rule: Rule) -> None:
    assert {place: found for place, tree in on_the_screen().items() if (found := list(rule(tree)))} == {}


def test_the_widgets_are_looked_at_and_most_of_them_borrow() -> None:
    files = on_the_screen()
    assert len(files) > 100 and "registers/visitors/panel.py" in files and "app.py" in files
    assert sum(bool(list(borrowed(tree))) for tree in files.values()) > 40


PAST = {
    "no_session_is_made": ("Session(engine)", "sessionmaker(engine)", "db = Database(url)"),
    "no_session_outlives_its_block": (
        "with desk.read() as session:\n    self._session = session",
        "def f():\n    with desk.db.aside() as s:\n        return s",
        "with desk.read() as session:\n    box.changed.connect(lambda: fill(session))",
    ),
    "nothing_is_written_past_a_verb": (
        "session.add(Visit())", "self._session.commit()", "session.execute(delete(Visit))",
    ),
    "nobody_is_asked_while_one_is_open": (
        "with desk.write() as session:\n    if messages.confirm(self, title, text):\n        verb(session)",
        "with desk.read() as s:\n    Dialog(rows(s)).exec()",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_what_it_forbids(rule: Rule) -> None:
    assert all(list(rule(ast.parse(words))) for words in PAST[rule.__name__])
