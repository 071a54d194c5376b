"""Settings: each a declared `Spec` with its default and the clause it comes from (⚙ in domain.md).

A room declares its own specs in `rules.py` and lists them in its register; values that were changed
are rows here, everything else is the default. Changing one is a verb and enters the history.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar, cast

from sqlalchemy import event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import store
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.log import LOG
from desk_app.core.people import Role, verb
from desk_app.core.records import Audited, Base
from desk_app.core.text import clean

T = TypeVar("T", int, str, bool)

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


class Kind(Enum):
    """How a setting is typed in the dialog."""

    NUMBER = "number"
    TEXT = "text"
    YES_NO = "yes_no"
    TIME_OF_DAY = "time_of_day"  # text HH:MM
    CHOICE = "choice"


@dataclass(frozen=True)
class Spec(Generic[T]):
    """One setting. `clause` names where the default comes from; `least`/`most` bound a number."""

    key: str
    label: str
    kind: Kind
    default: T
    clause: str
    unit: str = ""
    least: int = 0
    most: int = 100_000
    choices: tuple[tuple[str, str], ...] = ()


class Setting(Audited, Base):
    """One changed setting; the value is JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


PROJECT = Spec(
    "project.name", QT_TRANSLATE_NOOP("Settings", "项目名称"), Kind.TEXT, "", "procedures.md §4-15"
)
DESK = Spec("project.desk", QT_TRANSLATE_NOOP("Settings", "前台位置"), Kind.TEXT, "", "design")
COMPANY = Spec(
    "project.company",
    QT_TRANSLATE_NOOP("Settings", "服务中心名称(印在单据上)"),
    Kind.TEXT,
    "",
    "procedures.md §4-15",
)
DAY_SHIFT = Spec(
    "shift.day",
    QT_TRANSLATE_NOOP("Settings", "白班开始"),
    Kind.TIME_OF_DAY,
    "08:30",
    QT_TRANSLATE_NOOP("Settings", "S2 值班二; S3-1"),
)
NIGHT_SHIFT = Spec(
    "shift.night",
    QT_TRANSLATE_NOOP("Settings", "夜班开始"),
    Kind.TIME_OF_DAY,
    "17:30",
    QT_TRANSLATE_NOOP("Settings", "S2 值班二"),
)
NIGHT_SHIFT_SUMMER = Spec(
    "shift.night_summer",
    QT_TRANSLATE_NOOP("Settings", "夜班开始(夏令)"),
    Kind.TIME_OF_DAY,
    "18:00",
    QT_TRANSLATE_NOOP("Settings", "S2 值班二"),
)
SUMMER = Spec(
    "shift.summer",
    QT_TRANSLATE_NOOP("Settings", "夏令作息起止(月-日至月-日)"),
    Kind.TEXT,
    "06-01~09-30",
    QT_TRANSLATE_NOOP("Settings", "S2 值班二[K]"),
)
SCAN_PREFIX = Spec(
    "scan.prefix", QT_TRANSLATE_NOOP("Settings", "扫码枪前缀"), Kind.TEXT, "", "domain.md §5.2"
)
SCAN_SUFFIX = Spec(
    "scan.suffix", QT_TRANSLATE_NOOP("Settings", "扫码枪后缀"), Kind.TEXT, "", "domain.md §5.2"
)
EXPORT_LIMIT = Spec(
    "export.rows",
    QT_TRANSLATE_NOOP("Settings", "单次导出行数上限"),
    Kind.NUMBER,
    500,
    "domain.md §4.4",
    least=1,
)
EXPORT_ALONE = Spec(
    "export.alone",
    QT_TRANSLATE_NOOP("Settings", "一人可导出的行数(更多须另一人当面同意)"),
    Kind.NUMBER,
    200,
    "safety.md D13",
)

