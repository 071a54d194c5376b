"""Every cell of the table of rights: what a post may do passes the gate, everything else is refused and not shown."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desk_app.core import people
from desk_app.core.errors import RuleError
from desk_app.core.paths import PROGRAM
from desk_app.core.people import VERBS, Actor, Role
from desk_app.registers import rights as screen
from desk_app.reports import rights
from desk_app.shell.menu import ITEMS, is_shown
from tests.faults.gates import declared

rights.load()
PARTS = ("duty_log.for_shift", "duty_log.index", "hot_work_permits.aborted", "key_loans.follow_cabinet")
"""Pieces of verbs that other modules of the room use; outside a verb nobody would answer for what they change."""

PARTS_OF_CORE = (
    "accounts.new_code", "approvals.record", "approvals.withdraw_all", "badges.give", "badges.take_back", "deposits.refund",
    "enclosures.attach", "links.add", "links.follow", "lone.note", "refund_outside.note",
    "voiding.keep",
)  # fmt: skip
"""Pieces that verbs call, which answer for them."""
NOBODY_S = (
    "attempts.count",
    "attempts.count_code",
    "attempts.count_pin",
    "attempts.row_of",
    "attempts.wake_pin",
    "drafts.keep",
)
"""What is noted while nobody is signed in, and what somebody has only typed: no record."""


def gate(name: str, session: Session) -> None:
    """Call a verb of this name whose work is to do nothing."""
    held = VERBS[name].roles

    def nothing(_session: Session) -> None:
        pass

    try:
        people.verb(name, *sorted(held))(nothing)(session)
    finally:
        VERBS[name] = people.Verb(name, held)


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_every_cell_passes_or_is_refused(role: Role) -> None:
    actor = Actor(1, "某人", frozenset({role}))
    session = Session()
    session.info["actor"] = actor
    for name, verb in VERBS.items():
        if role in verb.roles:
            gate(name, session)
            people.require(actor, name)
            assert people.may(actor, name)
        else:
            assert not people.may(actor, name)
            with pytest.raises(RuleError, match="没有这项权限"):
                gate(name, session)
            with pytest.raises(RuleError, match="没有这项权限"):
                people.require(actor, name)


def test_nobody_signed_in_may_do_nothing() -> None:
    for name in VERBS:
        assert not people.may(None, name)
        with pytest.raises(RuleError, match="登录"):
            gate(name, Session())


def test_the_printed_table_is_current() -> None:
    """When this fails: python -m desk_app rights > resources/docs/rights.md"""
    assert rights.FILE.read_text("utf-8") == rights.text()


def test_an_administrator_alone_has_no_right_to_records_of_people() -> None:
    of_people = [
        name for name, verb in VERBS.items()
        if Role.XG in verb.roles and name.split(".")[0] in ("visitors", "contractors", "release_slips", "lists", "reports")
    ]  # fmt: skip
    assert of_people == ["release_slips.expire"]  # the program's own at midnight; it shows nothing


def test_every_action_on_screen_has_its_verb_or_only_reads() -> None:
    for register, action in declared():
        for name in screen.verbs_of(register, action.key):
            assert name in VERBS, (register, action.key)


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_what_is_hidden_is_what_the_service_refuses(role: Role) -> None:
    actor = Actor(1, "某人", frozenset({role}))
    for register, action in declared():
        verbs = screen.verbs_of(register, action.key)
        passes = not verbs or any(role in VERBS[name].roles for name in verbs)
        assert screen.is_refused(actor, register, action.key) is not passes
    for item in ITEMS:
        passes = not item.verbs or any(role in VERBS[name].roles for name in item.verbs)
        assert is_shown(item, actor) is passes


def functions(path: Path) -> list[ast.FunctionDef]:
    """Return the public functions of a module that take a session first."""
    found = ast.parse(path.read_text("utf-8")).body
    return [
        one for one in found
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
        if one.args.args and one.args.args[0].arg == "session"
    ]  # fmt: skip


def is_verb(one: ast.FunctionDef) -> bool:
    calls = [mark.func for mark in one.decorator_list if isinstance(mark, ast.Call)]
    return any(isinstance(func, ast.Name) and func.id == "verb" for func in calls)


def changes_something(one: ast.FunctionDef, path: Path) -> bool:
    """Say whether a function, or a private one of its module that it calls, adds a row or sets a column."""
    private = {
        part.name: part
        for part in ast.parse(path.read_text("utf-8")).body
        if isinstance(part, ast.FunctionDef) and part.name.startswith("_")
    }
    waiting, seen = [one], {one.name}
    while waiting:
        part = waiting.pop()
        if changes_itself(part):
            return True
        called = {
            node.func.id
            for node in ast.walk(part)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        waiting += [private[name] for name in called & private.keys() - seen]
        seen |= called
    return False


def changes_itself(one: ast.FunctionDef) -> bool:
    """Say whether a function adds a row, or sets a column of something it found or was given."""
    for node in ast.walk(one):
        if (
            (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("add", "add_all")
            )
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "session"
        ):
            return True
        if isinstance(node, ast.Assign):
            targets = [t for target in node.targets for t in ast.walk(target)]
            if any(isinstance(t, ast.Attribute) and isinstance(t.ctx, ast.Store) for t in targets):
                return True
    return False


def test_every_function_of_a_service_that_changes_something_is_a_verb() -> None:
    unguarded = []
    for path in sorted((PROGRAM / "desk_app" / "registers").glob("*/*.py")):
        if path.stem in ("service", "sheets", "holding", "permits", "site", "returning", "issuing"):
            unguarded += [
                f"{path.parent.name}.{one.name}"
                for one in functions(path)
                if changes_something(one, path) and not is_verb(one)
            ]
    assert sorted(unguarded) == sorted(PARTS)


def test_every_function_of_the_core_that_changes_something_is_a_verb_or_a_piece_of_one() -> None:
    unguarded = [
        f"{path.stem}.{one.name}"
        for path in sorted((PROGRAM / "desk_app" / "core").glob("*.py"))
        for one in functions(path)
        if changes_something(one, path) and not is_verb(one)
    ]
    assert sorted(unguarded) == sorted((*PARTS_OF_CORE, *NOBODY_S))
