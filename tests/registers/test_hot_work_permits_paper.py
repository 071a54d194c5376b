"""The printed hot-work permit: three copies, everything said, nothing private on the wall."""

from __future__ import annotations

import json

import pytest

from desk_app.core import privacy
from desk_app.core.paths import FORMS
from desk_app.documents import draw, pages, template

FOLDER = FORMS / "hot_work_permit"
FORM = template.load(FOLDER / "form.toml")
SAMPLE = json.loads((FOLDER / "sample.json").read_text("utf-8"))
ORDER = (
    "申请人",
    "施工负责人",
    "前台收件",
    "工程主管",
    "安保主管",
    "消防安全责任人",
    "看火人签收",
    "完工",
    "复查人",
    "收证",
)
LONG = {
    "place": "A座 15-08 中盛国际金融服务(深圳)有限公司 十五层东侧茶水间北墙与强电井之间吊顶内的消防管支架处",
    "work": "空调冷冻水管与消防喷淋支管的支架焊接、旧支架切割拆除以及焊缝打磨防锈处理" * 3,
    "methods": "电焊、气焊气割、氩弧焊、喷灯、砂轮切割打磨、热熔、明火熬炼、电钻、其他动火",
    "watch": "阿卜杜拉·买买提江·艾力", "applicant": "深圳市顺达建筑装饰设计工程股份有限公司南山分公司",
    "inspection": "孙德胜 2026-11-23 10:30 现场可燃物已清,下方拉警戒线,接火斗已放好,洞口已封堵",
    "level": "一般动火(升级) · 夜间、公休日",
}  # fmt: skip


def words(values: dict, copy: str = "") -> str:
    drawn = draw.render(FORM, values, copies=[copy] if copy else None)
    return "".join(pages.text(drawn).split())


def test_three_copies_of_one_page_each_say_the_same():
    pdf = draw.render(FORM, SAMPLE)
    assert pages.page_count(pdf) == 3
    for copy in ("现场联", "安保联", "存根"):
        said = words(SAMPLE, copy)
        for text in (
            "DH-20261123-001",
            "2026-11-2311:00至17:30",
            "过期作废·严禁延期·一点一证",
            "王强",
            copy,
        ):
            assert text in said, (copy, text)
        for measure in SAMPLE["measures"]:
            assert "".join(f"{measure['text']}{measure['note']}".split()) in said
        assert said.count("只用电焊,没有气瓶") == 1


def test_another_answer_ticks_another_box():
    changed = [{**measure, "answer": "否"} for measure in SAMPLE["measures"]]
    assert words(SAMPLE | {"measures": changed}, "存根") != words(SAMPLE, "存根")


def test_the_posted_copy_shows_the_end_of_the_number_alone():
    posted, kept = words(SAMPLE, "现场联"), words(SAMPLE, "存根")
    assert SAMPLE["certificate"] not in posted
    assert SAMPLE["certificate"][-4:] in posted
    assert SAMPLE["certificate"] in kept
    assert "139****5521" not in posted
    assert SAMPLE["watch_phone"] not in posted and SAMPLE["watch_phone"][-4:] in posted
    whole = SAMPLE | {"watch_phone": privacy.Clear(SAMPLE["watch_phone"])}  # as permit_values gives it
    assert SAMPLE["watch_phone"] in words(whole, "安保联")


def test_the_signatures_stand_in_the_order_of_the_procedure():
    (signatures,) = (block for block in FORM.tail if getattr(block, "boxes", ()))
    titles = [box.title for box in signatures.boxes]
    assert signatures.order and len(titles) == 10
    for title, wanted in zip(titles, ORDER, strict=True):
        assert wanted in title
    stamps = [box.stamp for block in FORM.tail for box in getattr(block, "boxes", ())]
    assert [n for n, stamp in enumerate(stamps, 1) if stamp] == [6]


@pytest.mark.parametrize("key", sorted(LONG))
def test_a_long_value_is_neither_cut_nor_pushes_a_page(key):
    values = SAMPLE | {key: LONG[key]}
    assert pages.page_count(draw.render(FORM, values)) == 3
    said = words(values, "安保联")
    assert "".join(LONG[key].split()) in said or key == "level"


def test_long_values_together_are_neither_cut_nor_lost():
    said = words(SAMPLE | LONG, "安保联")
    for key in ("place", "watch", "applicant", "inspection"):
        assert "".join(LONG[key].split()) in said, key
