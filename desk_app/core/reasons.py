"""Why the system or the database's library refused, in words that somebody at the desk can use.

Their own words are English and name what nobody here can act on: they go to the log, which holds no text of a record.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable

from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.log import LOG

_SHARING = (32, 33)  # winerror: another program has the file open
_USED = QT_TRANSLATE_NOOP("Reasons", "另一个程序正在使用")
_FULL = QT_TRANSLATE_NOOP("Reasons", "磁盘已满")
_DENIED = QT_TRANSLATE_NOOP("Reasons", "没有权限")
_FAULTY = QT_TRANSLATE_NOOP("Reasons", "磁盘读写出错")
_MANY = QT_TRANSLATE_NOOP("Reasons", "打开的文件太多")
_GONE = QT_TRANSLATE_NOOP("Reasons", "网络盘或 U 盘已断开")
_NAMED = {
    "ENOENT": QT_TRANSLATE_NOOP("Reasons", "文件或文件夹不存在"),
    "EACCES": _DENIED, "EPERM": _DENIED, "EROFS": QT_TRANSLATE_NOOP("Reasons", "磁盘是只读的"),
    "ENOSPC": _FULL, "EFBIG": _FULL, "EDQUOT": _FULL, "EIO": _FAULTY,
    "EBUSY": _USED, "ETXTBSY": _USED, "EAGAIN": _USED,
    "EEXIST": QT_TRANSLATE_NOOP("Reasons", "同名的文件已存在"),
    "EISDIR": QT_TRANSLATE_NOOP("Reasons", "那是一个文件夹"),
    "ENOTDIR": QT_TRANSLATE_NOOP("Reasons", "路径中有一段不是文件夹"),
    "ENOTEMPTY": QT_TRANSLATE_NOOP("Reasons", "文件夹不是空的"),
    "ENAMETOOLONG": QT_TRANSLATE_NOOP("Reasons", "文件名太长"),
    "EINVAL": QT_TRANSLATE_NOOP("Reasons", "名称或位置不能用"),
    "EMFILE": _MANY, "ENFILE": _MANY,
    "ENODEV": _GONE, "ENXIO": _GONE, "ENOTCONN": _GONE, "ETIMEDOUT": _GONE,
    "EHOSTDOWN": _GONE, "EHOSTUNREACH": _GONE, "ESTALE": _GONE,
}  # fmt: skip
SYSTEM = {getattr(errno, name): text for name, text in _NAMED.items() if hasattr(errno, name)}
"""By the system's numbers, those that it has."""
_DAMAGE = (
    (r"(?:HMAC verification failed|page is an invalid size).* (\d+)", QT_TRANSLATE_NOOP("Reasons", "第 {0} 页校验不符")),
    (r"Tree \d+ page (\d+)", QT_TRANSLATE_NOOP("Reasons", "第 {0} 页结构有误")),
    (r"[Pp]age (\d+)", QT_TRANSLATE_NOOP("Reasons", "第 {0} 页有误")),
    (r"index|non-unique|missing from", QT_TRANSLATE_NOOP("Reasons", "索引与记录不符")),
    (r"foreign key", QT_TRANSLATE_NOOP("Reasons", "有记录指向不存在的记录")),
    (r"NULL value|CHECK constraint|non-\w+ value|NUMERIC value|TEXT value", QT_TRANSLATE_NOOP("Reasons", "有记录的内容不合规定")),
    (r"I/O", _FAULTY),
    (r"not a database", QT_TRANSLATE_NOOP("Reasons", "文件开头已损坏,或不是本程序的数据文件")),
)  # fmt: skip
"""What the library's checks say (sqlite.org/pragma.html#pragma_integrity_check, SQLCipher's), by their words."""

MOST = 50
"""Lines about one file that are logged."""


class Mismatch(OSError):
    """What a disk gave back is not what was written to it."""


def of(error: Exception) -> str:
    """Return a failure in words: its own sentence, else why; a mistake of the program's is told with its number elsewhere."""
    if isinstance(error, KnownError | RuleError):
        return error.text
    if isinstance(error, OSError):
        return system(error)
    if seen := re.search(r"at line (\d+), column (\d+)", str(error)):  # as tomllib ends its words
        return translate("Reasons", "第 {0} 行第 {1} 个字附近写法有误").format(*seen.groups())
    if isinstance(error, UnicodeDecodeError):
        return translate("Reasons", "不是 UTF-8 编码;用记事本另存时请选 UTF-8")
    LOG.error("told as unexpected: %s", type(error).__name__)
    return translate("Reasons", "出了一个没有料到的错,请看弹出的错误编号")


def system(error: OSError) -> str:
    """Return why the system refused a file, in words."""
    if getattr(error, "winerror", None) in _SHARING:
        return translate("Reasons", _USED)
    if isinstance(error, Mismatch):
        return translate("Reasons", "写出的内容与原来的不符")
    known = SYSTEM.get(error.errno or 0)
    if known is None:
        return translate("Reasons", "系统错误 {number}").format(number=error.errno or "").strip()
    return translate("Reasons", known)


def damage(found: Iterable[str]) -> list[str]:
    """Return what the library's checks found, in words, each once; its own words are logged."""
    told: dict[str, None] = {}
    for number, line in enumerate(found):
        if number < MOST:
            LOG.error("damage: %s", line.partition(" with text ")[0])  # a column's text would follow
        told.setdefault(_damage(line))
    return list(told)


def _damage(line: str) -> str:
    for pattern, sentence in _DAMAGE:
        if seen := re.search(pattern, line):
            return translate("Reasons", sentence).format(*seen.groups())
    return translate("Reasons", "文件结构有误")
