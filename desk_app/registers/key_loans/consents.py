"""Whose consent a movement needs, and what is still missing of it. Pure functions (S0㈦(3)3; domain.md F07)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.core import clock, phones
from desk_app.core.approvals import Stage
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import Role
from desk_app.registers.key_loans import terms

GC = Stage("gc", QT_TRANSLATE_NOOP("KeyLoans", "工程主管同意"), (Role.GC,), "domain.md F07")
AB = Stage("ab", QT_TRANSLATE_NOOP("KeyLoans", "安保主管随同"), (Role.AB,), "domain.md F07")
KZ = Stage("kz", QT_TRANSLATE_NOOP("KeyLoans", "客服主管同意"), (Role.KZ, Role.JL), "S0㈦(3)3")
CHAIN = (GC, AB, KZ)
OWNER = "owner"
"""The owner agrees by telephone; he is no member of staff, so he is no stage."""


@dataclass(frozen=True)
class KeyFact:
    """What the cabinet and the roster say of one key: `owners` names, `owner_phones` (whose, number).

    `receipt_no` is the owner's receipt for it while that is not redeemed.
    """

    uid: str
    code: str
    kind: str = "common"
    pieces: int = 1
    state: str = "in_cabinet"
    holder: str = ""
    due_at: datetime | None = None
    owners: tuple[str, ...] = ()
    owner_phones: tuple[tuple[str, str], ...] = ()
    receipt_no: str = ""
    out_pieces: int = 0


@dataclass(frozen=True)
class Asked:
    """One key of the form: the key (None: no such key), the words typed, how many pieces.

    `row` is its line of the table; None the form's first key, which has inputs of its own.
    """

    key: KeyFact | None
    text: str
    pieces: int
    row: int | None = None

    def field(self, part: str) -> str:
        """Return where an error about its "code" or its "pieces" belongs."""
        if self.row is None:
            return "key" if part == "code" else "pieces"
        return f"keys.{self.row}.{part}"


@dataclass(frozen=True)
class Given:
    """One member of staff named for a consent: who, his roles, how, whether he handles the loan himself."""

    name: str = ""
    roles: frozenset[Role] = frozenset()
    how: str = ""
    is_handler: bool = False


@dataclass(frozen=True)
class Held:
    """What the borrower has out now: the hook, and when it is due."""

    code: str
    due_at: datetime | None


@dataclass(frozen=True)
class Case:
    """Everything the rules ask about one movement; `consents` by stage key; `receipt_keys` are on the receipt named."""

    kind: str = "loan"
    standing: str = ""
    borrower: str = ""
    phone: str = ""
    org: str = ""
    id_kind: str = ""
    asked: tuple[Asked, ...] = ()
    purpose: str = ""
    purpose_note: str = ""
    due_at: datetime | None = None
    receipt_no: str = ""
    receipt_keys: frozenset[str] = frozenset()
    inspection: str = ""
    authority: str = ""
    agrees: bool = False
    owner_by: str = ""
    owner_phone: str = ""
    consents: Mapping[str, Given] | None = None
    held: tuple[Held, ...] = ()
    overdue: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[KeyFact, ...]:
        """The keys that were found."""
        return tuple(line.key for line in self.asked if line.key is not None)


def owns(case: Case, key: KeyFact) -> bool:
    """Say whether the borrower is the owner of this very room: by the roster, not by what he says (F07)."""
    return case.standing == "owner" and bool(case.borrower) and case.borrower in key.owners


def overnight(due_at: datetime | None, now: datetime) -> bool:
    """Say whether a key stays out past tonight; 24:00 still belongs to today."""
    if due_at is None:
        return False
    last = clock.local(due_at - timedelta(milliseconds=1)).date()
    return last > clock.local(now).date()


def needs_of(case: Case, key: KeyFact) -> frozenset[str]:
    """Return whose consent one key needs for this borrower (S0㈦(3)3; domain.md F07 审批)."""
    if case.kind != "loan" or owns(case, key):
        return frozenset()
    if key.kind == "plant":
        return frozenset({"gc"})
    if key.kind == "fire":
        return frozenset({"ab"})
    if key.kind == "custody":
        return frozenset({OWNER, "kz"})
    return frozenset() if case.standing == "sales" else frozenset({"kz"})


def needs(case: Case, now: datetime, *, overnight_kz: bool = True) -> tuple[str, ...]:
    """Return everybody who must agree, in order: the owner, then the stages of CHAIN."""
    wanted = {need for key in case.keys for need in needs_of(case, key)}
    if overnight_kz and case.kind in terms.COMES_BACK and overnight(case.due_at, now):
        wanted.add("kz")
    return tuple(need for need in (OWNER, *(stage.key for stage in CHAIN)) if need in wanted)


def why_kz(case: Case, now: datetime) -> str:
    """Return the sentence that says why a supervisor must agree, and what to do."""
    codes = [key.code for key in case.keys if "kz" in needs_of(case, key)]
    if not codes:
        return translate("KeyLoans", "应还时间在今天以后(过夜),须客服主管同意:请填写同意的主管。")
    if case.standing == "owner":
        text = translate("KeyLoans", "业主名册里 {codes} 的业主不是「{name}」,按其他人办理:须客服主管同意,请填写同意的主管。")  # fmt: skip
        return text.format(codes=listed(codes), name=case.borrower)
    who = translate("KeyLoans", label_of(terms.STANDINGS, case.standing))
    text = translate("KeyLoans", "{who}借用 {codes} 须客服主管同意,请填写同意的主管。")
    return text.format(who=who, codes=listed(codes))


def missing_consent(case: Case, stage: Stage, now: datetime) -> RuleError | None:
    """Return what is missing of one stage's consent, under its field."""
    given = (case.consents or {}).get(stage.key, Given())
    if not given.name:
        return RuleError(_asks(case, stage, now), stage.key)
    if not given.roles.intersection(stage.roles):
        text = translate("KeyLoans", "{name} 不能作这项同意:须{stage}。请改选。")
        label = translate("KeyLoans", stage.label)
        return RuleError(text.format(name=given.name, stage=label), stage.key)
    if given.is_handler:
        text = translate("KeyLoans", "{name} 是本单经办人,不能自己审批,请由另一人同意。")
        return RuleError(text.format(name=given.name), stage.key)
    if not given.how and stage is not AB:
        return RuleError(translate("KeyLoans", "请选择同意方式:当面或电话。"), f"{stage.key}_how")
    return None