SEPARATE_DUTIES = Spec(
    "approvals.separate",
    QT_TRANSLATE_NOOP("Settings", "审批人不能是经办人"),
    Kind.YES_NO,
    True,
    "domain.md §1.1",
)
SEPARATE_SLIPS = Spec(
    "release_slips.separate",
    QT_TRANSLATE_NOOP("Settings", "放行条经办人与负责人不得为同一人"),
    Kind.YES_NO,
    True,
    "domain.md §1.1",
)
SEPARATE_GATE = Spec(
    "release_slips.separate_gate",
    QT_TRANSLATE_NOOP("Settings", "放行条开具人不能作门岗核验"),
    Kind.YES_NO,
    True,
    "domain.md §1.1",
)
SEPARATE_MONEY = Spec(
    "money.separate",
    QT_TRANSLATE_NOOP("Settings", "收款人不能审批退款、不能复核已收款单据的作废"),
    Kind.YES_NO,
    True,
    "domain.md §1.1",
)
SEPARATE_COUNTS = Spec(
    "key_counts.separate",
    QT_TRANSLATE_NOOP("Settings", "盘点人、监盘人不能是钥匙保管人"),
    Kind.YES_NO,
    True,
    "domain.md §1.1, F07 PD",
)
CONFIRMS = Spec(
    "approvals.confirm",
    QT_TRANSLATE_NOOP("Settings", "被选为审批人、负责人时须本人确认"),
    Kind.CHOICE,
    "pin",
    "safety.md D8",
    choices=(
        ("pin", QT_TRANSLATE_NOOP("Settings", "设了 PIN 的人")),
        ("all", QT_TRANSLATE_NOOP("Settings", "有账号的人")),
        ("nobody", QT_TRANSLATE_NOOP("Settings", "不须确认")),
    ),
)
LONE_DUTY = Spec(
    "duties.lone",
    QT_TRANSLATE_NOOP("Settings", "夜班一人值守可由经办人兼任负责人"),
    Kind.CHOICE,
    "only",
    "domain.md §1.1 [K]",
    choices=(
        ("only", QT_TRANSLATE_NOOP("Settings", "夜班,且本班只有其一人登录")),
        ("night", QT_TRANSLATE_NOOP("Settings", "夜班")),
        ("never", QT_TRANSLATE_NOOP("Settings", "不允许")),
    ),
)

GENERAL: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    PROJECT, COMPANY, DESK, DAY_SHIFT, NIGHT_SHIFT, NIGHT_SHIFT_SUMMER, SUMMER,
    SCAN_PREFIX, SCAN_SUFFIX, EXPORT_LIMIT, EXPORT_ALONE, SEPARATE_DUTIES, SEPARATE_MONEY, LONE_DUTY, CONFIRMS,
)  # fmt: skip


class Settings:
    """All values at one moment; read once in a session, which sees one moment, and never kept beyond it."""

    def __init__(self, changed: Mapping[str, object]) -> None:
        self._changed = dict(changed)

    def get(self, spec: Spec[T]) -> T:
        """Return the value of `spec`, its default when it was never changed."""
        return cast(T, self._changed.get(spec.key, spec.default))


def load(session: Session) -> Settings:
    """Return the settings as this session sees them."""
    known: Settings | None = session.info.get("settings")
    if known is None:
        rows = store.run(session, "SELECT key, value FROM setting")
        known = session.info["settings"] = Settings(_readable(rows))
    return known


def _readable(rows: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return the values by key; a row that cannot be read counts as never changed."""
    found = {}
    for key, value in rows:
        try:
            found[key] = json.loads(value)
        except ValueError:
            LOG.warning("the setting %s cannot be read: its default is used", key)
    return found


@event.listens_for(Session, "after_soft_rollback")
def _forget(session: Session, _previous: object) -> None:
    session.info.pop("settings", None)


def get(session: Session, spec: Spec[T]) -> T:
    """Return one setting's value."""
    return load(session).get(spec)


@verb("settings.change", Role.JL, Role.KZ, Role.XG)
def change(session: Session, spec: Spec[T], value: T) -> None:
    """Change one setting; RuleError when the value does not fit the spec."""
    value = check(spec, value)
    row = session.scalars(select(Setting).where(Setting.key == spec.key)).one_or_none()
    text = json.dumps(value, ensure_ascii=False)
    if row is None:
        session.add(Setting(key=spec.key, value=text))
    else:
        row.value = text
    session.flush()
    _forget(session, None)


def check(spec: Spec[T], value: T) -> T:
    """Return `value` cleaned; RuleError naming the setting when it does not fit."""
    label = translate("Settings", spec.label)
    whole = isinstance(value, int) and not isinstance(value, bool)
    if spec.kind is Kind.NUMBER and not (whole and spec.least <= int(value) <= spec.most):
        text = translate("Settings", "{label}应在 {least} 到 {most} 之间。")
        raise RuleError(text.format(label=label, least=spec.least, most=spec.most), spec.key)
    if spec.kind is Kind.CHOICE and value not in {key for key, _ in spec.choices}:
        raise RuleError(translate("Settings", "{label}没有这个选项。").format(label=label), spec.key)
    if not isinstance(value, str):
        return value
    if spec.kind is Kind.TIME_OF_DAY:
        return _time_of_day(value, label, spec.key)
    return clean(value, limit=200, field=spec.key)


def _time_of_day(text: str, label: str, key: str) -> str:
    """Return the time with two digits each: times of day are compared as text."""
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        sentence = translate("Settings", "{label}应写成 08:30 这样的时间。")
        raise RuleError(sentence.format(label=label), key)
    return f"{int(found[1]):02d}:{found[2]}"
