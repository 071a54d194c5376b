"""Who comes and goes in the demo building: invented names, companies, purposes, things. Data only."""

from __future__ import annotations

import random
from dataclasses import dataclass

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇查盖区翟覃缪"
)
DOUBLE_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "令狐", "尉迟", "单于")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红云鹏飞鑫波斌宇浩凯健俊帆雪婷梅琳晨旭阳倩颖欣怡雨桐"
    "子轩梓涵诗琪思远文博嘉豪佳慧晓东海燕建国志强春梅国栋永福"
)
RARE = (
    "阿卜杜热合曼·买买提", "Maria Gonzalez", "古丽娜尔·艾力", "John O'Brien", "山田 太郎", "Nguyễn Thị Hoa", "单雨桐",
    "曾国强", "解小鹏", "仇丽华", "查志远", "盖文博", "尉迟晓燕", "欧阳子涵", "李𠮷", "陈喆", "Anne-Sophie Dubois",
    "䶮文涛",
)  # fmt: skip
CITIES = ("深圳市", "广州市", "北京", "上海", "东莞市", "")
STEMS = (
    "中盛", "恒泰", "蓝湾", "云汇", "鼎信", "华联", "金石", "博远", "星辰", "海诺", "瑞丰", "同创", "智凯", "万通", "天宇", "嘉禾",
    "正德", "盈科", "启明", "远航", "德勤信", "优联", "众合", "佳创", "新域", "亿达", "凯撒", "宏图", "泰和", "北斗", "长风", "明志",
    "安捷", "三目", "百川", "一诺", "朗润", "广聚", "东方瑞", "南方盛",
)  # fmt: skip
TRADES = (
    ("金融服务", "金融"), ("网络科技", "科技"), ("贸易", "贸易"), ("律师事务所", "律所"), ("会计师事务所", "会计"),
    ("医疗器械", "医疗"), ("建筑设计", "设计"), ("教育咨询", "教育"), ("广告传媒", "传媒"), ("物流", "物流"), ("软件", "软件"),
    ("投资管理", "投资"), ("人力资源", "人力"), ("电子商务", "电商"), ("保险经纪", "保险"),
)  # fmt: skip
VISITOR_ORGS = (
    "招商银行", "平安保险", "顺丰速运", "中国电信", "华为技术", "德勤咨询", "国信证券", "腾讯云", "建设银行", "京东物流", "市税务局",
    "区消防大队", "智联招聘", "联想售后", "大成律师所", "中国移动", "毕马威", "", "", "", "",
)  # fmt: skip
TITLES = ("行政主管", "前台", "行政经理", "人事专员", "总经理助理", "财务", "业务经理")
PLATES = "粤"


@dataclass(frozen=True)
class Guest:
    """Somebody who comes, perhaps again and again."""

    name: str
    org: str
    phone: str
    plate: str


def person(rng: random.Random) -> str:
    """Return a name: mostly two or three characters, now and then a double surname or a foreigner."""
    dice = rng.random()
    if dice < 0.03:
        return rng.choice(RARE)
    surname = rng.choice(DOUBLE_SURNAMES) if dice < 0.045 else rng.choice(SURNAMES)
    return surname + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2, 2))))


def mobile(rng: random.Random) -> str:
    """Return a mobile number."""
    return (
        rng.choice(("133", "135", "136", "138", "139", "150", "158", "177", "186", "188"))
        + f"{rng.randrange(10**8):08d}"
    )


def plate(rng: random.Random) -> str:
    """Return a plate; one in three is a new-energy one."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    if rng.random() < 0.33:
        return f"{PLATES}BD{rng.choice(letters)}{rng.randrange(10**4):04d}"
    return f"{PLATES}B{rng.choice(letters)}{rng.randrange(10**4):04d}"


def guest(rng: random.Random) -> Guest:
    """Return somebody who may come to the building."""
    return Guest(
        person(rng), rng.choice(VISITOR_ORGS), mobile(rng), plate(rng) if rng.random() < 0.15 else ""
    )


def companies(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """Return (full name, short name) of `count` different companies."""
    made: dict[str, str] = {}
    while len(made) < count:
        stem, (trade, short) = rng.choice(STEMS), rng.choice(TRADES)
        end = "" if trade.endswith("所") else "有限公司"
        made[f"{rng.choice(CITIES)}{stem}{trade}{end}"] = stem + short
    return list(made.items())
