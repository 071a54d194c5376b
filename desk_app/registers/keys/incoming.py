"""Keys from a spreadsheet: what its columns are called, what a row means. No Excel, nothing written.

People's lists are taken as they are; what cannot be understood is told with row, column and reason.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.i18n import translate
from desk_app.core.listing import Heading, Line, Problem
from desk_app.registers.keys import rules

COLUMNS = (
    Heading("code", "钥匙编号", ("编号", "钥匙号", "钥匙代码", "柜位号", "柜位", "挂钩号", "钩号", "位号", "钥匙位", "柜排位"), spread=False, width=12),
    Heading("cabinet", "柜", ("柜号", "钥匙柜", "箱号", "钥匙箱"), width=8),
    Heading("row", "排", ("排号", "层号", "行"), width=6),
    Heading("hook", "位", ("挂钩", "钩", "位次", "列"), spread=False, width=6),
    Heading("building", "楼栋", ("栋座", "楼座", "楼号", "栋号", "幢号", "栋", "座"), width=8),
    Heading("place", "房号或设备", ("楼栋/房号/设备", "房号", "房间号", "房间", "房号/设备", "房号设备", "室号", "单元", "地点", "部位", "开启部位", "使用部位", "区域", "设备", "设备房", "位置", "钥匙用途", "用途"), required=True, width=18),
    Heading("name", "门或锁", ("门", "锁", "门名", "锁具", "开启门", "门锁", "钥匙名称", "名称"), width=12),
    Heading("kind", "类别", ("钥匙类别", "类型", "钥匙类型", "分类", "性质"), width=14),
    Heading("pieces", "把数", ("数量", "数量(把)", "钥匙数量", "套数", "把", "数量把", "片数"), spread=False, width=8),
    Heading("ring", "明细", ("钥匙明细", "组成", "包含"), spread=False, width=22),
    Heading("spare", "主/备", ("主备", "主/副", "主副", "主副匙", "正副"), width=8),
    Heading("keeper", "保管人", ("管理人", "责任人", "保管", "保管员", "钥匙管理员"), width=10),
    Heading("tag", "标签码", ("标签", "条码", "标签编码", "二维码", "标签号"), spread=False, width=10),
    Heading("source", "来源", ("钥匙来源", "接收来源", "移交单位"), width=12),
    Heading("stored_at", "存放位置", ("存放处", "存放地点", "存放", "柜体位置"), width=14),
    Heading("consent_by", "同意留存的业主", ("业主同意人", "同意人", "委托人", "业主"), width=14),
    Heading("receipt_no", "收条号", ("收条", "收条编号", "收据号"), spread=False, width=12),
    Heading("remark", "备注", ("说明", "备注说明"), spread=False, width=24),
)  # fmt: skip

EXAMPLE = {
    "code": "示例(此行不导入)", "place": "15-08", "name": "入户门", "kind": "业主留存(整改)", "pieces": "3",
    "ring": "入户门×2、信箱×1", "spare": "主", "keeper": "李敏", "source": "业主交存", "stored_at": "前台钥匙柜 A",
    "consent_by": "张建国", "receipt_no": "ST-0101",
}  # fmt: skip

NOTES = (
    "一行一个挂钩(一串钥匙)。钥匙编号写成 A-03-12(柜-排-位),A3-12、A柜3排12位 也认得;也可分三列写柜、排、位。",
    "类别:业主留存(整改)、业主托管、空置房、公共区域、设备房、消防备用、前台柜/办公、门禁卡。",
    "把数:一串几把;不写按 1 把。明细写成「入户门×2、信箱×1」,可不写。",
    "保管人写在岗人员的姓名;不写的记为导入的人。",
    "标签码可不写,程序自动生成;标签码不能含房号。",
    "合并单元格、标题行、全角数字都认得。有问题的行不导入,导入后列出行号、列名和原因。",
    "再次导入同一份清单不会重复:有变化的才改,空着的格不改,清单里没有的钥匙不动。",
)

_KIND_WORDS = (
    ("owner_retained", re.compile("留存|整改")),
    ("custody", re.compile("托管|寄存|代管|委托")),
    ("vacant", re.compile("空置|空房|未售|未租|待租")),
    ("card", re.compile("门禁|卡")),
    ("fire", re.compile("消防")),
    ("plant", re.compile("设备|机房|配电|强电|弱电|泵|管井")),
    ("common", re.compile("公共|公用|公区|大堂|通道")),
    ("office", re.compile("前台|办公|柜|抽屉|内部")),
)
_SOURCE_WORDS = (
    ("owner", re.compile("业主|租户|住户|客户")),
    ("made", re.compile("配|购|自制")),
    ("developer", re.compile("开发|地产|建设|施工|移交|接收")),
)
SPARE_WORDS = {False: "主", True: "备"}
_SPARE = re.compile("备|副|次")
_COUNT = re.compile(r"(\d{1,3}|[一二两三四五六七八九十])(?:把|个|套|片|张|枚|串)?")
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PART = re.compile(r"(?P<name>.+?)\s*[x×*✕](?P<count>\d{1,2})(?:把|个|张)?")
_BETWEEN = re.compile("[、,;；，+\n]+")
_PART_OF_CELL = re.compile(r"\D*(\d{1,3})\D*")


@dataclass
class Entry:
    """One understood row: `code` is its hook, `told` only what the row says, by the form's keys."""

    line: Line
    code: str
    told: dict[str, object] = field(default_factory=dict)


