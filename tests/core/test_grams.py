"""The index must find what a plain reading of its rules finds, through a real FTS5 table."""

from itertools import product

import pytest
import sqlcipher3
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk_app.core import grams, phones, pinyin, rooms
from desk_app.core.text import fold

ENTRIES = [
    {
        "name": "张雨薇",
        "company": "蓝湾会展",
        "phone": "139 0013 5521",
        "room": "15-08",
        "plate": "粤B·D12345",
    },
    {"name": "单雨桐\n周颖", "company": "中盛金融", "room": "15层08室", "number": "FX-20261121-001"},
    {"name": "曾文涛", "company": "重庆单氏物流", "room": "B1 机房", "phone": "+86 755-8888 6666"},
    {"name": "Maria González", "company": "Siemens AG西门子", "number": "LF-20261121-046"},
    {"name": "买买提·艾力", "company": "3M中国", "words": "彩色复印机"},
    {"name": "尉迟恭", "company": "万俟𬭎かな"},
]


def build(entries):
    database = sqlcipher3.connect(":memory:")
    database.execute("create virtual table ft using fts5(t, content='', contentless_delete=1, detail=none)")
    for number, entry in enumerate(entries, 1):
        words = grams.tokens(entry)
        database.execute("insert into ft(rowid, t) values (?, ?)", (number, " ".join(words)))
    return database


def candidates(database, entries, asked):
    if not asked.match:
        return set(range(1, len(entries) + 1))
    return {row for (row,) in database.execute("select rowid from ft where ft match ?", (asked.match,))}


def search(database, entries, text):
    asked = grams.query(text)
    rows = candidates(database, entries, asked)
    if asked.needs_check:
        rows = {row for row in rows if asked.matches(grams.haystack(entries[row - 1]))}
    return rows


def renderings(line):
    """Every way to read the line from its beginning: syllables, then initials or the start of a syllable."""
    letters = [(c,) if c.isascii() else (*(r[0] for r in pinyin.readings(c)), c) for c in line]
    whole = [pinyin.readings(c) + (() if "a" <= c <= "z" else (c,)) for c in line]
    for taken in range(len(line) + 1):
        for head in map("".join, product(*whole[:taken])):
            for tail in map("".join, product(*letters[taken:])):
                yield from (head + tail[:end] for end in range(len(tail) + 1))
            if taken < len(line):
                yield from (head + r[:end] for r in pinyin.readings(line[taken]) for end in range(len(r) + 1))


def reference(entry, text):
    lines, read = [], set()
    for kind, texts in entry.items():
        for value in texts.split("\n"):
            lines.append(fold(value))
            if kind == "room":
                lines.append(fold(rooms.canonical(value)))
            if kind == "phone":
                lines.append(fold(phones.normalise(value)))
            if kind in ("name", "company"):
                read.update(way for at in range(len(fold(value))) for way in renderings(fold(value)[at:]))

    def hit(needle):
        return any(needle in line for line in lines) or needle in read

    words = [fold(word) for word in text.split() if fold(word)]
    if not words:
        return True
    return hit(fold(text)) or hit(fold(rooms.canonical(text))) or (len(words) > 1 and all(map(hit, words)))


short = st.text("重单中盛金zshongjre1508b·- ａか", min_size=1, max_size=5)
entry = st.fixed_dictionaries(
    {},
    optional={
        "name": st.text("重单曾张阿安zha3·", max_size=4),
        "company": st.text("中盛金融重单a1か", max_size=4),
        "room": st.sampled_from(["1508", "15-08", "15层08室", "B1 机房", "9-5"]),
        "number": st.sampled_from(["FX-20261121-001", "LF-20261121-150"]),
        "phone": st.from_regex(r"13[0158 -]{9}", fullmatch=True),
    },
)
question = st.one_of(
    short,
    st.text("zhangcesodjr重中15", min_size=1, max_size=8),
    st.lists(
        st.sampled_from(
            [
                "zhong",
                "zh",
                "z",
                "s",
                "shan",
                "dan",
                "sheng",
                "shen",
                "j",
                "jin",
                "zeng",
                "c",
                "重",
                "a",
                "an",
                "1",
                "3",
            ]
        ),
        min_size=1,
        max_size=4,
    ).map("".join),
    st.sampled_from(["1121-001", "15-8", "15层08室", "08", "508", "15", "单 15", "z 1", "13"]),
)


