"""Rules of the key register: kinds, states, steps, hook codes, tags. Pure functions (domain.md F07)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.core.declare import Choice
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import Role
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec
from desk_app.core.text import clean, fold

PREFIX = "YS"
"""The movements' prefix; a key itself is called by its hook."""

SUPERVISORS = frozenset({Role.KZ, Role.JL})

STATE_LABELS = {
    "in_cabinet": QT_TRANSLATE_NOOP("Keys", "在库"),
    "out": QT_TRANSLATE_NOOP("Keys", "借出"),
    "with_contractor": QT_TRANSLATE_NOOP("Keys", "施工领取"),
    "lost": QT_TRANSLATE_NOOP("Keys", "遗失"),
    "relocked": QT_TRANSLATE_NOOP("Keys", "待补配"),
    "damaged": QT_TRANSLATE_NOOP("Keys", "损坏"),
    "handed_over": QT_TRANSLATE_NOOP("Keys", "已发放业主"),
    "retired": QT_TRANSLATE_NOOP("Keys", "注销"),
}
STATES = tuple(STATE_LABELS)
ENDED = ("handed_over", "retired")
LIVE = tuple(state for state in STATES if state not in ENDED)
AWAY = ("out", "with_contractor")
"""Somebody has it, or part of it."""


MACHINE = Machine(
    "Keys",
    STATE_LABELS,
    frozenset({"in_cabinet"}),
    (
        step("lend", QT_TRANSLATE_NOOP("Keys", "借出"), {"in_cabinet"}, "out"),
        step("collect", QT_TRANSLATE_NOOP("Keys", "施工领取"), {"in_cabinet"}, "with_contractor"),
        step("hand_over", QT_TRANSLATE_NOOP("Keys", "发放业主"), {"in_cabinet"}, "handed_over"),
        step("undo_hand_over", QT_TRANSLATE_NOOP("Keys", "作废发放"), {"handed_over"}, "in_cabinet"),
        step("retain", QT_TRANSLATE_NOOP("Keys", "留存登记"), {"in_cabinet"}, "in_cabinet"),
        step("give_part", QT_TRANSLATE_NOOP("Keys", "部分归还"), {"out"}, "out"),
        step("give_part", QT_TRANSLATE_NOOP("Keys", "部分归还"), {"with_contractor"}, "with_contractor"),
        step("give_back", QT_TRANSLATE_NOOP("Keys", "归还"), AWAY, "in_cabinet"),
        step("lose", QT_TRANSLATE_NOOP("Keys", "报失"), {"in_cabinet", *AWAY}, "lost"),
        step("found", QT_TRANSLATE_NOOP("Keys", "找回"), {"lost"}, "in_cabinet"),
        step("damage", QT_TRANSLATE_NOOP("Keys", "报损"), {"in_cabinet"}, "damaged"),
        step("repair", QT_TRANSLATE_NOOP("Keys", "修复"), {"damaged"}, "in_cabinet"),
        step("relock", QT_TRANSLATE_NOOP("Keys", "登记换锁"), {"in_cabinet", "lost", "damaged"}, "relocked"),
        step("replace", QT_TRANSLATE_NOOP("Keys", "补配"), {"lost", "damaged", "relocked"}, "in_cabinet"),
        step("retire", QT_TRANSLATE_NOOP("Keys", "注销"), {"in_cabinet", "lost", "damaged", "relocked"}, "retired"),
    ),
)  # fmt: skip
"""A key's whole life: 遗失 → 换锁 → 补配 → 在库; 发放业主 (unless its slip is void) and 注销 end it (domain.md F07)."""

HAND_OUTS = ("lend", "collect", "hand_over")
"""The steps that `service.hand_out` takes."""

KINDS = (
    Choice("owner_retained", QT_TRANSLATE_NOOP("Keys", "业主留存(整改)")),
    Choice("custody", QT_TRANSLATE_NOOP("Keys", "业主托管")),
    Choice("vacant", QT_TRANSLATE_NOOP("Keys", "空置房")),
    Choice("common", QT_TRANSLATE_NOOP("Keys", "公共区域")),
    Choice("plant", QT_TRANSLATE_NOOP("Keys", "设备房")),
    Choice("fire", QT_TRANSLATE_NOOP("Keys", "消防备用")),
    Choice("office", QT_TRANSLATE_NOOP("Keys", "前台柜/办公")),
    Choice("card", QT_TRANSLATE_NOOP("Keys", "门禁卡")),
)
KIND_KEYS = frozenset(kind.key for kind in KINDS)
OWNERS_KINDS = frozenset({"owner_retained", "custody"})
"""The owner's own keys: they need his consent and a receipt (S0㈦(3)1, [U27])."""

MUST_RELOCK = KIND_KEYS - {"office", "card"}
"""A lost key of these doors means another lock before another key ([U13]); a card is only blocked."""

SOURCES = (
    Choice("developer", QT_TRANSLATE_NOOP("Keys", "开发商移交")),
    Choice("owner", QT_TRANSLATE_NOOP("Keys", "业主交存")),
    Choice("made", QT_TRANSLATE_NOOP("Keys", "配制")),
)
SOURCE_KEYS = frozenset(source.key for source in SOURCES)

PAYERS = (
    Choice("borrower", QT_TRANSLATE_NOOP("Keys", "遗失人")),
    Choice("company", QT_TRANSLATE_NOOP("Keys", "物业公司")),
    Choice("owner", QT_TRANSLATE_NOOP("Keys", "业主")),
    Choice("other", QT_TRANSLATE_NOOP("Keys", "其他")),
)
PAYER_KEYS = frozenset(payer.key for payer in PAYERS)

MOST_PIECES = 99

