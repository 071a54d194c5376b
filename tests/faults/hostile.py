"""Hostile text through every field of every form, into every place where text is shown, printed, exported, searched."""

from __future__ import annotations

import io
import itertools
import math
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from desk_app.core import badges, holidays, people, privacy, search
from desk_app.core import settings as specs
from desk_app.core.declare import Column, ColumnKind, Field, FieldKind, Ref, Register, Row
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.listing import Line
from desk_app.core.paths import FORMS
from desk_app.core.people import Actor, Role
from desk_app.core.roster_row import COLUMNS, RowReader
from desk_app.core.text import clean, file_name
from desk_app.core.workdays import DayKind
from desk_app.documents import draw, template
from desk_app.documents.form import Form
from desk_app.documents.sheet_reader import cell_value
from desk_app.documents.sheet_text import safe_text
from desk_app.documents.workbook import Book, Heading, add_table
from desk_app.kit import messages
from desk_app.kit.fields import FieldBox
from desk_app.kit.text import LONGEST, caption, cut, plain_label, tooltip
from desk_app.registers.keys import importing as keys
from desk_app.registers.keys.incoming import Entry, understand
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.pasted import parse
from desk_app.shell.finding import suggestions
from tests.documents.test_every_form import sample
from tests.faults.hostile_desk import TEXTS, HostileDesk, Trap, Undone, fields_of
from tests.faults.payloads import payloads, texts
from tests.faults.seeing import Came, boxes_of, each, raw_of, rich

BATCH = 25
TODAY = date(2026, 11, 20)
KEY = {"code": "Z-09-99", "name": "门", "kind": "公共区域", "pieces": "1", "source": "开发商"}

NORMALISED = {
    "phone", "plate", "code", "badge", "id_no", "tag", "host_phone", "watch_phone", "staff",
    "consent_phone", "consent_by", "consent_note", "credit_code", "owner_by", "owner_phone",
}  # fmt: skip
"""Fields that are kept in a form of their own (digits, capitals, names in a list), or only where they are asked for."""


def many(known: list[str]) -> st.SearchStrategy[list[str]]:
    """Return a strategy for some texts at once: to make them takes longer than to try them."""
    return st.lists(texts(known), min_size=BATCH, max_size=BATCH)


def for_all(check: Callable[[str], None]) -> Callable[[list[str]], None]:
    """Return a check of several texts."""

    def check_all(chosen: list[str]) -> None:
        for text in chosen:
            check(text)

    return check_all


