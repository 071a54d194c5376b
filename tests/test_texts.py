"""Every text of the interface is marked, seen by Qt's tools, and translated (design.md §3, issue 2 §7)."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from desk_app.core.declare import Choice, Field, Register
from desk_app.core.paths import RESOURCES
from desk_app.registers import REGISTERS, TABS
from tests.tools import translate as tool

HOUSE = tool.ROOT / "desk_app"
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
ON_TERMINAL = ("Cli", "Display")
"""Contexts of what is said on the terminal alone."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
MARKS = ("translate", "QT_TRANSLATE_NOOP")

DATA_FILES = {
    "core/grams.py": "ranges of Chinese characters",
    "core/heads.py": "the words before the code at the foot of a paper",
    "core/money.py": "amounts in Chinese capitals, printed",
    "core/phones.py": "ways people write an extension",
    "core/pinyin.py": "readings of characters",
    "core/plates.py": "the characters of number plates",
    "core/quantity.py": "quantities in Chinese capitals, printed",
    "core/rooms.py": "ways people write a room",
    "core/roster_export.py": "cells of the roster",
    "core/roster_row.py": "headings, examples and words of the roster",
    "core/written.py": "numbers as people write them, after the names of their documents",
    "documents/clauses.py": "how the numbers of printed clauses are written",
    "documents/draw.py": "the mark for a missing character, and the log's line about it",
    "documents/fonts.py": "the mark for a missing character",
    "documents/lines.py": "where a Chinese line may break",
    "documents/log_sheet.py": "a workbook, always Chinese",
    "documents/list_export.py": "a workbook, always Chinese",
    "documents/marks.py": "marks on printed forms",
    "documents/roster_sheet.py": "a workbook, always Chinese",
    "documents/sheet_reader.py": "headings and words people write in workbooks",
    "documents/sheet_style.py": "a number format of the workbook",
    "core/notices.py": "the privacy notice, a printed form",
    "core/exporting.py": "the watermark of workbooks",
    "core/privacy.py": "family names of two characters, digits as they may be typed",
    "documents/sheet_text.py": "a workbook, always Chinese",
    "documents/table_report.py": "a printed report",
    "documents/workbook.py": "a workbook, always Chinese",
    "kit/parse.py": "ways people type days and times",
    "core/refund_paper.py": "a printed form",
    "registers/key_counts/paper.py": "a printed form",
    "registers/key_loans/paper.py": "a printed form",
    "registers/keys/incoming.py": "headings, examples and words of the list of keys",
    "registers/visitors/restricted_paper.py": "a printed form",
    "registers/visitors/pasted.py": "words people write in lists of visitors",
    "reports/breakdowns.py": "the monthly workbook",
    "reports/cover.py": "the monthly workbook",
    "reports/demo/cast.py": "people and companies of the demo",
    "reports/demo/tower.py": "the demo's tower and staff",
    "reports/deposit_ledger.py": "the monthly workbook",
    "reports/destruction.py": "a printed form",
    "reports/monthly.py": "the monthly workbook",
    "reports/person_paper.py": "a printed form",
    "reports/muster.py": "a printed report",
}
ROOM_DATA_FILES = {
    "demo.py": "records of the demo",
    "figures.py": "figures of the monthly workbook",
    "paper.py": "a printed form",
}
"""What every register's room may have: Chinese whatever the window's language."""