def _asks(case: Case, stage: Stage, now: datetime) -> str:
    if stage is KZ:
        return why_kz(case, now)
    codes = listed(key.code for key in case.keys if stage.key in needs_of(case, key))
    if stage is GC:
        text = translate("KeyLoans", "{codes} 是设备房钥匙,须工程主管同意才能借出,请填写同意的工程主管。")
    else:
        text = translate("KeyLoans", "{codes} 是消防备用钥匙,须安保主管随同,请填写随同的安保主管。")
    return text.format(codes=codes)


def wrong_owner_consent(case: Case) -> list[RuleError]:
    """Return what is missing of the owner's consent to lend his custody key: only by the telephone on file."""
    keys = [key for key in case.keys if OWNER in needs_of(case, key)]
    codes = listed(key.code for key in keys)
    if any(not key.owner_phones for key in keys):
        text = translate("KeyLoans", "{codes} 是业主托管钥匙,档案里没有业主的电话:请业主本人到场办理。")
        return [RuleError(text.format(codes=codes), "owner_phone")]
    if not all(any(phones.same(case.owner_phone, n) for _w, n in key.owner_phones) for key in keys):
        text = translate("KeyLoans", "{codes} 是业主托管钥匙,须拨档案登记的号码征得业主同意,请从列表中选择所拨号码。")  # fmt: skip
        return [RuleError(text.format(codes=codes), "owner_phone")]
    if not case.owner_by:
        return [RuleError(translate("KeyLoans", "请填写电话里同意的业主是谁。"), "owner_by")]
    return []


def missing_consents(case: Case, now: datetime, *, overnight_kz: bool = True) -> list[RuleError]:
    """Return exactly whose consent is still missing, one sentence under each field."""
    wanted = needs(case, now, overnight_kz=overnight_kz)
    found = wrong_owner_consent(case) if OWNER in wanted else []
    stages = (missing_consent(case, s, now) for s in CHAIN if s.key in wanted)
    return found + [error for error in stages if error is not None]
