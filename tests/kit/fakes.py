"""A made-up visitors register over lists, a desk without a database, a store without a disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from types import SimpleNamespace

from desk_app.core import clock
from desk_app.core.declare import (
    Action,
    Choice,
    Column,
    ColumnKind,
    Field,
    FieldKind,
    Ref,
    Register,
    Source,
    State,
    Suggestion,
    Tone,
    View,
)
from desk_app.kit.desk import Desk

DAY = date(2026, 11, 21)
NOW = clock.at(DAY, 10, 42)

ROOMS = (
    ("18-06", "中盛金融", "zsjr", "前台分机 8806 · 联系人 周颖", 1806),
    ("15-08", "中晟建融", "zsjr", "联系人 郑锐", 1508),
    ("22-11", "青禾设计", "qhsj", "联系人 何青", 2211),
)
PEOPLE = (
    ("张雨薇", "蓝湾会展 · 上次 11-14 到访 18-06", {"org": "蓝湾会展", "phone": "13900005521"}),
    ("张雨薇", "德勤 · 上次 10-02 到访 26-01", {"org": "德勤", "phone": "13800001234"}),
)
PURPOSES = tuple(
    Choice(key, label)
    for key, label in (
        ("business", "商务洽谈"),
        ("interview", "面试"),
        ("delivery", "送货"),
        ("repair", "施工维修"),
        ("viewing", "看房"),
        ("other", "其他"),
    )
)
CONFIRMED = (Choice("phone", "已电话确认"), Choice("intercom", "已对讲确认"), Choice("none", "无人应答"))


def suggest_room(_session: object, text: str, _values: object) -> list[Suggestion]:
    """Return rooms by number, name or initials."""
    asked = text.strip().lower().replace("-", "")
    return [
        Suggestion(
            f"{room}  {name}", detail, Ref(number, f"{room} {name}"), {"host_name": detail.split()[-1]}
        )
        for room, name, initials, detail, number in ROOMS
        if initials.startswith(asked) or asked in room.replace("-", "") or asked in name
    ]


def suggest_person(_session: object, text: str, _values: object) -> list[Suggestion]:
    """Return known visitors."""
    return [Suggestion(name, detail, None, fills) for name, detail, fills in PEOPLE if name.startswith(text)]


def suggest_badge(_session: object, text: str, _values: object) -> list[Suggestion]:
    """Return free badges."""
    return [Suggestion(badge, "在库") for badge in ("A027", "A028", "B011") if text.upper() in badge]


FIELDS = (
    Field("name", "访客姓名", required=True, suggest=suggest_person),
    Field("party_size", "人数", FieldKind.INTEGER, default=1),
    Field("org", "单位"),
    Field("phone", "电话(与证件二选一)", limit=20),
    Field("host_room", "被访房号 / 单位", FieldKind.ROOM, required=True, suggest=suggest_room),
    Field("host_name", "被访人", required=True),
    Field("purpose", "来访事由", FieldKind.CHOICE, required=True, choices=PURPOSES, default="business"),
    Field("confirmed", "被访人确认", FieldKind.CHOICE, required=True, choices=CONFIRMED),
    Field("id_seen", "证件", FieldKind.CHECK, hint="已核验身份证(不留号码)"),
    Field("badge_no", "访客牌", FieldKind.BADGE, default="A027", suggest=suggest_badge),
    Field("plate", "车牌", placeholder="粤B·12345"),
    Field("expected_out", "预计离开", FieldKind.TIME),
    Field("note", "备注", span=2, phrases=("已告知登记须知", "自带电脑一台")),
    Field(
        "belongings",
        "携带物品",
        FieldKind.TABLE,
        group="携带物品",
        columns=(
            Field("item", "名称", required=True),
            Field("count", "数量", FieldKind.INTEGER, required=True),
            Field("kind", "类别", FieldKind.CHOICE, choices=(Choice("it", "电脑"), Choice("other", "其他"))),
        ),
    ),
    Field("papers", "附件", FieldKind.FILES, group="附件"),
)
STATES = (
    State("expected", "已预约", Tone.WAITING),
    State("waiting", "待确认", Tone.DUE),
    State("inside", "在访", Tone.DONE),
    State("late", "超时", Tone.LATE),
    State("void", "已作废", Tone.VOID),
)
COLUMNS = (
    Column("in_at", "到访", ColumnKind.TIME, 5),
    Column("name", "访客", width=14),
    Column("org", "单位", width=12),
    Column("host", "被访", width=18),
    Column("purpose", "事由", ColumnKind.CHOICE, 8, choices=PURPOSES),
    Column("badge_no", "牌号", width=5),
    Column("state", "状态", ColumnKind.STATE, 9),
    Column("phone", "电话", listed=False),
)
INSIDE = frozenset({"inside", "late"})
ACTIONS = (
    Action("sign_out", "签离", "log-out", "Del", INSIDE, in_row=True),
    Action("correct", "更正", "pencil"),
    Action("void", "作废", "ban", "", frozenset({"inside", "late", "expected", "waiting"})),
)
VIEWS = (
    View("inside", "在访"),
    View("late", "超时"),
    View("expected", "已预约"),
    View("today", "今日"),
    View("all", "全部", counted=False),
)
_SEED = (
    ("09:02", "单雨桐", "远航咨询", "18-06 中盛金融", "business", "A017", "late"),
    ("09:15", "王建国 等3人", "日立电梯", "B1 机房", "repair", "C004", "inside"),
    ("09:31", "欧阳静", "", "22-11 青禾设计", "interview", "A021", "inside"),
    ("09:40", "曾文涛", "顺达物流", "15-08 恒泰贸易", "delivery", "B009", "inside"),
    ("09:52", "李龑", "华信律师事务所", "26-01 云杉资本", "business", "A022", "inside"),
    ("10:05", "Maria Gonzalez", "Siemens AG", "31-02 西联科技", "business", "A023", "inside"),
    ("10:11", "仇海", "净源保洁", "公共区域", "repair", "C006", "inside"),
    ("10:18", "赵敏", "", "09-05 乐学教育", "viewing", "A024", "waiting"),
    ("10:26", "陈思远", "中移铁通", "12F 弱电间", "repair", "C007", "inside"),
    ("10:30", "孙丽", "", "18-06 中盛金融", "interview", "A025", "void"),
    ("10:37", "周正", "市消防支队", "B1 消控室", "other", "A026", "inside"),
    ("10:41", "吴桐", "京东物流", "07-03 星火传媒", "delivery", "B010", "inside"),
    ("11:00", "刘洋", "德勤", "26-01 云杉资本", "business", "", "expected"),
)


class Town:
    """Rows in a list that fake services change."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[str, object]] = {}
        for number, (at, name, org, host, purpose, badge, state) in enumerate(_SEED, 1):
            self.add(number, at, name, org, host, purpose, badge, state)
        self.reads = 0

    def add(self, number: int, at: str, *values: str) -> None:
        hour, minute = at.split(":")
        keys = ("name", "org", "host", "purpose", "badge_no", "state")
        row: dict[str, object] = dict(zip(keys, values, strict=True))
        moment: datetime = clock.at(DAY, int(hour), int(minute))
        self.rows[number] = row | {
            "id": number,
            "uid": f"u{number}",
            "no": f"LF-{number:03}",
            "in_at": moment,
        }

    def ids(self, _session: object, view: str, text: str, limit: int | None = None) -> array[int]:
        wanted = INSIDE | {"waiting", "expected", "void"} if view in ("inside", "today", "all") else {view}
        return array(
            "q",
            [
                n
                for n, row in self.rows.items()
                if row["state"] in wanted and text in f"{row['name']}{row['host']}"
            ][:limit],
        )

    def read(self, _session: object, ids: object) -> list[dict[str, object]]:
        self.reads += 1
        return [dict(self.rows[n]) for n in ids if n in self.rows]  # type: ignore[attr-defined]

    def counts(self, _session: object) -> dict[str, int]:
        return {"inside": 12, "late": 2, "expected": 4, "today": 46}

    def register(self) -> Register:
        source = Source(self.ids, self.read, self.counts, lambda *_: [], lambda *_: {})  # type: ignore[arg-type]
        return Register(
            "visitors", "LF", "Visitors", "访客", FIELDS, COLUMNS, STATES, VIEWS, ACTIONS, source,
            first_step="按 F2 登记第一位访客。",
        )  # fmt: skip


class FakeDesk(Desk):
    """A desk whose sessions are None and whose database is a number."""

    def __init__(self) -> None:
        super().__init__(SimpleNamespace(revision=1), None, None, None)  # type: ignore[arg-type]

    @contextmanager
    def read(self) -> Iterator[None]:  # type: ignore[override]
        yield None

    @contextmanager
    def write(self, client_id: str | None = None) -> Iterator[None]:  # type: ignore[override]
        yield None
        self.db.revision += 1  # type: ignore[misc]
        self.changed.emit()


class FakeStore(dict[str, object]):
    """QSettings without a file."""

    def value(self, key: str, defaultValue: object = None) -> object:
        return self.get(key, defaultValue)

    def setValue(self, key: str, value: object) -> None:
        self[key] = value


MAIN = Action("save", "登记并发牌", "", "Ctrl+S")
PRINT = Action("print", "打印访客单", "printer", "Ctrl+P")
MUSTER = Action("muster", "在场人员", "siren", "F12")