DATA_TEXTS = {
    ("core/passwords.py", "物业前台"): "a word that everybody here knows",
    ("core/passwords.py", "物业"): "a word that everybody here knows",
    ("core/passwords.py", "前台"): "a word that everybody here knows",
    ("core/people.py", "系统"): "the program's own name in records",
    ("core/roster.py", "[一-鿿]{2,4}|[一-鿿]+·[一-鿿·]+"): "what looks like a Chinese name",
    ("core/roster.py", "(尾号"): "part of a contact's name, kept in the roster",
    ("core/roster_import.py", "本楼"): "the building's name where the roster gives none",
    ("core/purge.py", "清空姓名、号码、电话、照片等,保留统计骨架"): "printed on the destruction record",
    (
        "core/purge.py",
        "清空全部文字内容,留编号空位;删除存档单据与附件;安全覆盖原页",
    ): "printed on the destruction record",
    ("core/restore_drill.py", "。"): "where the first sentence of a fault ends",
    ("core/retention.py", "(已脱敏)"): "kept in the record in a name's place",
    ("documents/pen.py", "\u3000\u3000"): "sets a printed paragraph in",
    ("documents/template_blocks.py", "是"): "an answer of a printed tick list",
    ("documents/template_blocks.py", "否"): "an answer of a printed tick list",
    ("documents/template_blocks.py", "不适用"): "an answer of a printed tick list",
    (
        "kit/line_input.py",
        "(?:/|(?:(?<=\\s)|(?<![\\s\\S]))、)([^/\\s]{0,12})$",
    ): "the key that offers phrases",
    ("kit/line_input.py", "/、"): "the key that offers phrases",
    ("kit/printing.py", "补打第 "): "the mark of a reprint, printed",
    ("reports/demo/template.py", "(草稿-?)0*"): "how the name of a draft begins, in the history",
    ("reports/demo/template.py", "草稿-?%s"): "how the name of a draft begins, in the history",
    ("kit/printing.py", " 次 "): "the mark of a reprint, printed",
    ("registers/contractors/views.py", "上门人员"): "printed on the evacuation list",
    ("registers/duty_log/rules.py", "；"): "parts the quick phrases as people type them",
    ("registers/duty_log/service.py", "已通知 {who}"): "kept in what is added to an entry and printed",
    ("registers/duty_log/sheets.py", "、"): "joins the names on duty, kept in the record and printed",
    ("registers/duty_log/sheets.py", ",;/，；"): "parts names as people type them",
    ("registers/release_slips/service.py", "来访带入 {no}"): "kept in the slip's line and printed",
    ("registers/release_slips/views.py", "、"): "joins the items of a slip as the workbook shows them",
    ("registers/renovation_permits/terms.py", "周一至周六 08:00–18:00"): "printed on the permit",
    (
        "registers/renovation_permits/terms.py",
        "周一至周六 18:00–次日 08:00、周日全天",
    ): "printed on the permit",
    ("registers/visitors/rules.py", "电脑 主机 显示器 打印机 复印机 投影 电视 桌 椅 柜 沙发 箱 设备 仪器"): (
        "compared with what people bring"
    ),
    ("registers/visitors/views.py", "、"): "joins names on the evacuation list",
    ("registers/visitors/views.py", "访客"): "printed on the evacuation list",
    ("registers/keys/importing.py", "导入时未写业主同意人"): "kept in the key's record",
    ("registers/keys/importing.py", "导入钥匙清单"): "the reason kept in the history",
    ("registers/keys/importing.py", "、"): "joins the keys of a ring in the exported list",
    ("registers/keys/rules.py", "([A-Z]{1,2})(?:柜)?[-_./ ]*(\\d{1,2})(?:[-_./ ]+|排)(\\d{1,3})(?:位|号)?"): (
        "ways people write a hook"
    ),
    ("reports/doctor.py", "物业前台 阿卜杜热合曼·买买提 放行条"): "printed to see whether it reads back",
    ("reports/doctor.py", "、"): "joins names of files",
    ("reports/speed.py", "王"): "looked for, to time the search",
    ("reports/speed.py", "测速"): "saved in a database of its own, to time the save",
    ("shell/first_start.py", "物业服务中心"): "the company's name on documents",
    ("shell/settings_dialog.py", "简体中文"): "a language's name in itself",
}


@dataclass(frozen=True)
class Call:
    """A marking call: where it stands, its arguments, and whether it runs when its module is imported."""

    place: str
    node: ast.Call
    at_import: bool


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def files() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def called(node: ast.AST) -> str:
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def calls(path: Path) -> Iterator[Call]:
    def walk(node: ast.AST, inside: bool) -> Iterator[Call]:
        inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if isinstance(node, ast.Call) and called(node) in MARKS:
            yield Call(f"{name_of(path)}:{node.lineno}", node, not inside)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    yield from walk(tree(path), False)


@cache
def all_calls() -> list[Call]:
    return [call for path in files() for call in calls(path)]


