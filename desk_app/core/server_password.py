"""The password of a desk's account at the server: in this computer's own store, never in a file beside the data."""

from __future__ import annotations

import hashlib

from sqlalchemy.engine import URL

from desk_app.core import reasons, system_store
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate


def of(url: URL) -> str | None:
    """Return the password that was kept for an address, None when there is none (a socket, a certificate)."""
    try:
        found = system_store.here().get(_name(url))
    except OSError as error:
        text = translate("Vault", "读不到这台电脑的密钥({path}:{reason})。请检查权限和磁盘后重试。")
        raise KnownError(
            text.format(path=system_store.here().folder, reason=reasons.system(error))
        ) from error
    return found.decode() if found else None


def put(url: URL, password: str) -> None:
    """Keep the password for an address on this computer; KnownError when it cannot."""
    try:
        system_store.here().put(_name(url), password.encode())
    except OSError as error:
        text = translate("Vault", "这台电脑存不了密钥({path}:{reason})。请检查该文件夹的权限;数据没有改动。")
        raise KnownError(
            text.format(path=system_store.here().folder, reason=reasons.system(error))
        ) from error


def _name(url: URL) -> str:
    named = f"{url.username}@{url.host}:{url.port}/{url.database}"
    return "server-" + hashlib.sha256(named.encode()).hexdigest()[:32]