def title_of(key: str) -> str:
    """Return the heading of a column."""
    return next((heading.title for heading in COLUMNS if heading.key == key), COLUMNS[0].title)


def problem(line: Line, key: str, reason: str, *, imported: bool = False) -> Problem:
    """Return what is wrong in one cell."""
    return Problem(line.sheet, line.number, title_of(key), reason, imported)


def refused(line: Line, error: RuleError) -> list[Problem]:
    """Return a broken rule of the register as problems of the row."""
    errors = error.errors if isinstance(error, FieldErrors) else (error,)
    return [problem(line, one.field or "code", one.text) for one in errors]


def understand(line: Line, problems: list[Problem]) -> Entry | None:
    """Return what a row says; None, with the reasons added to `problems`, for one that cannot be taken."""
    cells = {key: unicodedata.normalize("NFKC", str(value)).strip() for key, value in line.values.items()}
    found: list[Problem] = []
    entry = Entry(line, _code(line, cells, found))
    for key in ("place", "name", "keeper", "tag", "stored_at", "consent_by", "receipt_no", "remark"):
        if cells.get(key):
            entry.told[key] = cells[key]
    if not cells.get("place"):
        found.append(problem(line, "place", translate("Keys", "没有写房号或设备")))
    entry.told |= _words(line, cells, found)
    entry.told |= _counted(line, cells, found)
    problems += found
    return None if any(not one.imported for one in found) else entry


def _code(line: Line, cells: dict[str, str], found: list[Problem]) -> str:
    parts = [cells.get(key, "") for key in ("cabinet", "row", "hook")]
    text = cells.get("code", "")
    if all(parts[:2]) and not parts[2] and _PART_OF_CELL.fullmatch(text):
        parts[2] = text  # 挂钩号 beside 柜 and 排 is the hook alone
    if all(parts) and not re.search(r"\D\d+\D+\d", text):
        letters = re.search("[A-Za-z]{1,2}", parts[0])
        numbers = [_PART_OF_CELL.fullmatch(part) for part in parts[1:]]
        text = "-".join([letters[0] if letters else parts[0], *(n[1] if n else "?" for n in numbers)])
    try:
        return rules.parse_code(text).code
    except RuleError as error:
        told = (
            translate("Keys", "看不懂「{text}」:{reason}").format(text=text, reason=error.text)
            if text
            else error.text
        )
        found.append(problem(line, "code", told))
        return ""


def _words(line: Line, cells: dict[str, str], found: list[Problem]) -> dict[str, object]:
    """Return kind, source and main or spare, as far as the row names them."""
    told: dict[str, object] = {}
    for key, words, sentence in (
        ("kind", _KIND_WORDS, translate("Keys", "看不懂类别「{text}」,请写成模板里的类别")),
        ("source", _SOURCE_WORDS, translate("Keys", "看不懂来源「{text}」,请写开发商移交、业主交存或配制")),
    ):
        text = cells.get(key, "")
        meant = next((value for value, pattern in words if pattern.search(text)), "")
        if meant:
            told[key] = meant
        elif text:
            found.append(problem(line, key, sentence.format(text=text)))
    if cells.get("spare"):
        told["spare"] = "spare" if _SPARE.search(cells["spare"]) else "main"
    return told


def _counted(line: Line, cells: dict[str, str], found: list[Problem]) -> dict[str, object]:
    """Return the number of keys and what they are."""
    told: dict[str, object] = {}
    if text := cells.get("pieces", ""):
        count = _COUNT.fullmatch(text.replace(" ", ""))
        if count:
            told["pieces"] = _CHINESE.get(count[1]) or int(count[1])
        else:
            reason = translate("Keys", "把数「{text}」不是整数").format(text=text)
            found.append(problem(line, "pieces", reason))
    if text := cells.get("ring", ""):
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        ring = [
            {"name": m["name"].strip(), "quantity": int(m["count"])} if (m := _PART.fullmatch(part))
            else {"name": part, "quantity": 1}
            for part in parts
        ]  # fmt: skip
        told["ring"] = ring
        told.setdefault("pieces", sum(int(str(one["quantity"])) for one in ring))
    return told
