"""The commands about the data's keys: the slots there are, a way in with the code, a new code.

A code or password is typed unseen, or comes on standard input; never on a command line, where every program could
read it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desk_app.core import keys, recovery_code
from desk_app.core.errors import KnownError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.keys import Locked

Result = TypeVar("Result")
KINDS = {
    keys.RECOVERY: QT_TRANSLATE_NOOP("Vault", "恢复码(纸质)"),
    keys.ADMIN: QT_TRANSLATE_NOOP("Vault", "管理员密码"),
}


def unlocking(path: Path, do: Callable[[], Result]) -> Result:
    """Do what needs the keys of `path`; where somebody sits at the terminal, ask for a code first if need be."""
    try:
        return do()
    except Locked as locked:
        if not sys.stdin or not sys.stdin.isatty():
            raise KnownError(locked.text + _how_to_open()) from locked
        print(locked.text, file=sys.stderr)
        open_with_words(path)
        return do()


def show(path: Path) -> None:
    """Print the slots of the data at `path`, and whether this computer opens them by itself."""
    ring = keys.read_ring(path.parent)
    if ring is None:
        text = translate("Vault", "{folder} 里没有可读的 {name}。")
        raise KnownError(text.format(folder=path.parent, name=keys.NAME))
    print(translate("Vault", "数据的密钥编号:{site}").format(site=ring.site.hex()[:8]))
    here = translate("Vault", "能打开") if keys.is_remembered(ring.site) else translate("Vault", "不能打开")
    print(translate("Vault", "本机:{state}").format(state=here))
    for slot in ring.slots:
        print(f"{translate('Vault', KINDS[slot.kind])} {slot.who} {slot.made[:10]}".replace("  ", " "))
    if ring.slot(keys.RECOVERY) is None:
        print(translate("Vault", "还没有恢复码:电脑坏了就打不开数据。请运行 keys renew 并抄在纸上。"))


def open_with_words(path: Path) -> None:
    """Ask for the recovery code or an administrator's password, and let this computer open the data."""
    keys.remember(keys.unlock(path, _words()))
    print(translate("Vault", "密钥正确,这台电脑以后能自己打开数据。"))


def renew(path: Path) -> None:
    """Print a new recovery code; the one on the old paper opens the data no more."""
    found = unlocking(path, lambda: keys.for_database(path))
    code = recovery_code.new()
    keys.put_code(path.parent, found, code)
    print(translate("Vault", "新的恢复码(只显示这一次,请抄在纸上锁好,旧的作废):"))
    print(recovery_code.shown(code))


def _words() -> str:
    if sys.stdin and sys.stdin.isatty():
        from getpass import getpass

        return getpass(translate("Vault", "恢复码或管理员密码(不显示):"))
    return sys.stdin.readline().strip() if sys.stdin else ""


def _how_to_open() -> str:
    return translate("Vault", "命令行:python3 -m desk_app keys open。")