def literal(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def marked_texts() -> dict[tuple[str, str], str]:
    """Return every text marked in full as (context, text), with a place where it stands."""
    found = {}
    for call in all_calls():
        context, text = (literal(arg) for arg in call.node.args)
        if context is not None and text is not None:
            found[context, text] = call.place
    return found


def is_data(name: str) -> bool:
    """Say whether the Chinese in a file is not for the screen."""
    in_room = name.startswith("registers/") and name.rpartition("/")[2] in ROOM_DATA_FILES
    return in_room or name in DATA_FILES


def unmarked(path: Path) -> list[tuple[int, str]]:
    """Return the literals with Chinese in them that are neither docstrings nor marked, with their lines."""
    left_out = {id(n.value) for n in ast.walk(tree(path)) if isinstance(n, ast.Expr)}
    for call in calls(path):
        left_out |= {id(arg) for arg in call.node.args}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
        if CHINESE.search(node.value)
    ]


@cache
def committed() -> tuple[tool.Message, ...]:
    return tuple(tool.messages())


def english() -> dict[tuple[str, str], str]:
    return {(message.context, message.source): message.english for message in committed()}


def test_every_chinese_text_is_marked_or_declared_as_data() -> None:
    missing = [
        f"{name_of(path)}:{line} {text!r}"
        for path in files()
        if not is_data(name_of(path))
        for line, text in unmarked(path)
        if (name_of(path), text) not in DATA_TEXTS
    ]
    assert missing == []


def test_what_is_declared_as_data_is_still_there() -> None:
    by_file = {name_of(path): {text for _line, text in unmarked(path)} for path in files()}
    assert [name for name in DATA_FILES if not by_file.get(name)] == []
    assert [(name, text) for name, text in DATA_TEXTS if text not in by_file.get(name, ())] == []


def test_marking_calls_are_written_in_full() -> None:
    """A keyword, an f-string, a sum or a text formatted too early is one that lupdate or Qt never finds."""
    wrong = []
    for call in all_calls():
        arguments = call.node.args
        composed = [arg for arg in arguments if isinstance(arg, ast.JoinedStr | ast.BinOp)]
        early = [a for a in arguments if isinstance(a, ast.Call) and getattr(a.func, "attr", "") == "format"]
        if call.node.keywords or len(arguments) != 2 or composed or early:
            wrong.append(call.place)
    assert wrong == []


def test_declared_texts_are_literals_and_nothing_is_translated_at_import() -> None:
    """The window's language is known only when it opens; what is translated before stays Chinese."""
    loose = [
        call.place
        for call in all_calls()
        if called(call.node) == "QT_TRANSLATE_NOOP" and None in map(literal, call.node.args)
    ]
    too_soon = [c.place for c in all_calls() if c.at_import and called(c.node) == "translate"]
    assert (loose, too_soon) == ([], [])


def test_the_marks_keep_their_names() -> None:
    renamed = [
        f"{name_of(path)}:{node.lineno}"
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("core.i18n")
        if any(alias.asname for alias in node.names)
    ]
    assert renamed == []


def test_lupdate_sees_every_marked_text_and_the_translation_is_up_to_date(tmp_path: Path) -> None:
    """When this fails: python -m tests.tools.translate update > new.txt, put the English in, fill < new.txt, release."""
    fresh = Path(shutil.copy(tool.TS, tmp_path / "desk_en.ts"))
    tool.update(fresh)
    seen = set(tool.messages(fresh))
    marked = marked_texts()
    hidden = {key: place for key, place in marked.items() if key not in {(m.context, m.source) for m in seen}}
    assert hidden == {}, "marked where lupdate does not look, as inside an f-string"
    assert seen - set(committed()) == set(), "not yet in desk_en.ts: python -m tests.tools.translate update"
    assert set(committed()) - seen == set(), "no longer in the program"


def test_what_update_names_can_be_filled_in_one_go(tmp_path: Path) -> None:
    ts = Path(shutil.copy(tool.TS, tmp_path / "desk_en.ts"))
    before = tool.messages(ts)
    one = next(message for message in before if '"' in message.english or "'" in message.source)
    new = f'<{one.english}> & "more"'
    tool.fill([json.dumps([one.context, one.source, new]), "", json.dumps([one.context, one.source, ""])], ts)
    changed = [(a, b) for a, b in zip(committed(), tool.messages(ts), strict=True) if a != b]
    assert changed == [(one, replace(one, english=new))]
    with pytest.raises(ValueError, match=r"not in desk_en\.ts: Nowhere"):
        tool.fill([json.dumps(["Nowhere", one.source, "x"])], ts)


