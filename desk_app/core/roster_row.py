"""The columns of the building's roster, and what one row of it means. No database, no Excel.

People's spreadsheets are taken as they are; what cannot be understood is told with row, column and
reason. What a blank cell means is told in `NOTES`, which stand in the template.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from desk_app.core import money, phones, rooms
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.listing import Heading, Line, Problem
from desk_app.core.text import clean, fold

COLUMNS = (
    Heading("building", "楼栋", ("栋座", "楼座", "楼号", "栋号", "幢号", "楼宇", "栋", "座", "幢", "大厦", "楼宇名称"), width=10),
    Heading("room", "房号", ("房间号", "室号", "房间编号", "房屋编号", "房间", "门牌号", "门牌", "铺位号", "单元号", "单位号", "单元", "房屋"), required=True, width=10),
    Heading("floor", "楼层", ("所在楼层", "层", "层数", "楼"), width=8),
    Heading("kind", "类型", ("房屋类型", "房间类型", "用途", "房屋用途", "性质"), width=8),
    Heading("area", "面积(㎡)", ("建筑面积", "建面", "产权面积", "租赁面积", "计费面积", "使用面积", "面积平方米"), spread=False, width=10),
    Heading("owner", "业主", ("业主姓名", "业主名称", "产权人", "产权单位", "业主单位", "房东", "业主/产权人"), width=20),
    Heading("owner_phone", "业主电话", ("业主联系电话", "业主手机", "业主手机号", "产权人电话", "业主联系方式", "房东电话"), width=20),
    Heading("tenant", "租户", ("租户名称", "承租方", "承租人", "承租单位", "租户单位", "入驻单位", "入驻企业", "使用单位", "公司名称", "单位名称", "企业名称", "公司", "客户名称", "客户", "使用人"), width=30),
    Heading("tenant_short", "租户简称", ("简称", "公司简称", "单位简称"), width=12),
    Heading("tenant_phone", "租户电话", ("公司电话", "单位电话", "租户联系电话", "承租方电话", "办公电话", "固定电话", "座机", "总机", "前台电话"), width=18),
    Heading("contact", "联系人", ("联系人姓名", "租户联系人", "联络人", "负责人", "对接人"), width=14),
    Heading("contact_phone", "联系人电话", ("联系人手机", "联系人联系电话", "联系电话", "手机号码", "手机号", "手机", "联系方式", "电话号码", "电话"), width=18),
    Heading("title", "职务", ("职位", "联系人职务", "岗位"), width=10),
    Heading("signatory", "授权签字人", ("签字人", "授权人", "授权签字", "授权代表"), width=12),
    Heading("since", "起租", ("起租日", "起租日期", "租期起", "租赁开始", "合同开始日期", "开始日期", "入驻日期", "入住日期", "计租日"), width=12),
    Heading("until", "到期", ("到期日", "到期日期", "租期止", "租赁到期", "合同到期日", "合同到期日期", "结束日期", "租约到期"), width=12),
    Heading("arrears", "欠费(元)", ("欠费金额", "欠缴金额", "欠款", "欠费合计", "欠缴"), width=10),
    Heading("note", "备注", ("说明", "备注说明"), width=24),
)  # fmt: skip

EXAMPLE = {
    "building": "示例(此行不导入)", "room": "15-08", "floor": "15", "kind": "办公", "area": "128.50",
    "owner": "张建国", "owner_phone": "13800000001", "tenant": "深圳市中盛金融服务有限公司", "tenant_short": "中盛金融",
    "tenant_phone": "0755-88886666", "contact": "周颖、王强", "contact_phone": "13800000002、13800000003",
    "title": "行政主管、前台", "signatory": "周颖", "since": "2025-03-01", "until": "2028-02-29", "arrears": "0.00",
    "note": "",
}  # fmt: skip

NOTES = (
    "一行一个房间;一个房间有几家租户时写几行,房号相同。",
    "房号必填,15-08、1508、15层08室、15F-08 都认得,按同一间处理。房号列请设为文本,以免 Excel 把 9-05 变成日期。",
    "楼栋:只有一栋楼时可不填;几栋楼时,留空表示与上一行相同。",
    "类型:办公、公共、设备。不填按办公。",
    "业主、租户、联系人有多位时用顿号「、」或换行隔开,电话按同样的顺序写;也可写成「周颖 13800000002」。",
    "授权签字人:写姓名;联系人就是签字人时可写「是」。",
    "日期写成 2026-11-21;金额以元为单位。",
    "再次导入同一份名册不会重复:有变化的才改,改前的内容在修改记录里能查到。",
    "「租户」留空表示已退租(记为昨天退租),「欠费」留空表示没有欠费;其他格留空表示不改。名册里没有的房间不动。",
    "有问题的行不导入,导入后列出行号、列名和原因;改好后整份再导入一次即可。",
)

KINDS = {"office": "办公", "public": "公共", "plant": "设备"}
_KIND_WORDS = (
    ("plant", re.compile("设备|机房|配电|弱电|强电|泵房|管井|plant")),
    ("public", re.compile("公共|公用|公区|大堂|会议|停车|车库|public")),
)
_BETWEEN = re.compile("[、;；，\n]+")
_BETWEEN_PHONES = re.compile("[、;；，,/\n]")
_PHONE_IN_NAME = re.compile(r"[\s::(（]*(?P<phone>\+?\d[\d\s\-–—()]{5,}\d(?:(?:转|-)\d{1,6})?)[\s)）]*$")
_TITLE_IN_NAME = re.compile(r"^(?P<name>[^()（）]+)[(（](?P<title>[^()（）]{1,20})[)）]$")
_YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "有", "1"})
_NONE = frozenset(
    {"-", "--", "—", "——", "/", "\\", "无", "暂无", "空", "空置", "未租", "待租", "空房", "n/a", "none"}
)


@dataclass(frozen=True)
class Person:
    """A contact as the roster names him; the same name with another number is another entry."""

    name: str
    phone: str = ""
    title: str = ""
    signatory: bool = False


@dataclass(frozen=True)
class Entry:
    """One understood row. `area` in 0.01 m² and `arrears` in 分; None and "" mean: the row does not say."""

    line: Line
    building: str
    room: str
    floor: str
    kind: str
    area: int | None
    owners: tuple[Person, ...]
    tenants: tuple[Person, ...]
    tenant_short: str
    people: tuple[Person, ...]
    since: date | None
    until: date | None
    arrears: int | None
    note: str


def title_of(key: str) -> str:
    """Return the heading of a column."""
    return next(heading.title for heading in COLUMNS if heading.key == key)


class RowReader:
    """Understands one line; what is wrong goes to `problems`."""

    def __init__(self, line: Line, building: str, today: date, problems: list[Problem]) -> None:
        self.line, self.today = line, today
        self._building = building
        self._problems = problems
        self._bad = False

    def entries(self) -> list[Entry]:
        """Return an entry for each room of the line; none when something is wrong with it."""
        places = self._places()
        area, arrears = self._area(len(places)), self._arrears()
        since, until = self._day("since"), self._day("until")
        owners, tenants = self._customers("owner"), self._customers("tenant")
        short, note, people = self._short(len(tenants)), self._text("note", 200), self._people()
        if since and until and until < since:
            self._wrong("until", translate("Roster", "到期早于起租,请核对。"))
        elif tenants and until and until < self.today:
            self._tell("until", translate("Roster", "租约已到期,按已退租处理;仍在租请改到期日。"))
        if self._bad:
            return []
        return [
            Entry(
                self.line, building, room, floor, self._kind(), area, owners, tenants, short, people,
                since, until, arrears, note,
            )
            for building, room, floor in places
        ]  # fmt: skip

    def _wrong(self, key: str, reason: str) -> None:
        self._bad = True
        self._problems.append(Problem(self.line.sheet, self.line.number, title_of(key), reason))

    def _tell(self, key: str, reason: str) -> None:
        self._problems.append(
            Problem(self.line.sheet, self.line.number, title_of(key), reason, imported=True)
        )

    def _text(self, key: str, limit: int) -> str:
        cell = self.line.values.get(key, "")
        text = _half_width(str(cell)) if key in ("building", "room", "floor") else str(cell)
        try:
            text = clean(text, limit=limit, multiline=key not in ("note", "building", "floor"), field=key)
        except RuleError as error:
            self._wrong(key, error.text)
            return ""
        if text.startswith("#") and text.rstrip("!?/0").lower() in (
            "#n/a",
            "#ref",
            "#name",
            "#value",
            "#div",
            "#null",
            "#num",
            "#n",
        ):
            self._wrong(key, translate("Roster", "单元格是公式错误 {text},请改正。").format(text=text))
            return ""
        return "" if text.lower() in _NONE else text

    def _places(self) -> list[tuple[str, str, str]]:
        """Return (building, room without its building, floor) of each room in the cell."""
        cell = self.line.values.get("room")
        if isinstance(cell, date):
            text = translate("Roster", "房号被 Excel 变成了日期 {day}。请把这一列设为文本,重新填写。")
            self._wrong("room", text.format(day=cell.isoformat()))
            return []
        written = self._text("room", 400)
        if not written:
            self._wrong("room", translate("Roster", "缺房号,请填写,例如 15-08。"))
            return []
        floor = self._text("floor", 20)
        places = [self._place(name, floor) for name in rooms.split(written)]
        if not places:
            self._wrong(
                "room", translate("Roster", "看不懂房号「{text}」,请写成 15-08。").format(text=written[:40])
            )
        elif any(not building for building, _, _ in places):
            self._wrong("building", translate("Roster", "项目有几栋楼,请填写是哪一栋。"))
        elif any(len(building + name) > 40 for building, name, _ in places):
            self._wrong("room", translate("Roster", "楼栋和房号合起来最多 40 个字,请缩短。"))
        return places

    def _place(self, name: str, floor: str) -> tuple[str, str, str]:
        parsed = rooms.parse(name)
        above = rooms.parse(floor if re.search("[层楼Ff]$", floor) else floor + "层").floor if floor else ""
        if not parsed.floor and above:
            parsed = rooms.parse(f"{above}层{name}") if re.fullmatch(r"\d{1,2}[A-Za-z]?", name) else parsed
        building = _building_name(self._building)
        if parsed.building and building in ("", parsed.building):
            building, parsed = parsed.building, rooms.Room("", parsed.floor, parsed.unit, parsed.place)
        if above and parsed.floor and above != parsed.floor:
            text = translate("Roster", "楼层写的是 {given},房号在 {found} 层,按房号。")
            self._tell("floor", text.format(given=floor, found=parsed.floor))
        return building, str(parsed), parsed.floor or above

    def _kind(self) -> str:
        text = self._text("kind", 40)
        return next((key for key, words in _KIND_WORDS if words.search(text)), "office") if text else ""

    def _area(self, places: int) -> int | None:
        text = re.sub(
            r"(㎡|m2|m²|平方米|平米|平方|平)$", "", _half_width(self._text("area", 40)).strip(), flags=re.I
        )
        if not text:
            return None
        if places > 1:
            self._tell("area", translate("Roster", "一格里有几个房间,面积无法分到各间,没有导入面积。"))
            return None
        number = re.fullmatch(r"(\d{1,6})(?:\.(\d*))?", text.replace(",", "").strip(), re.ASCII)
        if not number:
            self._wrong("area", translate("Roster", "面积应为数字,例如 128.50。"))
            return None
        return round(float(f"{number[1]}.{number[2] or 0}") * 100)

    def _arrears(self) -> int | None:
        text = self._text("arrears", 40)
        try:
            return money.parse(text, limit=10**13) if text else None
        except RuleError as error:
            self._wrong("arrears", error.text)
            return None

    def _day(self, key: str) -> date | None:
        cell = self.line.values.get(key)
        if cell is None or isinstance(cell, date):
            return cell
        text = self._text(key, 40)
        found = read_day(text) if text else None
        if text and found is None:
            self._wrong(key, translate("Roster", "日期应写成 2026-11-21。"))
        return found

    def _customers(self, key: str) -> tuple[Person, ...]:
        found = self._listed(key, f"{key}_phone", "", 80)
        return tuple(dict.fromkeys(found))

    def _people(self) -> tuple[Person, ...]:
        people = self._listed("contact", "contact_phone", "title", 60)
        signing = self._listed("signatory", "", "", 60)
        if len(signing) == 1 and signing[0].name.lower() in _YES:
            return tuple(Person(p.name, p.phone, p.title, True) for p in people)
        names = {fold(person.name) for person in signing}
        people = [Person(p.name, p.phone, p.title, fold(p.name) in names) for p in people]
        known = {fold(person.name) for person in people}
        people += [Person(p.name, p.phone, p.title, True) for p in signing if fold(p.name) not in known]
        return tuple(dict.fromkeys(people))

    def _listed(self, key: str, phone_key: str, title_key: str, limit: int) -> list[Person]:
        """Return the people of a cell with the telephones and titles of the cells beside it."""
        names = [part for part in (p.strip() for p in _BETWEEN.split(self._text(key, 2000))) if part]
        if key in ("contact", "signatory"):
            names = [part for name in names for part in (p.strip() for p in re.split("[,/]", name)) if part]
        dialled = [p.strip() for p in _BETWEEN_PHONES.split(self._text(phone_key, 1000))] if phone_key else []
        titles = [t.strip() for t in _BETWEEN_PHONES.split(self._text(title_key, 400))] if title_key else []
        if dialled and not any(dialled):
            dialled = []
        if dialled and not names:
            if phone_key == "contact_phone" and not self.line.values.get("tenant"):
                return []
            self._tell(phone_key, translate("Roster", "有电话没有姓名,电话没有导入。"))
            return []
        found = []
        for name, phone, title in zip_longest(names, dialled, titles[: max(len(names), 1)], fillvalue=""):
            whose = name or (names[-1] if names else "")
            if whose and (name or phone):
                found.append(self._person(key, phone_key, whose, phone, title, limit))
        return [person for person in found if person.name]

    def _person(self, key: str, phone_key: str, name: str, phone: str, title: str, limit: int) -> Person:
        if inside := _PHONE_IN_NAME.search(name):
            name, phone = name[: inside.start()].strip(), inside["phone"]
        if key in ("contact", "signatory") and (inside := _TITLE_IN_NAME.match(name)):
            name, title = inside["name"].strip(), inside["title"].strip()
        try:
            name, title = clean(name, limit=limit), clean(title, limit=40)
        except RuleError as error:
            self._wrong(key, error.text)
        phone = phones.normalise(phone)[:40] if phone else ""
        if phone and (doubt := phones.check(phone)):
            self._tell(phone_key or key, f"{phone}:{doubt}")
        return Person(name, phone, title)

    def _short(self, tenants: int) -> str:
        short = self._text("tenant_short", 40)
        return short if tenants == 1 else ""


def read_day(text: str) -> date | None:
    """Return the day a text names: 2026-11-21, 2026.11.21, 2026年11月21日, 20261121, an Excel serial; or None."""
    plain = _half_width(text).strip().split(" ")[0]
    found = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", plain) or re.fullmatch(
        r"(\d{4})(\d{2})(\d{2})", plain
    )
    try:
        if found:
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day if 1900 < day.year < 2200 else None
    except ValueError:
        return None
    serial = re.fullmatch(r"[1-9]\d{4}", plain, re.ASCII)
    return date(1899, 12, 30) + timedelta(int(plain)) if serial else None


def _building_name(text: str) -> str:
    """Return a building's name in one spelling: a lone letter is a 座, as the rooms' own names have it."""
    name = "".join(_half_width(text).split())
    return name.upper() + "座" if re.fullmatch("[A-Za-z]", name) else clean(name, limit=200)


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
