"""The one place that masks personal data, and that says who sees what of it (domain.md §4.3).

What a field tells of a person is declared with it (declare.Private); its class says who sees it: names (1) everybody
but an administrator, telephones and plates (2) whoever enters them, numbers of documents (3) nobody without a reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from desk_app.core import identity, phones, plates, written
from desk_app.core.declare import ColumnKind, Field, FieldKind, Private, Register, Row, Suggestion, Veiled
from desk_app.core.people import sees_personal

if TYPE_CHECKING:
    from desk_app.core.people import Actor


class Clear(str):
    """A text that no sheet and no paper masks: two persons agreed to it (core/exporting.py), or the paper is for it."""

    __slots__ = ()


HIDDEN = "***"
"""What stands for a text of which no part may be shown."""

_DOUBLE = re.compile(
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|宇文|长孙|独孤|南宫|西门|申屠|太史"
)


def mask(kind: Private, text: str) -> str:
    """Return a text as it is shown to whoever may not see it; "" and what is not personal stay as they are."""
    if not text or kind is Private.NO:
        return text
    masks = {
        Private.NAME: name,
        Private.PHONE: phones.mask,
        Private.EMAIL: _email,
        Private.ADDRESS: lambda _text: HIDDEN,
        Private.PLATE: plates.mask,
        Private.NUMBER: number,
    }
    return text if is_masked(kind, text) else masks[kind](text)


def is_masked(kind: Private, text: str) -> bool:
    """Say whether a text is a mask already: a second mask would hide what the first one left."""
    return "*" in text


def phone(text: str) -> str:
    """Return a telephone number masked: 138****1234."""
    return mask(Private.PHONE, text)


def plate(text: str) -> str:
    """Return a plate masked: 粤B·***88."""
    return mask(Private.PLATE, text)


def number(text: str) -> str:
    """Return the number of a document masked by what it looks like: 110***********002X, E1*****78."""
    return identity.mask(identity.guess_kind(text) or identity.IdKind.WORK_CARD, text)


def name(text: str) -> str:
    """Return a name as stubs and large screens show it: 张*, 欧阳** (class C1)."""
    kept = 2 if _DOUBLE.match(text) and len(text) > 2 else 1
    return text[:kept] + "*" * min(len(text) - kept, 20)


def free(text: str) -> str:
    """Hide the numbers of people that somebody wrote into a free text (core/written.py)."""
    pieces, done = [], 0
    for one in written.find(text):
        pieces += [text[done : one.start], one.masked]
        done = one.end
    return "".join(pieces) + text[done:]


def free_kind(text: str) -> Private:
    """Return the strictest kind of number that somebody wrote into a free text; NO when there is none."""
    return max((one.kind for one in written.find(text)), key=lambda kind: kind.level, default=Private.NO)


def restored(text: str, clear: str) -> str:
    """Return a text that was mended under its masks with the numbers back that `clear` had in their place."""
    for one in written.find(clear):
        text = text.replace(one.masked, clear[one.start : one.end], 1)
    return text


def kind_of(field: Field, value: object) -> Private:
    """Return what a value of a field tells of a person: what is declared, else what is written in a free text."""
    if field.private is not Private.NO or field.kind not in (FieldKind.TEXT, FieldKind.LONG_TEXT):
        return field.private
    return free_kind(value) if isinstance(value, str) else Private.NO


def shown(field: Field, text: str) -> str:
    """Return a field's text as whoever may not see it is shown it."""
    return mask(field.private, text) if field.private.level >= 2 else free(text)


def sees(actor: Actor | None, kind: Private, *, own: bool = False) -> bool:
    """Say whether somebody sees such a value as it is; `own`: they entered it themselves."""
    if kind is Private.NO:
        return True
    return sees_personal(actor) and (kind is Private.NAME or (own and kind.level == 2))


def veil(field: Field, value: object) -> object:
    """Return a form's value so that it is held but not shown, of a free text the numbers in it; all else stays."""
    if kind_of(field, value).level < 2 or not isinstance(value, str):
        return value
    if not value or (is_masked(field.private, value) and field.private is not Private.NO):
        return value
    return Veiled(value, shown(field, value))


def veiled(fields: Sequence[Field], values: Mapping[str, object]) -> dict[str, object]:
    """Return a form's values with those veiled that another record or person told."""
    known = {field.key: field for field in fields}
    return {key: veil(known[key], value) if key in known else value for key, value in values.items()}


def values_for(
    actor: Actor | None, register: Register, values: Mapping[str, object], *, own: bool
) -> dict[str, object]:
    """Return a record's form values as somebody may see them: what they may not see is veiled."""
    hidden = [f for f in register.fields if not sees(actor, kind_of(f, values.get(f.key)), own=own)]
    if sees_personal(actor):
        return veiled(hidden, values)
    return {
        **veiled(hidden, values),
        **{f.key: _hidden(f, str(values.get(f.key) or "")) for f in hidden},
    }


def _hidden(field: Field, text: str) -> str:
    return mask(field.private, text) if field.private.level else free(text)


def row_for(actor: Actor | None, register: Register, row: Row) -> Row:
    """Return a row of a list as somebody may see it: numbers in its texts hidden; an administrator misses names too."""
    if sees_personal(actor):
        texts = {column.key for column in register.columns if column.kind is ColumnKind.TEXT}
        return {
            key: free(value) if key in texts and isinstance(value, str) else value
            for key, value in row.items()
        }
    return {key: _blind(register.private(key), value) for key, value in row.items()}


def blinder(register: Register) -> Callable[[Row], Row]:
    """Return what masks the names in the rows of a register: for what goes to many readers (domain.md §6)."""
    keys = {column.key: register.private(column.key) for column in register.columns}
    hidden = {key: kind for key, kind in keys.items() if kind.level}

    def blind(row: Row) -> Row:
        return {**row, **{key: mask(kind, str(row[key] or "")) for key, kind in hidden.items() if key in row}}

    return blind


def offers_for(actor: Actor | None, field: Field, offers: Sequence[Suggestion]) -> Sequence[Suggestion]:
    """Return what is suggested for a field as somebody may see it: an administrator is offered no persons."""
    return offers if sees(actor, field.private, own=True) else ()


def words_for(actor: Actor | None, text: str) -> str:
    """Return words that may name somebody, without numbers; "***" for whoever may not know whom."""
    return free(text) if sees_personal(actor) else HIDDEN


def _blind(kind: Private, value: object) -> object:
    return mask(kind, free(value)) if isinstance(value, str) else value


def _email(text: str) -> str:
    local, at, host = text.partition("@")
    return local[:1] + "*" * max(len(local) - 1, 2) + at + host
