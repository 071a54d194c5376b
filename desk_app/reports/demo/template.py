"""A few weeks of real work as a pattern to repeat: what the services wrote, sorted into cases.

A case is what belongs together: a release slip with its lines, approvals, papers, prints, links, changes and
search entry; a renovation with its permit and the passes of its crew. Only cases that have come to their end
are taken. In every text the identities, numbers, days and row ids that differ from copy to copy are places to be
filled; all else stays, also the archived file of a paper: a copy's paper shows what was printed for its pattern, as
ten years of PDF would take 20 GB. The hours of a shift stay as well, those of the pattern's season. What was there before the work began (rooms, people, keys, badges) is not part of any case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Table
from sqlalchemy.orm import Session

from desk_app.core import grams, store
from desk_app.core.attachments import Paper, Print
from desk_app.core.audit import Change
from desk_app.core.records import Audited, Base, UtcTime
from desk_app.core.search import Entry
from desk_app.core.text import fold

DAY_MS = 86_400_000
ZONE_MS = 8 * 3_600_000
"""The building's time is eight hours ahead; it knows no summer time."""

ENDED = {
    "contractor": {"left", "void"}, "document_print": {"collected", "void"}, "duty_entry": {"done", "void"},
    "duty_shift": {"handed_in"}, "entry_pass": {"returned", "void"}, "hot_work_permit": {"closed", "void"},
    "key_count": {"reviewed", "void"}, "key_loan": {"returned", "settled", "void"},
    "release_slip": {"expired", "closed", "void"}, "renovation": {"finished", "cancelled", "expired", "void"},
    "renovation_permit": {"ended"},
}  # fmt: skip
"""The registers' records that are repeated, and in which states nothing about them is open any more."""

ALSO_NUMBERED = (("renovation", "permit_no"), ("deposit_refund", "no"))
"""Other columns with numbers of their own, by table."""

SHIFT = "duty_shift"
"""There are two a day however much work there is; entries find theirs by day and name."""

_UID = r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
_NUMBER = r"(?<![0-9A-Za-z])[A-Z]{2}-\d{8}-\d{3,}(?!\d|-[0-9a-f]{12}\.pdf)"
_FOLDED = r"(?<![0-9a-z])[a-z]{2}\d{11,12}(?![0-9a-z])"
_DATE = r"(?<![0-9A-Za-z])20\d\d-\d\d-\d\d(?!\d)"
_CHANGING = re.compile(f"{_UID}|{_NUMBER}|{_FOLDED}|{_DATE}|\x00[a-z_]+:\\d+\x00")
_ONLY_DATE = re.compile(_DATE)

Values = Mapping[str, object]


@dataclass(frozen=True)
class Text:
    """A text with places: `keys` name what comes where `%s` stands."""

    form: str
    keys: tuple[str, ...]

    def fill(self, values: Values) -> str:
        """Return the text of one copy."""
        return self.form % tuple([values[key] for key in self.keys]) if self.keys else self.form


@dataclass(frozen=True)
class Row:
    """One row as it is stored: `given` with what differs at `times`, `known` (whole values) and `texts`."""

    table: str
    id: int
    given: tuple[object, ...]
    times: tuple[tuple[int, int], ...]
    known: tuple[tuple[int, str], ...]
    texts: tuple[tuple[int, Text], ...]

    def fill(self, values: Values, later: int) -> tuple[object, ...]:
        """Return the row of one copy, `later` milliseconds after its pattern."""
        row = list(self.given)
        for place, moment in self.times:
            row[place] = moment + later
        for place, key in self.known:
            row[place] = values[key]
        for place, text in self.texts:
            row[place] = text.fill(values)
        return tuple(row)


@dataclass(frozen=True)
class Noted:
    """One change; of which record, with which number and values is filled in."""

    at: int
    actor_id: int
    workstation: str
    verb: str
    entity: str
    uid: Text
    no: Text
    payload: Text


@dataclass(frozen=True)
class Found:
    """One search entry, its tokens parted into those that stay and lines whose tokens do not."""

    row: Row
    tokens: str
    lines: tuple[tuple[str, Text], ...]