def test_every_text_is_translated() -> None:
    assert [m for m in committed() if m.state or not m.english.strip()] == [], tool.__doc__


def test_the_program_loads_what_lrelease_makes_of_the_translation(tmp_path: Path) -> None:
    tool.release(tool.TS, tmp_path / "desk_en.qm")
    fresh = (tmp_path / "desk_en.qm").read_bytes()
    assert fresh == tool.QM.read_bytes(), "python -m tests.tools.translate release"


def test_english_texts_have_the_placeholders_of_the_chinese_ones() -> None:
    wrong = [
        m for m in committed()
        if sorted(PLACEHOLDER.findall(m.source)) != sorted(PLACEHOLDER.findall(m.english))
    ]  # fmt: skip
    assert wrong == []


def test_no_chinese_is_left_in_english_and_no_letter_becomes_a_mnemonic() -> None:
    assert [m for m in committed() if CHINESE.search(m.english)] == []
    assert [m for m in committed() if "&" in m.source + m.english] == []


def test_english_texts_end_as_the_chinese_ones_do() -> None:
    """A sentence stays a sentence, what opens a dialog keeps its dots, a key its place."""
    dots = [m for m in committed() if m.source.endswith("…") != m.english.endswith("…")]
    stops = [m for m in committed() if m.source.endswith("。") and m.english[-1] not in ".!?)"]
    assert (dots, stops) == ([], [])


def choices_of(fields: tuple[Field, ...]) -> Iterator[Choice]:
    for field in fields:
        yield from field.choices
        yield from choices_of(field.columns)


def labels_of(register: Register) -> Iterator[tuple[str, str]]:
    """Yield (context, text) of everything a register shows, as the screen will ask for it."""
    fields = [*register.fields, *(column for field in register.fields for column in field.columns)]
    for field in fields:
        for text in (field.label, field.hint, field.group, *field.phrases):
            yield register.context, text
        if CHINESE.search(field.placeholder):
            yield register.context, field.placeholder
    for choice in [*choices_of(register.fields), *(c for col in register.columns for c in col.choices)]:
        yield choice.context or register.context, choice.label
    for one in (
        *register.columns,
        *register.states,
        *register.views,
        *register.actions,
        *register.menu,
        *register.pills,
    ):
        yield register.context, one.label
    yield register.context, register.title
    yield register.context, register.first_step
    for text in (*register.labels.values(), *register.verbs.values()):
        yield register.context, text
    for spec in register.settings:
        yield from (("Settings", text) for text in (spec.label, spec.unit, *(t for _key, t in spec.choices)))


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_what_a_register_declares_is_translated_in_the_context_it_is_shown_in(room) -> None:
    known = english()
    missing = [key for key in labels_of(room.register()) if key[1] and key not in known]
    assert missing == []


def test_tabs_and_rooms_have_english_names() -> None:
    assert [one.title for one in (*TABS, *REGISTERS) if ("Tabs", one.title) not in english()] == []


def test_the_guide_is_there_in_every_language() -> None:
    chinese, other = "quick_guide.md", english()["Help", "quick_guide.md"]
    texts = [(RESOURCES / "guide" / name).read_text("utf-8") for name in (chinese, other)]
    assert not CHINESE.search(texts[1])
    assert len({text.count("\n## ") for text in texts}) == 1, "the guides have the same parts"
    assert len({tuple(sorted(set(re.findall(r"`(?:Ctrl\+\w|F\d+)`", text)))) for text in texts}) == 1


def test_english_is_quoted_with_straight_marks():
    """The window's letters have room for a Chinese character in “ and ”: English would be torn apart."""
    assert [message.english for message in tool.messages() if re.search("[“”‘’]", message.english)] == []


def test_what_the_window_says_names_no_command():
    """Whoever reads 抢救(salvage) in a dialog looks for a button that is not there."""
    told = [
        one for one in tool.messages() if re.search(r"(?<!=)\b(salvage|restore|verify|doctor)\b", one.source)
    ]
    assert [one.source for one in told if one.context not in ON_TERMINAL] == []
