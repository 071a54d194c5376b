"""Bring the key register to what a list says, row by row; what is as it says already is not touched.

The work is done in units of `BATCH` rows. A cancelled import keeps what was done and says so; importing
again finishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, people, premises
from desk_app.core.database import Database
from desk_app.core.declare import Choice, Ref
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.listing import Listing, Problem, told
from desk_app.core.people import Actor, Staff, actor_of
from desk_app.registers.keys import incoming, rules, service, views
from desk_app.registers.keys.incoming import Entry
from desk_app.registers.keys.records import Key

BATCH = 50
NO_CONSENT = "导入时未写业主同意人"
"""Why an owner's key is on file without a consent."""
WHY = "导入钥匙清单"

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass
class Outcome:
    """What an import did; `problems` in the order of the file."""

    rows: int = 0
    done: int = 0
    new: int = 0
    changed: int = 0
    cancelled: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def bad_rows(self) -> int:
        """How many rows were not imported."""
        return len({(p.sheet, p.row) for p in self.problems if not p.imported})

    def lines(self) -> list[str]:
        """Return the problems as lines to read."""
        order = {sheet: at for at, sheet in enumerate(dict.fromkeys(p.sheet for p in self.problems))}
        return told(sorted(dict.fromkeys(self.problems), key=lambda p: (order[p.sheet], p.row)))

    def summary(self) -> str:
        """Return one sentence on what was done."""
        text = translate("Keys", "共 {rows} 行:新增 {new} 串,有变化 {changed} 串,其余不变。")
        parts = [text.format(rows=self.rows, new=self.new, changed=self.changed)]
        if self.bad_rows:
            parts.append(translate("Keys", "{bad} 行有问题,没有导入。").format(bad=self.bad_rows))
        if self.cancelled:
            parts.append(translate("Keys", "已取消:前面的已保存,再导入一次可继续。"))
        return "".join(parts)


def run(
    db: Database,
    actor: Actor,
    listing: Listing,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Outcome:
    """Import a list; `progress(done, total)` after each unit of work, `cancelled()` is asked before each."""
    outcome = Outcome(rows=len(listing.lines))
    entries = list(_once(listing, outcome.problems))
    for start in range(0, len(entries), BATCH):
        if cancelled():
            outcome.cancelled = True
            break
        part = entries[start : start + BATCH]
        with db.write(actor) as session:
            service.take_list(session, partial(import_rows, part=part, outcome=outcome))
        outcome.done += len(part)
        progress(outcome.done, len(entries))
    return outcome


def _once(listing: Listing, problems: list[Problem]) -> Iterator[Entry]:
    """Yield the rows that can be taken; of two rows for one hook the first."""
    seen: dict[str, int] = {}
    for line in listing.lines:
        entry = incoming.understand(line, problems)
        if entry is None:
            continue
        if entry.code in seen:
            text = translate("Keys", "编号 {code} 与第 {row} 行重复")
            reason = text.format(code=entry.code, row=seen[entry.code])
            problems.append(incoming.problem(line, "code", reason))
            continue
        seen[entry.code] = line.number
        yield entry


def import_rows(session: Session, part: Sequence[Entry], outcome: Outcome) -> None:
    """Add or correct the keys of some rows; a row that breaks a rule is told and left out whole."""
    staff = {one.name: one for one in people.on_staff(session)}
    for entry in part:
        try:
            with session.begin_nested():
                _bring(session, entry, staff, outcome)
        except RuleError as error:
            outcome.problems += incoming.refused(entry.line, error)


def _bring(session: Session, entry: Entry, staff: Mapping[str, Staff], outcome: Outcome) -> None:
    given = _values(session, entry, staff, outcome.problems)
    old = session.scalars(select(Key).where(Key.code == entry.code, views.live())).one_or_none()
    reasons = {"consent_by": NO_CONSENT}
    if old is None:
        given = {"pieces": 1, "source": "developer", "keeper": _self(session), **given}
        _infer_kind(session, given)
        service.add(session, given, reasons)
        outcome.new += 1
        return
    known = dict(views.values(session, old.uid))
    if all(known.get(key) == value for key, value in given.items()):
        return
    service.correct(session, old.uid, {**known, **given}, reason=WHY, reasons=reasons)
    outcome.changed += 1
    audit.note(session, "")


def _values(
    session: Session, entry: Entry, staff: Mapping[str, Staff], problems: list[Problem]
) -> dict[str, object]:
    """Return the form's values that the row tells."""
    given: dict[str, object] = {**entry.told, "code": entry.code}
    text = str(given["place"])
    building = str(entry.line.values.get("building") or "")
    room = premises.room_by_text(session, building + text) or premises.room_by_text(session, text)
    given["place"] = Ref(room.id, room.name) if room else Ref(None, f"{building}{text}")
    if "tag" in given:
        given["tag"] = rules.parse_tag(str(given["tag"]))
    if keeper := str(given.pop("keeper", "")):
        if keeper in staff:
            given["keeper"] = Ref(staff[keeper].id, keeper)
        else:
            text = translate("Keys", "在岗人员里没有「{name}」,保管人没有改").format(name=keeper)
            problems.append(incoming.problem(entry.line, "keeper", text, imported=True))
    return given


def _self(session: Session) -> Ref | None:
    actor = actor_of(session)
    return Ref(actor.staff_id, actor.name) if actor.staff_id else None


def _infer_kind(session: Session, given: dict[str, object]) -> None:
    """Take the kind from the room's where the row does not say."""
    place = given["place"]
    room = session.get(premises.Room, place.id) if isinstance(place, Ref) and place.id else None
    if "kind" not in given and room is not None and room.kind in ("plant", "public"):
        given["kind"] = "plant" if room.kind == "plant" else "common"


def rows(session: Session) -> list[dict[str, object]]:
    """Return the keys on file as rows that can be edited and imported again; that they went out is on record."""
    found = []
    for key in service.exported(session):
        values = views.values(session, key.uid)
        row = {one.key: values.get(one.key) for one in incoming.COLUMNS if one.key in values}
        ring = values["ring"]
        assert isinstance(ring, list)
        row |= {
            "place": key.place, "keeper": key.keeper_name, "pieces": str(key.pieces),
            "kind": _label(rules.KINDS, key.kind), "source": _label(rules.SOURCES, key.source),
            "spare": incoming.SPARE_WORDS[key.spare],
            "ring": "、".join(f"{one['name']}×{one['quantity']}" for one in ring),
        }  # fmt: skip
        found.append(row)
    return found


def _label(choices: Sequence[Choice], wanted: str) -> str:
    return next(choice.label for choice in choices if choice.key == wanted)