@dataclass
class Case:
    """What belongs together. `changes` counts days from `origin`, `numbers` are (number, taken when).

    `shifts` says of a row key which shift it means: (day, name). `kept` counts the changes to what is no part of
    the case (a key that was lent). `name` is the shift's, where the case is one.
    """

    origin: date
    uids: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    changes: dict[int, list[Noted]] = field(default_factory=lambda: defaultdict(list))
    numbers: list[tuple[str, int]] = field(default_factory=list)
    shifts: dict[str, tuple[int, str]] = field(default_factory=dict)
    dates: set[str] = field(default_factory=set)
    kept: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    is_shift: bool = False
    name: str = ""
    first: int = 0
    last: int = 0
    ready: int = 0
    """The last day one of its numbers bears."""
    names: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Reckon what is asked for every copy."""
        self.first, self.last = min(self.changes), max(self.changes)
        self.ready = max((self.day_of(no) for no, _ in self.numbers), default=self.first)
        for number, _ in self.numbers:
            self.dates.add((self.origin + timedelta(days=self.day_of(number))).isoformat())
        self.names = sorted(self.uids)

    @property
    def begins(self) -> int:
        """When its first change was made."""
        return self.changes[self.first][0].at

    def day_of(self, number: str) -> int:
        """Return the day that a number bears."""
        text = number.split("-")[1]
        return (date(int(text[:4]), int(text[4:6]), int(text[6:])) - self.origin).days


def copied_tables() -> list[Table]:
    """Return the tables whose rows are repeated: records that are nobody's and nothing's master data."""
    kinds = {mapper.local_table for mapper in Base.registry.mappers if issubclass(mapper.class_, Audited)}
    return [table for table in Base.metadata.sorted_tables if table in kinds]


def highest(session: Session) -> dict[str, int]:
    """Return the highest id of every table that a pattern is read from."""
    names = [*(table.name for table in copied_tables()), Change.__tablename__, Entry.__tablename__]
    found = {}
    for name in names:
        ids = store.stored_rows(session, name, ("id",))
        found[name] = ids[-1][0] if ids else 0
    return found


def read(session: Session, above: Mapping[str, int], origin: date, days: int) -> list[Case]:
    """Return the cases begun in the `days` from `origin` on that have ended, by their beginning."""
    return _Reader(session, above, origin).cases(days)


class _Reader:
    """Reads all rows that came after `above` and sorts them into cases."""

    def __init__(self, session: Session, above: Mapping[str, int], origin: date) -> None:
        self.session, self.above, self.origin = session, above, origin
        self.tables = {table.name: table for table in copied_tables()}
        self.rows = {
            name: [
                dict(zip(table.columns.keys(), row, strict=True))
                for row in store.stored_rows(session, name, table.columns.keys(), above[name])
            ]
            for name, table in self.tables.items()
        }
        self.uid_of = {(name, row["id"]): str(row["uid"]) for name, rows in self.rows.items() for row in rows}
        self.table_of = {uid: (name, number) for (name, number), uid in self.uid_of.items()}
        self.numbers = {
            str(row[column]): str(row["uid"])
            for name, column in [*((name, "no") for name in ENDED), *ALSO_NUMBERED]
            for row in self.rows[name]
            if row[column]
        }
        self.folded = {fold(number): number for number in self.numbers}
        self.group: dict[str, str] = {uid: uid for uid in self.uid_of.values()}

    def cases(self, days: int) -> list[Case]:
        changes = self._changes()
        self._join(changes)
        made: dict[str, Case] = defaultdict(lambda: Case(self.origin))
        ended: dict[str, bool] = {}
        for name, rows in self.rows.items():
            for row in rows:
                key = self._top(str(row["uid"]))
                made[key].uids.add(str(row["uid"]))
                if name in ENDED:
                    ended[key] = ended.get(key, True) and row["state"] in ENDED[name]
                    if name == SHIFT:
                        made[key].is_shift, made[key].name = True, str(row["key"])
        wanted = {key: case for key, case in made.items() if ended.get(key)}
        self._fill(wanted, changes)
        for case in wanted.values():
            case.close()
        chosen = [case for case in wanted.values() if 0 <= case.first < days]
        return sorted(chosen, key=lambda case: (case.begins, sorted(case.uids)))

    def _changes(self) -> list[dict[str, object]]:
        names = ("id", "at", "actor_id", "workstation", "verb", "entity", "uid", "no")
        links = store.stored_rows(self.session, "history", names, self.above["history"])
        details = dict(
            store.stored_rows(self.session, "history_detail", ("id", "payload"), self.above["history"])
        )
        return [dict(zip(names, link, strict=True)) | {"payload": details[link[0]]} for link in links]

    def _top(self, uid: str) -> str:
        while self.group[uid] != uid:
            self.group[uid] = uid = self.group[self.group[uid]]
        return uid

    def _tie(self, one: str, other: str | None) -> None:
        if other in self.group and one in self.group:
            self.group[self._top(other)] = self._top(one)

    def _join(self, changes: Sequence[Mapping[str, object]]) -> None:
        """Tie together what names each other."""
        for name, rows in self.rows.items():
            pointers = self._pointers(name)
            for row in rows:
                uid = str(row["uid"])
                for column, target in pointers.items():
                    if target != SHIFT:
                        self._tie(uid, self.uid_of.get((target, row[column])))
                for value in row.values():
                    for other in self._named(value):
                        self._tie(uid, other)
        for change in changes:
            for other in self._named(change["payload"]):
                self._tie(str(change["uid"]), other)

    def _named(self, value: object) -> Iterable[str]:
        """Return the uids of new records that a text names, by uid or by number."""
        if not isinstance(value, str):
            return []
        found = (match[0] for match in _CHANGING.finditer(value))
        return [uid for one in found if (uid := self.numbers.get(one, one)) in self.group]

    def _pointers(self, name: str) -> dict[str, str]:
        """Return which columns of a table hold the id of a row in which other table."""
        pointers = {
            column.name: foreign.column.table.name
            for column in self.tables[name].columns
            for foreign in column.foreign_keys
        }
        return pointers | ({"paper_id": Paper.__tablename__} if name == Print.__tablename__ else {})

    def _fill(self, cases: Mapping[str, Case], changes: Sequence[Mapping[str, object]]) -> None:
        for name, rows in self.rows.items():
            for row in rows:
                case = cases.get(self._top(str(row["uid"])))
                if case is not None:
                    case.rows.append(self._row(case, name, row))
        for change in changes:
            uid, payload = str(change["uid"]), str(change["payload"])
            new = [uid] if uid in self.group else sorted(set(self._named(payload)))
            owners = {self._top(one) for one in new}
            if len(owners) == 1 and (case := cases.get(owners.pop())) is not None:
                case.changes[self._day(int(str(change["at"])))].append(self._noted(case, change))
                if uid not in self.group:
                    case.kept[f"{change['entity']}:{uid}"] += 1
        names = Entry.__table__.columns.keys()
        for values in store.stored_rows(self.session, "search_entry", names, self.above["search_entry"]):
            entry = dict(zip(names, values, strict=True))
            key = entry["uid"]
            if key in self.group and (case := cases.get(self._top(key))) is not None:
                case.found.append(self._entry(case, entry))
        taken = self._taken(changes)
        for number, uid in self.numbers.items():
            if (case := cases.get(self._top(uid))) is not None:
                case.numbers.append((number, taken[number]))

    def _day(self, at: int) -> int:
        return (at + ZONE_MS) // DAY_MS - (self.origin - date(1970, 1, 1)).days

    def _taken(self, changes: Sequence[Mapping[str, object]]) -> dict[str, int]:
        """Return when each number was first heard of."""
        taken: dict[str, int] = {}
        for change in changes:
            for number in re.findall(_NUMBER, f"{change['no']} {change['payload']}"):
                taken.setdefault(number, int(str(change["at"])))
        return taken

    def _row(self, case: Case, name: str, row: Mapping[str, object]) -> Row:
        pointers, times, known, texts = self._pointers(name), [], [], []
        for place, column in enumerate(self.tables[name].columns):
            value = row[column.name]
            if value is None or value == "":
                continue
            if column.name == "id":
                known.append((place, f"{name}:{value}"))
            elif isinstance(column.type, UtcTime):
                times.append((place, int(str(value))))
            elif column.name in pointers and (pointers[column.name], value) in self.uid_of:
                known.append((place, self._pointed(case, pointers[column.name], int(str(value)))))
            elif isinstance(value, str):
                text = self._text(case, value)
                if text.keys:
                    texts.append((place, text))
        return Row(name, int(str(row["id"])), tuple(row.values()), tuple(times), tuple(known), tuple(texts))

    def _pointed(self, case: Case, table: str, number: int) -> str:
        """Return the key of a row that is pointed at; a shift is another case, found by its day and name."""
        key = f"{table}:{number}"
        if table == SHIFT and self.uid_of[table, number] not in case.uids:
            shift = next(row for row in self.rows[SHIFT] if row["id"] == number)
            case.shifts[key] = ((date.fromisoformat(str(shift["day"])) - self.origin).days, str(shift["key"]))
        return key

    def _text(self, case: Case, value: str, draft: str = "") -> Text:
        """Return a text with its places; `draft` is the key of the row whose id a draft's number is made of."""
        keys: list[str] = []

        def place(match: re.Match[str]) -> str:
            found = match[0].strip("\x00")
            if _ONLY_DATE.fullmatch(found):
                case.dates.add(found)
            elif not (found in self.group or found in self.numbers or found in self.folded or ":" in found):
                return match[0]
            keys.append(found)
            return "%s"

        form = _CHANGING.sub(place, value.replace("%", "%%"))
        if draft:
            number = rf"(草稿-?)0*{draft.partition(':')[2]}\b"
            if re.search(number, form):
                form, _ = re.subn(number, r"\1%s", form)
                at = form[: re.search("草稿-?%s", form).end()].count("%s")  # type: ignore[union-attr]
                keys.insert(at - 1, f"draft {draft}")
        return Text(form if keys else value, tuple(keys))

    def _noted(self, case: Case, change: Mapping[str, object]) -> Noted:
        payload, name = str(change["payload"]), str(change["entity"])
        for column, target in self._pointers(name).items() if name in self.tables else ():
            if target in self.rows:
                payload = re.sub(rf'("{column}": \[)(null|\d+), (\d+)\]', self._marker(case, target), payload)
        return Noted(
            int(str(change["at"])), int(str(change["actor_id"])), str(change["workstation"]),
            str(change["verb"]), name, self._text(case, str(change["uid"])),
            self._text(case, str(change["no"])), self._text(case, payload),
        )  # fmt: skip

    def _marker(self, case: Case, target: str) -> Callable[[re.Match[str]], str]:
        def mark(match: re.Match[str]) -> str:
            number = int(match[3])
            if (target, number) not in self.uid_of:
                return match[0]
            return f"{match[1]}{match[2]}, \x00{self._pointed(case, target, number)}\x00]"

        return mark

    def _entry(self, case: Case, entry: Mapping[str, object]) -> Found:
        uid = str(entry["uid"])
        table, number = self.table_of[uid]
        draft = f"{table}:{number}"
        places = {name: place for place, name in enumerate(entry)}
        texts = [
            (places[name], text)
            for name in ("uid", "title", "detail", "haystack")
            if (text := self._text(case, str(entry[name]), draft)).keys
        ]
        known = ((places["id"], f"search_entry:{entry['id']}"), (places["record"], draft))
        tokens = {grams.of_kind(str(entry["kind"]))}
        lines: list[tuple[str, Text]] = []
        for line in str(entry["haystack"]).split("\n"):
            kind, words = ("name", line[1:]) if line.startswith("~") else ("words", line)
            pattern = self._text(case, words, draft)
            if pattern.keys:
                lines.append((kind, pattern))
            else:
                tokens.update(grams.tokens({kind: words}))
        row = Row("search_entry", int(str(entry["id"])), tuple(entry.values()), (), known, tuple(texts))
        return Found(row, " ".join(sorted(tokens)), tuple(lines))