@settings(max_examples=250, deadline=None)
@given(st.lists(entry, min_size=1, max_size=4), question)
@example([{"company": "中盛金融"}], "zsjr")
@example([{"name": "阿安"}], "aan")
@example([{"name": "安阿"}], "ana")
def test_the_index_finds_exactly_what_the_rules_find(entries, text):
    database = build(entries)
    wanted = {number for number, entry in enumerate(entries, 1) if reference(entry, text)}
    assert search(database, entries, text) == wanted
    asked = grams.query(text)
    assert {n for n, e in enumerate(entries, 1) if asked.matches(grams.haystack(e))} == wanted


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("张", {1}), ("雨", {1, 2}), ("张雨薇", {1}), ("zyw", {1}), ("zhangyw", {1}), ("张yw", {1}),
        ("ZHANG YU", {1}), ("zhangyuw", {1}), ("zsjr", {2}), ("jr", {2}), ("zhongsheng", {2}),
        ("shengjin", {2}), ("zhongshengj", {2}), ("syt", {2}), ("danyutong", {2}), ("shanyutong", {2}),
        ("周颖", {2}), ("1508", {1, 2}), ("15-08", {1, 2}), ("15层08室", {1, 2}), ("１５－０８", {1, 2}),
        ("15-8", {1, 2}), ("508", {1, 2}), ("5521", {1}), ("13900135521", {1}), ("139 0013", {1}),
        ("D123", {1}), ("粤b", {1}), ("粤B·D1", {1}), ("FX-20261121-001", {2}), ("1121-001", {2}),
        ("001", {1, 2}), ("cqds", {3}), ("zhongqing", {3}), ("zeng", {3}), ("075588886666", {3}),
        ("机房", {3}), ("b1", {3}), ("gonzalez", {4}), ("maria g", {4}), ("iemens", {4}),
        ("ximenzi", {4}), ("siemensagxmz", {4}), ("046", {4}), ("买买提艾力", {5}), ("mmt", {5}),
        ("3mzg", {5}), ("复印", {5}), ("fyj", set()), ("yuchi", {6}), ("moqi", {6}), ("か", {6}),
        ("𬭎", {6}), ("中盛 单", {2}), ("单 15", {2}), ("没有", set()), ("qqqq", set()), ("v", set()),
        ("9", {1}),
    ],
)  # fmt: skip
def test_a_receptionist_finds_them(text, rows):
    assert search(build(ENTRIES), ENTRIES, text) == rows


def test_every_token_is_one_word_for_sqlite():
    database = sqlcipher3.connect(":memory:")
    database.execute("create virtual table ft using fts5(t, content='')")
    database.execute("create virtual table words using fts5vocab(ft, col)")
    kinds = {"company": "㐀䶮𠅤𬭎〇Ⅻ㈱한글かなЖü①中々٣", "plate": "粤B·D12345"}
    wanted = grams.tokens(kinds)
    for number, word in enumerate(wanted, 1):
        database.execute("insert into ft(rowid, t) values (?, ?)", (number, word))
    assert sorted(term for (term,) in database.execute("select term from words")) == wanted


@given(st.text())
@settings(deadline=None)
def test_any_query_is_a_valid_expression(text):
    database = build(ENTRIES[:1])
    assert set(candidates(database, ENTRIES[:1], grams.query(text))) <= set(
        candidates(database, ENTRIES[:1], grams.query(""))
    )


@given(st.text("anghsezoui ", max_size=90))
@settings(deadline=None, max_examples=50)
def test_a_long_query_stays_small(text):
    assert len(grams.query(text).match) < 60_000


def test_an_entry_that_goes_leaves_nothing_behind():
    database = build(ENTRIES)
    database.execute("delete from ft where rowid = 2")
    assert search(database, ENTRIES, "zsjr") == set()


def test_a_query_without_letters_is_empty_and_finds_all():
    asked = grams.query(" ·- ")
    assert asked.is_empty and not asked.needs_check and asked.matches("")