def inputs(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Put text into an input: its value has no control characters, is no longer than it may be, and comes back."""
    came = Came()

    def check(named: tuple[str, FieldBox], text: str) -> None:
        came.examples += 1
        name, box = named
        box.set_raw(raw_of(box.field, text))
        try:
            value = box.value()
        except RuleError as error:
            if not error.text:
                came.say(f"{name} refused without a word", repr(text))
            return
        came.taken += 1
        shown = value.text if isinstance(value, Ref) else value
        if isinstance(shown, str):
            if any(unicodedata.category(one) in ("Cc", "Cs") and one != "\n" for one in shown):
                came.say(f"{name} lets control characters in", repr(text))
            if len(shown) > box.field.limit:
                came.say(f"{name} is longer than {box.field.limit}", repr(text))
        if box.field.kind is not FieldKind.FILES:
            box.set_value(value)
            if box.value() != value:
                came.say(f"{name} does not come back", repr(text))

    places = itertools.cycle(boxes_of(desk))
    each(count // BATCH, for_all(lambda text: check(next(places), text)), many(known))
    for _name, box in boxes_of(desk):
        box.reset()
    return came


def shown(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Show text in a label, a tooltip, a button, a message: as it was typed, never as markup."""
    came = Came()
    label = plain_label("")
    message = messages.Message(None, "x", "x", ("x",))

    def check(text: str) -> None:
        came.examples += 1
        label.setText(text)
        label.setToolTip(tooltip(text))
        message.head.setText(text)
        message.words.setText(text)
        for widget in (label, message):
            for found in rich(widget):
                came.say(found, repr(text))
        if caption(text).replace("&&", "&") != text:
            came.say("a caption", repr(text))
        if len(cut(text)) > LONGEST or "\n" in cut(text):
            came.say("a cell", repr(text))

    each(count // BATCH, for_all(check), many(known))
    return came


def saved(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Save forms through their own verbs: what is kept is clean, comes back as it was typed, and is exported the same."""
    came = Came()
    for register in desk.registers.values():
        ready = desk.accepted(register)
        if ready is None:
            came.say(f"no record of the demo leads back into the form of {register.key}")
            continue
        named = [one for one in register.fields if one.kind in TEXTS and not one.choices]
        rows: list[Row] = []

        if named:
            share = count / len(desk.registers) / len(named)
            several = st.lists(texts(known), min_size=len(named), max_size=len(named))
            each(math.ceil(share), _saver(came, desk, register, ready, named, rows), several)
        _export(came, register, rows[:300])
    return came


def _saver(
    came: Came, desk: HostileDesk, register: Register, ready: tuple[dict[str, object], Actor],
    named: list[Field], rows: list[Row],
) -> Callable[[list[str]], None]:  # fmt: skip
    values, actor = ready

    def check(chosen: list[str]) -> None:
        typed = {one.key: text[: one.limit] for one, text in zip(named, chosen, strict=True)}
        came.examples += len(typed)
        for _again in range(5):  # without what was refused
            error = desk.attempt(register, {**values, **typed}, actor, _looking(came, register, typed, rows))
            if error is None:
                came.taken += len(typed)
                return
            if not error.text:
                came.say(f"{register.key} refused without a word", repr(typed))
            typed = {key: text for key, text in typed.items() if key not in fields_of(error)}

    return check


def _looking(
    came: Came, register: Register, typed: Mapping[str, str], rows: list[Row]
) -> Callable[[Session, Any], None]:
    def look(session: Session, made: Any) -> None:
        came.unclean(register.key, session.identity_map.values())
        kept = register.source.values(session, made.uid)
        for key, text in typed.items():
            wanted = {clean(text, limit=10**9, multiline=lines) for lines in (True, False)}
            wanted |= {one.upper() for one in wanted}
            own = key in NORMALISED or key.endswith("phone")
            if key in kept and not own and kept[key] not in wanted:
                came.say(f"{register.key}.{key} comes back otherwise", f"{text!r}: {kept[key]!r}")
        rows.extend(register.source.rows(session, [made.id]))
        for text in typed.values():
            search.find(session, text)

    return look


def _export(came: Came, register: Register, rows: list[Row]) -> None:
    """Write the rows of a list to a workbook and read it: each cell is the text of its row."""
    columns = [one for one in register.columns if one.kind is ColumnKind.TEXT]
    if not rows or not columns:
        return
    cells = list(_read_back(register.title, columns, rows))
    for row, line in zip(rows, cells, strict=True):
        for column, cell in zip(columns, line, strict=True):
            text = str(getattr(row.get(column.key), "text", row.get(column.key)) or "")
            compare(came, f"{register.key}.{column.key}", text, cell)


def _read_back(title: str, columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Any]:
    book, target = Book(), io.BytesIO()
    kept = list(rows)
    add_table(book, title, Heading(title, ()), columns, (), kept)
    place = Path(f"/tmp/desk-hostile-{time.monotonic_ns()}.xlsx")
    book.save(place)
    book.discard()
    target.write(place.read_bytes())
    place.unlink()
    sheet = load_workbook(target).worksheets[0]
    filled = list(sheet.iter_rows(max_col=len(columns)))
    head = next(
        n for n, line in enumerate(filled) if [cell.value for cell in line] == [one.label for one in columns]
    )
    return iter(filled[head + 1 : head + 1 + len(kept)])


def compare(came: Came, what: str, text: str, cell: Any) -> None:
    """Note when a cell is a formula or holds another text than this."""
    if cell.data_type == "f":
        came.say(f"{what} is a formula", repr(text))
    wanted = safe_text(privacy.free(text)) or None
    found = cell.value if cell.value is None else str(cell.value)
    if found != wanted and found != _unescaped(wanted):
        came.say(f"{what} is exported otherwise", f"{text[:80]!r}: {found!r}")


def _unescaped(text: str | None) -> str | None:
    return text and text.replace("_x005F_", "_")


def elsewhere(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Bring text in by the other ways: settings, people, badges, holidays, rosters, lists of keys, pasted lists."""
    came = Came()
    actor = Actor(0, "程序", frozenset(Role), "desk-1")

    def check(text: str) -> None:
        for entry in RowReader(_roster_line(text), "A座", TODAY, []).entries():
            came.unclean("roster", (entry, *entry.owners, *entry.tenants, *entry.people))
        with suppress(Undone), desk.db.write(actor) as session:
            for way in _other_ways(session, text):
                came.examples += 1
                with suppress(RuleError):
                    way()
                    session.flush()
                    came.taken += 1
            came.unclean("kept", session.identity_map.values())
            raise Undone

    each(math.ceil(count / 7), check, texts(known))
    return came


def _other_ways(session: Session, text: str) -> Iterator[Callable[[], object]]:
    words = [spec for spec in specs.GENERAL if spec.kind is specs.Kind.TEXT]
    yield from (partial(specs.change, session, spec, text) for spec in words[:2])
    yield lambda: people.add_staff(session, name=text, code=text[:20], roles=[Role.QT])
    yield lambda: badges.add(session, "visitor", text[:8], 1, 1)
    yield lambda: holidays.add(session, date(2027, 5, 5), DayKind.OFF, text[:40])
    yield lambda: visitors.expect_list(
        session, parse(f"张三\t13800001111\t{text}\t18-06\t{text}\t11-23 14:30", TODAY)
    )
    yield lambda: keys.import_rows(session, _key_rows(text), keys.Outcome())


def _roster_line(text: str) -> Line:
    text = str(cell_value(text) or "")
    return Line("x", 2, {one.key: text for one in COLUMNS} | {"room": "15-08"})


def _key_rows(text: str) -> list[Entry]:
    line = Line("x", 2, KEY | {"place": cell_value(text) or "门", "remark": cell_value(text) or ""})
    row = understand(line, [])
    return [row] if row else []


def sheets(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Write any text at all into a workbook: no formula, nothing lost but what no cell can hold."""
    came = Came()
    column = Column("x", "文")

    def check(chosen: list[str]) -> None:
        came.examples += len(chosen)
        for text, line in zip(
            chosen, _read_back("x", [column], [{"x": text} for text in chosen]), strict=True
        ):
            compare(came, "a cell", text, line[0])

    each(count // 100, check, st.lists(texts(known), min_size=100, max_size=100))
    return came


def papers(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Draw every form with any text in every field: no link, no script, no picture that is not the form's own."""
    came = Came()
    forms = {path.parent.name: template.load(path) for path in sorted(FORMS.glob("*/form.toml"))}
    for key, form in forms.items():
        values = sample(key)
        coded = {code.field for code in form.codes} | {image.field for image in form.images}
        size = max(_strings(values, coded), 1)

        check = _drawer(came, key, form, values, coded)
        each(
            math.ceil(count / len(forms) / size), check, st.lists(texts(known), min_size=size, max_size=size)
        )
    return came


def active(pdf: bytes) -> list[str]:
    """Return what a reader would follow or run; the packed bytes of a page or a typeface may spell anything."""
    outside = re.sub(rb"\bstream\r?\n.*?endstream\b", b"", pdf, flags=re.DOTALL)
    marks = (b"/URI", b"/Launch", b"/JavaScript", b"/JS", b"/GoToR", b"/EmbeddedFile")
    return [mark.decode() for mark in marks if mark in outside]


def _drawer(
    came: Came, key: str, form: Form, values: Mapping[str, object], coded: set[str]
) -> Callable[[list[str]], None]:
    plain = draw.render(form, values).count(b"/Subtype /Image")

    def check(chosen: list[str]) -> None:
        came.examples += len(chosen)
        try:
            pdf = draw.render(form, _filled(values, iter(chosen), coded))
        except (KnownError, RuleError) as error:
            if not error.text:
                came.say(f"{key} refused without a word")
            return
        came.taken += len(chosen)
        for mark in active(pdf):
            came.say(f"{key} has {mark}", repr(chosen))
        if pdf.count(b"/Subtype /Image") > plain:
            came.say(f"{key} has a picture of its own", repr(chosen))

    return check


def _strings(value: object, coded: set[str], name: str = "") -> int:
    if isinstance(value, Mapping):
        return sum(_strings(one, coded, key) for key, one in value.items())
    if isinstance(value, list):
        return sum(_strings(one, coded, name) for one in value)
    return int(isinstance(value, str) and name not in coded)


def _filled(value: object, chosen: Iterator[str], coded: set[str], name: str = "") -> Any:
    if isinstance(value, Mapping):
        return {key: _filled(one, chosen, coded, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, chosen, coded, name) for one in value]
    return next(chosen) if isinstance(value, str) and name not in coded else value


def names(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Make a file's name of any text: it lies in its folder, and can be made."""
    came = Came()
    folder = desk.folder / "names"
    folder.mkdir()

    def check(text: str) -> None:
        came.examples += 1
        path = folder / f"{file_name(text)}.pdf"
        if path.resolve().parent != folder.resolve():
            came.say("a name leads elsewhere", repr(text))
        path.touch()
        path.unlink()

    each(count // BATCH, for_all(check), many(known))
    return came


def found(desk: HostileDesk, known: list[str], count: int) -> Came:
    """Search for any text, in quick find and in every list: nothing breaks, and a wildcard finds itself only."""
    came = Came()
    with desk.db.read() as session:
        every = len(search.find(session, "a", limit=1000)) + 1000

        def check(register: Register, text: str) -> None:
            came.examples += 2
            suggestions(session, text)
            register.source.ids(session, register.views[0].key, text, 20)

        each(count // 2, check, st.sampled_from(list(desk.registers.values())), texts(known))
        for text in ("%", "_", "*", "%%%", "a%", "_______"):
            if len(search.find(session, text, limit=1000)) >= every / 2:
                came.say("a wildcard finds everything", text)
    return came


PROPERTIES: dict[str, Callable[[HostileDesk, list[str], int], Came]] = {
    "every input": inputs, "label, tooltip, button, message": shown, "form → database → export": saved,
    "other ways in": elsewhere, "workbook": sheets, "paper": papers, "file name": names, "search": found,
}  # fmt: skip


def known_texts(trap: Trap) -> list[str]:
    """Return the known hostile texts."""
    return payloads(trap.folder)
