"""Visits, keys and passes in any order, by anybody: the database says what a plain model says (figures/safety.md §4).

The model knows who holds which badge and key and what became of each record; the rights are read from the verbs. A
step that it does not expect must be refused and leave the history as it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, badges, clock, people
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, VERBS, Role
from desk_app.core.verify import verify
from desk_app.registers.entry_passes import holding
from desk_app.registers.entry_passes import service as passes
from desk_app.registers.entry_passes.records import EntryPass
from desk_app.registers.key_loans import returning
from desk_app.registers.key_loans import service as loans
from desk_app.registers.key_loans import views as loan_views
from desk_app.registers.key_loans.records import KeyLoan
from desk_app.registers.keys import service as keys
from desk_app.registers.keys.records import Key
from desk_app.registers.visitors import service as visits
from desk_app.registers.visitors import views as visit_views
from desk_app.registers.visitors.records import Visit
from tests.registers.papers import renderer
from tests.registers.pass_desk import CARD, RENDERS
from tests.tower import MORNING, Clock

LONG = bool(os.environ.get("DESK_LONG_MODEL"))
"""The long form: 300 runs of 50 steps, some minutes."""
STAFF = (("李敏", Role.QT), ("赵倩", Role.QT), ("王班长", Role.DB), ("陈主管", Role.KZ), ("何经理", Role.JL),
         ("郭保安", Role.MG), ("任会计", Role.CW), ("管理员", Role.XG))  # fmt: skip
CODES = ("A-01-01", "A-01-02", "A-02-01")
BADGES = ("", "A001", "A002", "A003")
WHO = some.integers(0, len(STAFF) - 1)
WHICH = some.integers(0, 999)
TEMPLATE: list[Path] = []


class Desk(RuleBasedStateMachine):
    """A desk that everybody uses, and what a careful clerk would have written down beside it."""

    @initialize()
    def open(self) -> None:
        """Staff the desk, hang three keys, put three badges into stock."""
        self.folder = Path(tempfile.mkdtemp(prefix="desk-model-"))
        shutil.copyfile(TEMPLATE[0], self.folder / "desk.db")
        self.now, self.archive = Clock(MORNING), Archive(self.folder / "archive")
        clock.set_source(self.now)
        self.db = Database(f"sqlite:///{self.folder / 'desk.db'}")
        with self.db.write(SYSTEM) as session:
            crew = [
                people.add_staff(session, name=name, code=f"{n:03d}", roles=[role])
                for n, (name, role) in enumerate(STAFF, 1)
            ]
            self.crew = [people.as_actor(one, "desk-1") for one in crew]
            badges.add(session, "visitor", "A", 1, 3)
        with self.db.write(self.crew[0]) as session:
            for code in CODES:
                keys.add(session, {
                    "code": code, "kind": "common", "place": Ref(None, "天台门"), "pieces": 1, "source": "developer",
                    "keeper": Ref(self.crew[0].staff_id, "李敏"),
                })  # fmt: skip
        self.visits: dict[str, str] = {}
        self.worn: dict[str, str] = {}  # badge -> visit
        self.loans: dict[str, tuple[str, str]] = {}  # loan -> (its key, its state)
        self.hung: dict[str, str] = dict.fromkeys(CODES, "in_cabinet")
        self.passes: dict[str, str] = {}

    def teardown(self) -> None:
        """Look at everything once more: chain, papers, and the file itself."""
        if hasattr(self, "db"):
            report = verify(self.db, self.archive)
            wrong = self.db.check(fully=True)
            self.db.close()
            shutil.rmtree(self.folder)
            assert (report.fault, wrong) == ("", [])
        clock.set_source(None)

    def does(self, who: int, verb: str, do: Callable[[Session], Any], *, expected: bool) -> Any:
        """Let somebody do something: it is done when the model and the rights expect it, and else nothing happens."""
        actor, before = self.crew[who], self.head()
        fits = expected and bool(actor.held & VERBS[verb].roles)
        try:
            with self.db.write(actor) as session:
                done = do(session)
        except RuleError as error:
            assert not fits, f"{verb} by {actor.name}: {error.text}"
            assert self.head() == before, f"{verb} was refused and left something behind"
            return None
        assert fits, f"{verb} by {actor.name} went through"
        return done

    def head(self) -> int:
        with self.db.read() as session:
            return audit.head(session).number

    # visits

    @rule(who=WHO, badge=some.sampled_from(BADGES))
    def register(self, who: int, badge: str) -> None:
        values = {
            "name": "张三", "party_size": 1, "org": "远航科技", "phone": "13800001111", "host_room": Ref(None, "15-08"),
            "host_name": "单雨桐", "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "badge": badge,
        }  # fmt: skip
        free = badge not in self.worn
        visit = self.does(who, "visitors.register", lambda s: visits.register(s, values), expected=free)
        if visit is not None:
            self.visits[visit.uid] = "inside"
            if badge:
                self.worn[badge] = visit.uid

    @precondition(lambda self: self.visits)
    @rule(who=WHO, which=WHICH)
    def sign_out(self, who: int, which: int) -> None:
        uid = self.pick(self.visits, which)
        inside = self.visits[uid] == "inside"
        if self.does(who, "visitors.sign_out", lambda s: visits.sign_out(s, uid), expected=inside):
            self.visits[uid] = "left"
            self.unpin(uid)

    @rule(who=WHO, badge=some.sampled_from(BADGES[1:]))
    def scan_badge(self, who: int, badge: str) -> None:
        uid = self.worn.get(badge)
        leaving = self.does(
            who,
            "visitors.sign_out_by_badge",
            lambda s: visits.sign_out_by_badge(s, badge),
            expected=uid is not None,
        )
        if leaving and uid:
            self.visits[uid] = "left"
            self.unpin(uid)

    @precondition(lambda self: self.visits)
    @rule(who=WHO, which=WHICH, reason=some.sampled_from(("", "登记错误")))
    def void_visit(self, who: int, which: int, reason: str) -> None:
        uid = self.pick(self.visits, which)
        may = self.visits[uid] != "void" and bool(reason)
        if self.does(who, "visitors.void", lambda s: visits.void(s, uid, reason=reason), expected=may):
            self.visits[uid] = "void"
            self.unpin(uid)

    # keys

    @rule(who=WHO, code=some.sampled_from(CODES), agreed=some.booleans())
    def lend(self, who: int, code: str, agreed: bool) -> None:
        supervisor = self.crew[3]
        values = {
            "kind": "loan", "standing": "cleaning", "borrower": "陈春梅", "phone": "13900002222", "org": "洁佳保洁",
            "id_kind": "work_card", "purpose": "patrol", "due_at": self.now() + timedelta(hours=3), "key": code,
            "pieces": None, "keys": [], "kz": Ref(supervisor.staff_id, supervisor.name) if agreed else None,
            "kz_how": "phone" if agreed else "",
        }  # fmt: skip
        reasons = {"borrower": "主管已知晓", "phone": "主管已知晓", "keys": "主管已知晓", "key": "主管已知晓"}
        loan = self.does(
            who,
            "key_loans.lend",
            lambda s: loans.lend(s, values, self.archive, renderer, reasons),
            expected=self.hung[code] == "in_cabinet" and agreed and self.crew[who] is not supervisor,
        )
        if loan is not None:
            self.loans[loan.uid], self.hung[code] = (code, "out"), "out"

    @precondition(lambda self: self.loans)
    @rule(who=WHO, which=WHICH)
    def bring_back(self, who: int, which: int) -> None:
        uid = self.pick(self.loans, which)
        code, state = self.loans[uid]
        back = self.does(
            who,
            "key_loans.give_back",
            lambda s: returning.give_back(s, uid, by_name="陈春梅", locked=True),
            expected=state == "out",
        )
        if back is not None:
            self.loans[uid], self.hung[code] = (code, "returned"), "in_cabinet"

    @precondition(lambda self: self.loans)
    @rule(who=WHO, which=WHICH)
    def lose(self, who: int, which: int) -> None:
        uid = self.pick(self.loans, which)
        code, state = self.loans[uid]
        lost = self.does(
            who,
            "key_loans.lose",
            lambda s: returning.lose(s, uid, code=code, answerable="陈春梅"),
            expected=state == "out",
        )
        if lost is not None:
            self.loans[uid], self.hung[code] = (code, "lost"), "lost"

    @precondition(lambda self: self.loans)
    @rule(who=WHO, which=WHICH)
    def turn_up(self, who: int, which: int) -> None:
        uid = self.pick(self.loans, which)
        code, state = self.loans[uid]
        found = self.does(
            who,
            "key_loans.found",
            lambda s: returning.found(s, uid, code=code, note="在更衣室找到"),
            expected=state == "lost",
        )
        if found is not None:
            self.loans[uid], self.hung[code] = (code, "settled"), "in_cabinet"

    # passes

    @rule(who=WHO, again=some.booleans())
    def issue_pass(self, who: int, again: bool) -> None:
        reasons = {"name": "两处送货"} if again else {}
        one_each = "issued" not in self.passes.values()
        values = {
            "kind": "temporary", "name": "欧阳修远", "id_kind": "resident_card", "id_no": CARD,
            "room": Ref(None, "15-08 恒泰贸易"), "reason": "送货搬运", "org": "宜家家居",
        }  # fmt: skip
        one = self.does(
            who,
            "entry_passes.issue_temporary",
            lambda s: passes.issue_temporary(s, values, self.archive, RENDERS, reasons),
            expected=one_each or again,
        )
        if one is not None:
            self.passes[one.uid] = "issued"

    @precondition(lambda self: self.passes)
    @rule(who=WHO, which=WHICH)
    def return_pass(self, who: int, which: int) -> None:
        uid = self.pick(self.passes, which)
        one = self.does(
            who,
            "entry_passes.give_back",
            lambda s: holding.give_back(s, uid, condition="good"),
            expected=self.passes[uid] in ("issued", "lost"),
        )
        if one is not None:
            self.passes[uid] = "returned"

    @precondition(lambda self: self.passes)
    @rule(who=WHO, which=WHICH)
    def lose_pass(self, who: int, which: int) -> None:
        uid = self.pick(self.passes, which)
        one = self.does(
            who,
            "entry_passes.report_lost",
            lambda s: holding.report_lost(s, uid, note="本人报失"),
            expected=self.passes[uid] == "issued",
        )
        if one is not None:
            self.passes[uid] = "lost"

    # time and the file

    @rule(minutes=some.integers(1, 30))
    def wait(self, minutes: int) -> None:
        self.now.go(minutes=minutes)

    @rule()
    def start_anew(self) -> None:
        self.db.close()
        self.db = Database(f"sqlite:///{self.folder / 'desk.db'}")

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        if not hasattr(self, "passes"):
            return
        with self.db.read() as session:
            assert states(session, Visit) == self.visits
            assert {uid: state for uid, (_code, state) in self.loans.items()} == states(session, KeyLoan)
            assert states(session, EntryPass) == self.passes
            assert dict(session.execute(select(Key.code, Key.state)).all()) == self.hung
            assert {code: badges.holder(session, code) for code in BADGES[1:]} == {
                code: self.worn.get(code) for code in BADGES[1:]
            }
            inside = Counter(self.visits.values())["inside"]
            assert visit_views.counts(session)["inside"] == inside
            assert (
                loan_views.counts(session)["open"]
                == Counter(state for _c, state in self.loans.values())["out"]
            )
            for kind, mine in ((Visit, self.visits), (KeyLoan, self.loans), (EntryPass, self.passes)):
                numbers = sorted(int(no[-3:]) for no in session.scalars(select(kind.no)))
                assert numbers == list(range(1, len(mine) + 1)), "a number is missing or taken twice"

    def pick(self, among: dict[str, Any], which: int) -> str:
        return sorted(among, key=list(among).index)[which % len(among)]

    def unpin(self, uid: str) -> None:
        self.worn = {badge: owner for badge, owner in self.worn.items() if owner != uid}


def states(session: Session, kind: Any) -> dict[str, str]:
    return dict(session.execute(select(kind.uid, kind.state)).all())


def played(*, runs: int, steps: int, shrink: bool = True) -> None:
    phases = Phase if shrink else (Phase.generate,)
    run(
        Desk,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


@pytest.mark.timeout(3_600 if LONG else 120)
def test_in_any_order_and_by_anybody_the_database_says_what_the_model_says(empty_file: Path) -> None:
    TEMPLATE[:] = [empty_file]
    played(runs=300 if LONG else 12, steps=50 if LONG else 30)


def test_the_model_sees_a_badge_that_does_not_come_back(empty_file: Path, monkeypatch) -> None:
    TEMPLATE[:] = [empty_file]
    monkeypatch.setattr(badges, "take_back", lambda *_all, **_more: None)
    with pytest.raises(AssertionError):
        played(runs=12, steps=30, shrink=False)
