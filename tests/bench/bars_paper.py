"""P1 to P3: the release slip on paper, against a slip that is written straight onto a reportlab canvas.

Each measurement runs in a fresh process, so that nothing else of the bench has warmed or slowed it. Every slip is
another one: number, people, goods and plates change, as they do at a desk.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench.harness import Bar, Reading, Site, child, of_pairs, timed

ITEMS, FIRST_SLIPS, PREVIEW_DPI = 10, 7, 96
FORM = "release_slip"
SURNAMES, NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "子涵雨桐文涛欣怡浩然思远嘉宁"
FIRMS = (
    "恒泰贸易",
    "中科云帆科技",
    "和盛律师事务所",
    "瑞达会计",
    "远洋物流",
    "博雅教育咨询",
    "新禾设计",
    "金石资产",
)
GOODS = (
    "彩色复印机",
    "办公椅",
    "纸箱(文件)",
    "显示器",
    "服务器机柜",
    "保险柜",
    "投影仪",
    "会议桌",
    "饮水机",
    "样品柜",
    "键盘",
    "屏风",
)
UNITS, WORDS = "台把箱件张", "壹贰叁肆伍陆柒捌玖"


def warm(site: Site) -> Reading:
    """Return our warm slip ÷ the plain one, in turns."""
    rounds = 3 * site.rounds
    pairs = json.loads(child(f"from tests.bench import bars_paper; bars_paper.print_turns({rounds})"))
    reading = of_pairs(pairs)
    accelerated = "with" if find_spec("_rl_accel") else "WITHOUT"
    return Reading(reading.value, f"{reading.told}, both {accelerated} rl_accel")


def first(site: Site) -> Reading:
    """Return the first slip after start-up, from its form to its preview, ÷ the slips after it."""
    count = FIRST_SLIPS if not site.small else 3
    pairs = [
        json.loads(child("from tests.bench import bars_paper; bars_paper.print_first()"))
        for _ in range(count)
    ]
    return of_pairs(pairs)


def size(_site: Site) -> Reading:
    """Return the kilobytes of a slip: three copies of two pages, both faces embedded as subsets."""
    pdf = _renderer()(slip(1))
    assert b"/FontFile2" in pdf
    return Reading(len(pdf) / 1024, f"{len(pdf):,} bytes, ten different items")


BARS = (
    Bar("P1", "a warm release slip", "the same words on a plain canvas", 0.8, warm),
    Bar("P2", "the first slip after start-up, form to preview", "the slips after it", 2.0, first),
    Bar(
        "P3", "a release slip of three copies, faces embedded", "60 KB of 1,024 bytes", 60.0, size, unit=" KB"
    ),
)


def slip(number: int) -> dict[str, Any]:
    """Return the values of a slip of ten items; no two numbers give the same."""
    firm = FIRMS[number % len(FIRMS)]
    return {
        "org": "中盛国际中心 物业服务中心", "number": f"FX-202611{number % 28 + 1:02}-{number:03}",
        "issued_at": f"2026-11-21 10:{number % 60:02}", "valid_until": "2026-11-21 24:00",
        "customer": f"{number % 30 + 1:02}-{number % 9 + 1:02} {firm}有限公司", "applicant": f"{_person(number)}(租户授权签字人)",
        "phone": f"139****{number % 10_000:04}", "kind": "办公大件", "id_checked": "身份证 已核验 尾号 002X",
        "plate": f"粤B·D{10_000 + number}", "consent": f"电话确认(档案号码){_person(number + 3)} 10:39",
        "carrier": f"顺达物流 {_person(number + 7)}", "route": f"{number % 4 + 1} 号货梯",
        "plan": f"2026-11-21 14:00–16:{number % 60:02}", "returns": "不返回", "reno_no": "", "remark": "",
        "items": [_item(number, at) for at in range(ITEMS)],
        "total_line": f"合计 10 项 共 {20 + number % 70} 件", "handler": _person(number + 11), "lead": "",
    }  # fmt: skip


def print_turns(rounds: int) -> None:
    """Draw slips both ways in turns and print the seconds as pairs."""
    from desk_app.documents import pages
    from tests.bench import plain_slip

    render = _renderer()
    plain_slip.register()
    assert pages.page_count(render(slip(1))) == pages.page_count(plain_slip.draw(slip(1))) == 6
    pairs = []
    for number in range(2, rounds + 2):
        values, ways = slip(number), (render, plain_slip.draw)
        times = {way: timed(_call(way, values)) for way in (ways if number % 2 else ways[::-1])}
        pairs.append([times[way] for way in ways])
    print(json.dumps(pairs))


def print_first() -> None:
    """Start up as the program does; print the seconds of the first slip and the median of the next ones."""
    from desk_app.core.paths import Paths
    from desk_app.shell import loader

    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        paths.prepare()
        database, _day = loader.open_database(paths, print)
        loader.warm_up()
        seconds = []
        for number in range(8):
            start = time.perf_counter()
            _to_preview(paths, slip(number))
            seconds.append(time.perf_counter() - start)
        database.close()
    print(json.dumps([seconds[0], sorted(seconds[1:])[3]]))


def _to_preview(paths: Any, values: dict[str, Any]) -> None:
    """Do what 打印 does until the page is on screen: read the form, draw, make the picture of the first page."""
    from desk_app.core.paths import FORMS
    from desk_app.documents import draw, pages, template

    form, broken = template.load_or_shipped(FORM, paths.forms, FORMS)
    assert not broken
    pdf = draw.render(form, values)
    assert pages.page_count(pdf) == 6
    pages.page_image(pdf, 0, PREVIEW_DPI)


def _renderer() -> Callable[[dict[str, Any]], bytes]:
    from desk_app.core.paths import FORMS
    from desk_app.documents import draw, fonts, template

    fonts.register()
    form = template.load(FORMS / FORM / template.FILE)
    return lambda values: draw.render(form, values)


def _call(way: Callable[[dict[str, Any]], bytes], values: dict[str, Any]) -> Callable[[], bytes]:
    return lambda: way(values)


def _person(number: int) -> str:
    at = 2 * (number % 7)
    return SURNAMES[number % len(SURNAMES)] + NAMES[at : at + 2]


def _item(number: int, at: int) -> dict[str, str]:
    many, goods = (number + at) % 9 + 1, GOODS[(number + 5 * at) % len(GOODS)]
    return {
        "name": goods, "spec": f"型号 C{3000 + 7 * number + at} · 黑", "unit": UNITS[at % len(UNITS)],
        "quantity": str(many), "quantity_words": WORDS[many - 1], "serial": f"SN {number:03}R{610 + at}",
        "asset": f"HT-{number * 10 + at:04}" if at % 2 else "", "remark": "公司资产" if at % 3 == 0 else "",
    }  # fmt: skip
