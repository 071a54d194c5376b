"""What the system or the database's library refused is told in words; their own English goes to the log."""

from __future__ import annotations

import errno
import os
import re

import pytest

from desk_app.core import reasons
from desk_app.core.errors import KnownError
from desk_app.core.records import Base
from desk_app.core.table_names import NAMES, name_of
from desk_app.registers.tables import import_all


@pytest.mark.parametrize("number", [*errno.errorcode, None, 0])
def test_whatever_number_the_system_gives_the_reason_has_no_word_of_its_own(number):
    error = OSError(number, os.strerror(number)) if number else OSError("something odd")
    told = reasons.of(error)
    assert re.search(r"[一-鿿]", told)
    assert not re.search(r"[a-z]{3,}", told)


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EROFS, "磁盘是只读的"), (errno.EACCES, "没有权限"), (errno.ENOENT, "文件或文件夹不存在")],
)  # fmt: skip
def test_the_common_reasons_are_named(number, told):
    assert reasons.system(OSError(number, os.strerror(number))) == told


def test_a_copy_that_is_not_what_was_copied_is_told_so():
    assert reasons.of(reasons.Mismatch()) == "写出的内容与原来的不符"


def test_a_file_that_another_program_has_open_on_windows_is_told_so():
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32
    assert reasons.of(error) == "另一个程序正在使用"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("HMAC verification failed for page 12", "第 12 页校验不符"),
        ("Tree 103 page 339 cell 6: Rowid out of order", "第 339 页结构有误"),
        ("row 3 missing from index one_holder", "索引与记录不符"),
        ("wrong # of entries in index visit_no", "索引与记录不符"),
        ("foreign key: ('visit', 3, 'room', 0)", "有记录指向不存在的记录"),
        ("NULL value in visit.name", "有记录的内容不合规定"),
        ("file is not a database", "文件开头已损坏,或不是本程序的数据文件"),
        ("database disk image is malformed", "文件结构有误"),
        ("disk I/O error", "磁盘读写出错"),
    ],
)
def test_what_the_librarys_checks_say_is_told_in_words_and_logged(caplog, line, told):
    assert reasons.damage([line, line]) == [told]
    assert line in caplog.text


def test_before_there_is_a_log_nothing_of_it_goes_to_the_terminal(capfd):
    reasons.damage(["database disk image is malformed"])
    assert capfd.readouterr().err == ""


def test_no_text_of_a_record_comes_into_the_log(caplog):
    reasons.damage(["Could not decode to UTF-8 column 'name' with text '张三'"])
    assert "张三" not in caplog.text


def test_a_sentence_stays_and_a_mistake_of_the_programs_is_told_without_its_words():
    assert reasons.of(KnownError("磁盘已满,请清理。")) == "磁盘已满,请清理。"
    assert "错误编号" in reasons.of(ZeroDivisionError("division by zero"))


def test_every_table_has_a_name_that_people_know():
    import_all()
    assert set(NAMES) == set(Base.metadata.tables)
    assert all(re.search(r"[一-鿿]", name_of(table)) for table in NAMES)
    assert len(set(NAMES.values())) == len(NAMES)