RELOCK_HOURS = Spec(
    "keys.relock_hours", QT_TRANSLATE_NOOP("Settings", "钥匙遗失后换锁时限"), Kind.NUMBER, 24,
    "domain.md F07 [U13], [K]", unit=QT_TRANSLATE_NOOP("Settings", "小时"), least=1, most=240,
)  # fmt: skip
EXPIRING_DAYS = Spec(
    "keys.instruction_days", QT_TRANSLATE_NOOP("Settings", "钥匙使用须知到期提前提示"), Kind.NUMBER, 3,
    "[K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=30,
)  # fmt: skip
CABINET_ROWS = Spec(
    "keys.cabinet_rows",
    QT_TRANSLATE_NOOP("Settings", "钥匙柜至少画几排"),
    Kind.NUMBER,
    5,
    "[K]",
    least=1,
    most=30,
)
CABINET_HOOKS = Spec(
    "keys.cabinet_hooks",
    QT_TRANSLATE_NOOP("Settings", "钥匙柜每排至少画几位"),
    Kind.NUMBER,
    8,
    "[K]",
    least=1,
    most=40,
)
PRIVATE_DAYS = days_spec("keys", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("keys", 2, "domain.md §1.7 [U10]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "业主同意留存、托管和领回钥匙的凭据")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    RELOCK_HOURS, EXPIRING_DAYS, CABINET_ROWS, CABINET_HOOKS, PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip

TAG_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a new tag is made of: nothing that is mistaken for something else when read aloud or by hand."""

_CODE = re.compile(r"([A-Z]{1,2})(?:柜)?[-_./ ]*(\d{1,2})(?:[-_./ ]+|排)(\d{1,3})(?:位|号)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, order=True)
class Hook:
    """A place in the cabinet: cabinet A, row 3, hook 12."""

    cabinet: str
    row: int
    hook: int

    @property
    def code(self) -> str:
        """The place as it is written, e.g. A-03-12."""
        return f"{self.cabinet}-{self.row:02d}-{self.hook:02d}"


def parse_code(text: str) -> Hook:
    """Return the hook in any usual spelling (a-3-12, A-03-12, A柜3排12位); RuleError under "code"."""
    plain = unicodedata.normalize("NFKC", clean(text, limit=40, field="code")).upper().translate(_DASHES)
    found = _CODE.fullmatch(plain)
    if not found or not int(found[2]) or not int(found[3]):
        sentence = translate("Keys", "钥匙编号由柜、排、位组成,例如 A-03-12,请核对。")
        raise RuleError(sentence, "code")
    return Hook(found[1], int(found[2]), int(found[3]))


SCANNED = r"(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]{4,6}"
"""What a scanner takes for a tag: four to six letters and digits mixed; other tags are typed."""


def parse_tag(text: str) -> str:
    """Return a tag code as it is kept: half-width capitals; RuleError under "tag" when it cannot be one."""
    tag = unicodedata.normalize("NFKC", clean(text, limit=40, field="tag")).upper()
    if not re.fullmatch(r"[0-9A-Z]{4,12}", tag, re.ASCII):
        raise RuleError(translate("Keys", "标签码是 4 到 12 位字母或数字,请核对。"), "tag")
    return tag


def new_tag(numbers: bytes) -> str:
    """Return a tag of one letter for each random byte: it says nothing about the room, but may be a plain number."""
    return "".join(TAG_LETTERS[number % len(TAG_LETTERS)] for number in numbers)


def tells(tag: str, *names: str) -> bool:
    """Say whether a tag gives its room away: it holds the room's number or the hook's (domain.md F07 [K])."""
    shown = fold(tag)
    return any(len(part) >= 3 and part in shown for name in names for part in re.findall(r"\d+", fold(name)))


def seen(state: str, due_at: datetime | None, now: datetime) -> str:
    """Return the state as it looks `now`: a key that is out past its time is "overdue"."""
    return "overdue" if state in AWAY and due_at is not None and now >= due_at else state


def require(values: Mapping[str, object]) -> list[RuleError]:
    """Return what is missing in the form, one sentence a field (domain.md F07)."""
    asked = (
        ("code", translate("Keys", "请填写钥匙编号(柜-排-位),例如 A-03-12。")),
        ("kind", translate("Keys", "请选择钥匙类别。")),
        ("place", translate("Keys", "请填写房号或设备,可输入首字母。")),
        ("source", translate("Keys", "请选择钥匙来源。")),
        ("keeper", translate("Keys", "请选择保管人。")),
    )
    found = [RuleError(sentence, key) for key, sentence in asked if not values.get(key)]
    pieces = values.get("pieces")
    if not isinstance(pieces, int) or not 1 <= pieces <= MOST_PIECES:
        found.append(RuleError(translate("Keys", "把数应为 1 到 99。"), "pieces"))
    return found


def quantity(line: Mapping[str, object]) -> int:
    """Return how many of one key are on the ring; RuleError under "ring" for anything but a small count."""
    count = line.get("quantity") or 1
    if not isinstance(count, int) or not 1 <= count <= MOST_PIECES:
        raise RuleError(translate("Keys", "明细的数量应为 1 以上的整数。"), "ring")
    return count


def doubt_consent(kind: str, consent: str) -> None:
    """Raise a Doubt for an owner's key with neither his consent on file nor a reason why (S0㈦(3)1)."""
    if kind in OWNERS_KINDS and not consent:
        sentence = translate("Keys", "留存或托管业主的钥匙须经业主同意,还没有写是谁同意的。")
        raise Doubt(sentence, "consent_by")


def wrong_pieces(asked: int, there: int) -> RuleError | None:
    """Return what is wrong with a number of keys of a ring that has `there` of them."""
    if 1 <= asked <= there:
        return None
    return RuleError(translate("Keys", "把数应为 1 到 {count}。").format(count=there), "pieces")
