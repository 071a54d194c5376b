"""Every register × post × place: no telephone, plate or document number of the demo is readable where it must be masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desk_app.core import audit, clock, people, privacy, revealing
from desk_app.core.database import Database
from desk_app.core.declare import Private, Veiled
from desk_app.core.paths import Paths
from desk_app.core.people import Actor, Role
from desk_app.kit import record_words
from desk_app.registers import REGISTERS
from desk_app.reports import demo, lists, monthly
from desk_app.shell.finding import suggestions

ROLES = [Role.QT, Role.DB, Role.KZ, Role.JL, Role.GC, Role.MG, Role.XG]
SHORT = 6
"""Texts shorter than that (an extension, a number 12) may stand anywhere by chance."""


@dataclass(frozen=True)
class House:
    """The demo, and what of it must not be read: `numbers` classes C2 and C3, `plates`, `names`."""

    db: Database
    paths: Paths
    numbers: frozenset[str]
    plates: frozenset[str]
    names: frozenset[str]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[House]:
    paths = Paths(tmp_path_factory.mktemp("demo") / "data")
    demo.make(paths, days=2)
    db = Database(paths.url())
    told: dict[Private, set[str]] = {kind: set() for kind in Private}
    for register in registers():
        for row in rows(db, register):
            with db.read() as session:
                values = register.source.values(session, str(row["uid"]))
            for field in register.fields:
                text = values.get(field.key)
                if isinstance(text, str) and len(text) >= (2 if field.private is Private.NAME else SHORT):
                    told[field.private].add(text)
    staff = {one.name for one in _staff(db)}
    yield House(
        db, paths, frozenset(n for n in told[Private.PHONE] | told[Private.NUMBER] if "*" not in n and mobile(n)),
        frozenset(told[Private.PLATE]), frozenset(told[Private.NAME] - staff),
    )  # fmt: skip
    db.close()
    clock.set_source(None)


def _staff(db):
    with db.read() as session:
        return people.on_staff(session)


def mobile(number: str) -> bool:
    """Say whether a number is a person's: a company's line may be read by everybody."""
    return privacy.free(number) != number or not number.replace("-", "").isdigit()


def registers():
    return [room.register() for room in REGISTERS]


def rows(db, register):
    with db.read() as session:
        ids = list(register.source.ids(session, register.views[-1].key, ""))[:60]
        return register.source.rows(session, ids)


def actor_of(role: Role) -> Actor:
    return Actor(9_999, "外人", frozenset({role}), "desk-9")


def assert_hidden(house: House, actor: Actor, text: str, place: str, *, plates: bool = True) -> None:
    hidden = house.numbers | (house.plates if plates else frozenset())
    if not people.sees_personal(actor):
        hidden |= {name for name in house.names if len(name) > 2}
    assert [one for one in hidden if one in text] == [], (place, actor.roles)


def test_the_demo_has_something_to_hide(house):
    assert len(house.numbers) >= 20 and house.plates and len(house.names) >= 20


@pytest.mark.parametrize("role", ROLES, ids=str)
@pytest.mark.parametrize("register", registers(), ids=lambda one: one.key)
def test_on_the_screen(house, register, role):
    actor = actor_of(role)
    for row in rows(house.db, register):
        seen = privacy.row_for(actor, register, row)
        assert_hidden(house, actor, "\n".join(map(str, seen.values())), "list")
        with house.db.read() as session:
            uid = str(row["uid"])
            values = privacy.values_for(actor, register, register.source.values(session, uid), own=False)
            form = [
                one.shown if isinstance(one, Veiled) else str(one)
                for one in values.values()
                if not isinstance(one, list)
            ]
            secrets = revealing.secrets_of(session, register, uid)
            entries = audit.history(session, uid)
        declared = {f.key for f in register.fields if f.private.level}
        assert_hidden(house, actor, "\n".join(form) if people.sees_personal(actor) else "\n".join(
            str(values.get(key)) for key in declared), "form")  # fmt: skip
        assert_hidden(house, actor, "\n".join(one.shown for one in secrets), "masked values")
        own = entries[0].entity if entries else ""
        told = [record_words.change(register, one, own, {}) for one in entries]
        if people.sees_personal(actor):
            assert_hidden(house, actor, "\n".join(told), "history")


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_in_suggestions_hits_and_what_is_due(house, role):
    actor = actor_of(role)
    letters = {name[0] for name in house.names} | {number[:4] for number in house.numbers}
    with house.db.read() as session:
        for text in sorted(letters)[:40]:
            for hit in suggestions(session, text, actor=actor):
                assert_hidden(house, actor, f"{hit.title} {hit.detail}", "hits")
            for register in registers():
                for field in register.fields:
                    offers = field.suggest(session, text, {}) if field.suggest and field.private.level else ()
                    for offer in privacy.offers_for(actor, field, offers):
                        assert_hidden(
                            house, actor, f"{offer.title} {offer.detail}", f"{register.key}.{field.key}"
                        )
        for register in registers():
            for due in register.source.due(session):
                words = privacy.words_for(actor, due.title) + privacy.words_for(actor, due.detail)
                assert_hidden(house, actor, words, "今日")


def cells(path: Path) -> str:
    book = load_workbook(path)
    return "\n".join(
        str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None
    )


def test_in_exported_lists_and_the_months_workbook(house, tmp_path):
    somebody = actor_of(Role.QT)
    with house.db.read() as session:
        for register in registers():
            ids = list(register.source.ids(session, register.views[-1].key, ""))[:200]
            path = lists.write(session, register, ids, tmp_path / f"{register.key}.xlsx", mark="PZ-1")
            assert_hidden(house, somebody, cells(path), register.key)
        today = clock.today()
        path = monthly.write(session, today.year, today.month, tmp_path / "month.xlsx", maker="何")
    text = cells(path)
    assert_hidden(house, somebody, text, "month")
    declared = [name for name in house.names if len(name) > 2 and name in text]
    assert len(declared) <= len(house.names) // 4, declared  # titles of other columns may name somebody


def test_only_two_persons_get_them_in_clear(house, tmp_path):
    (visitors,) = [one for one in registers() if one.key == "visitors"]
    with house.db.read() as session:
        ids = list(visitors.source.ids(session, "recent", ""))[:50]
        path = lists.write(session, visitors, ids, tmp_path / "clear.xlsx", mark="PZ-2", clear=True)
    assert any(number in cells(path) for number in house.numbers)  # the look would see them


def test_on_paper(house):
    papers = list(house.paths.archive.rglob("*.pdf"))
    assert papers
    for path in papers:
        text = (
            "".join(page.extract_text() for page in PdfReader(path).pages).replace("\n", "").replace(" ", "")
        )
        found = [number for number in house.numbers if number in text]
        assert found == [] or "动火" in text, (path.name, found)  # whom to ring in a fire hangs on the wall
