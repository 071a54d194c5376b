import random
import subprocess
import sys

import pytest
from pypinyin.pinyin_dict import pinyin_dict

from desk_app.core import pinyin
from tests.tools import make_pinyin


def test_the_table_says_what_pypinyin_says():
    for code in random.Random(7).sample(sorted(pinyin_dict), 3000):
        char = chr(code)
        if char in "".join(pinyin.SURNAMES) or not char.isalpha():
            continue
        assert pinyin.readings(char) == tuple(make_pinyin.readings(code)), char


def test_every_common_character_has_a_reading():
    level_one = [bytes((b + 0xA0, c + 0xA0)).decode("gb2312") for b in range(16, 55) for c in range(1, 95)]
    assert all(pinyin.readings(char) for char in level_one)
    assert pinyin.readings("㛃") and pinyin.readings("䶮") and pinyin.readings("𬭎")


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("单雨桐", "shan yu tong"), ("曾文涛", "zeng wen tao"), ("解海", "xie hai"), ("仇海", "qiu hai"),
        ("查良", "zha liang"), ("盖文", "ge wen"), ("区小明", "ou xiao ming"), ("翟天", "zhai tian"),
        ("种平", "chong ping"), ("召平", "shao ping"), ("繁星", "po xing"), ("朴勇", "piao yong"),
        ("尉迟恭", "yu chi gong"), ("单于静", "chan yu jing"), ("万俟雪", "mo qi xue"), ("乐平", "yue ping"),
        ("覃勇", "qin yong"), ("任平", "ren ping"), ("单", "shan"), ("长孙平", "zhang sun ping"),
    ],
)  # fmt: skip
def test_surnames_are_read_as_surnames_and_indexed_that_way(name, spelt):
    assert pinyin.spell(name) == spelt
    for char, syllable in zip(name, spelt.split(), strict=True):
        assert syllable in pinyin.readings(char)


def test_all_readings_of_a_character_are_given():
    assert {"zhong", "chong"} <= set(pinyin.readings("重"))
    assert {"zq", "cq"} <= pinyin.initials("重庆")
    assert {"zhongqing", "chongqing"} <= pinyin.full("重庆")
    assert {"lv", "lu"} <= set(pinyin.readings("吕"))
    assert pinyin.readings("A") == () and pinyin.initials("A座") == {"Az"}


def test_ambiguous_texts_do_not_explode():
    assert len(pinyin.full("重单曾解仇查盖区翟种召繁朴尉乐")) == 256


def test_names_sort_by_spelling():
    assert sorted(["张三", "单雨桐", "李四", "曾文"], key=pinyin.sort_key) == [
        "李四",
        "单雨桐",
        "曾文",
        "张三",
    ]


def test_pypinyin_is_not_needed_and_the_table_is_quick():
    code = (
        "import sys, time; sys.modules['pypinyin'] = None; from desk_app.core import pinyin\n"
        "start = time.process_time(); assert pinyin.readings('中') == ('zhong',)\n"
        "print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.2  # some 20 ms; room for a busy machine
