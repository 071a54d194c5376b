"""The keys of the data, and the slots that hold them.

One random secret of two independent halves: `file` encrypts the database, `chain` keys the history. All else is
derived from both (HKDF-SHA256), each for one purpose: `index` for numbers that are only compared, `drafts`,
and `site`, 16 bytes that name the secret without telling anything of it. `site` is the salt of every file the
secret encrypts and so stands at the file's beginning: a file says by itself whose keys it needs.

Slots: this computer's own store (core/system_store.py) has the secret ready, so that a normal start derives
nothing; `desk.keys` beside the database, and in every backup folder, has it wrapped (AES key wrap) under the
printed recovery code and under administrators' passwords (Argon2id). No slot is ever in clear.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from desk_app.core import clock, datafile, files, reasons, recovery_code, system_store
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate

NAME = "desk.keys"
BACKUPS = "backups"
RECOVERY, ADMIN = "recovery", "admin"
_HALF = 32
_MOST_MEMORY = 1 << 20
"""KiB that a slot may ask for: a damaged file must not ask for all there is."""


@dataclass(frozen=True)
class Cost:
    """What one try at a slot costs: KiB of memory, passes, lanes (safety.md §2(f): 0.28 s)."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


COST = Cost()


class Locked(KnownError):
    """The data are encrypted and this computer has no key, but a slot in `desk.keys` would open them."""


@dataclass(frozen=True, repr=False)
class Keys:
    """The keys of one site's data; never shown, logged or put on a command line."""

    file: bytes
    chain: bytes

    @classmethod
    def new(cls) -> Keys:
        """Make keys."""
        return cls(secrets.token_bytes(_HALF), secrets.token_bytes(_HALF))

    @cached_property
    def index(self) -> bytes:
        """The key of numbers that are kept only to be compared (core/blind.py)."""
        return self._derived(b"index")

    @cached_property
    def drafts(self) -> bytes:
        """The key of drafts that lie outside the database."""
        return self._derived(b"drafts")

    @cached_property
    def fields(self) -> bytes:
        """The 64 bytes that seal single fields where the file is not ours to encrypt (core/field_seal.py)."""
        return self._derived(b"fields 1") + self._derived(b"fields 2")

    @cached_property
    def site(self) -> bytes:
        """The 16 public bytes that name these keys."""
        return self._derived(b"site")[: datafile.HEADER]

    def opens(self, path: Path) -> DataFile:
        """Return a file under these keys."""
        return DataFile(path, self.file + self.site)

    def _derived(self, purpose: bytes) -> bytes:
        """Return 32 bytes for one purpose (RFC 5869, one block)."""
        drawn = hmac.digest(b"FrontDesk", self.file + self.chain, hashlib.sha256)
        return hmac.digest(drawn, purpose + b"\x01", hashlib.sha256)


@dataclass(frozen=True)
class Slot:
    """The secret wrapped under a code or a password; `who` is the administrator, "" for the code."""

    kind: str
    who: str
    made: str
    salt: str
    memory: int
    passes: int
    lanes: int
    wrapped: str


@dataclass(frozen=True)
class Ring:
    """What `desk.keys` says: whose keys they are, and the slots."""

    site: bytes
    slots: tuple[Slot, ...] = ()

    def slot(self, kind: str) -> Slot | None:
        """Return the first slot of a kind."""
        return next((slot for slot in self.slots if slot.kind == kind), None)


def for_database(path: Path) -> Keys:
    """Return the keys of the database at `path`; make them where there are neither data nor keys yet.

    Raises Locked when a code or password is needed, KnownError with advice when there is no way in. A file in
    clear (an older version's) gets the keys of its folder.
    """
    found = _of_this_computer(path)
    if found is not None:
        _assert_fits(path, found)
        return found
    if _rings(path):
        raise Locked(
            translate(
                "Vault",
                "数据是加密的,这台电脑还没有打开它的密钥(换了电脑、重装过系统或换了用户)。"
                "请输入恢复码或管理员密码;数据没有改动。",
            )
        )
    if _is_encrypted(path):
        text = translate(
            "Vault",
            "数据文件是加密的(或已损坏),这台电脑没有它的密钥,旁边也没有可用的 {name}。"
            "请把备份文件夹里的 {name} 复制到 {folder} 再启动;数据没有改动。",
        )
        raise KnownError(text.format(name=NAME, folder=path.parent))
    if (path.parent / NAME).exists():
        text = translate(
            "Vault",
            "密钥文件 {path} 已损坏,或其中没有恢复码和管理员密码。请用备份文件夹里的同名文件替换它再启动;"
            "这里从来没有数据时,可把它移走。",
        )
        raise KnownError(text.format(path=path.parent / NAME))
    made = Keys.new()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    remember(made)
    write_ring(path.parent, Ring(made.site))
    return made


def opened(path: Path) -> DataFile:
    """Return a file that exists with what opens it, also one in clear; Locked or KnownError when there is no key."""
    if not _is_encrypted(path):
        return DataFile(path)
    return for_database(path).opens(path)


def unlock(path: Path, words: str) -> Keys:
    """Open the data at `path` with the recovery code or an administrator's password.

    RuleError with a sentence when it is wrong. The caller lets this computer `remember` the keys.
    """
    code = _code(words)
    wanted = RECOVERY if code else ADMIN
    for ring in _rings(path):
        for slot in ring.slots:
            if slot.kind == wanted and (found := _open_slot(slot, code or _password(words))):
                _assert_fits(path, found)
                return found
    if code:
        text = translate("Vault", "这个恢复码打不开这份数据:它属于别的数据,或后来换过新的恢复码。")
    else:
        text = translate("Vault", "恢复码或管理员密码不对,请再输入一次。")
    raise RuleError(text, "code")


def remember(keys: Keys) -> None:
    """Let this computer open the data by itself from now on; KnownError when it cannot keep the keys."""
    store = system_store.here()
    try:
        store.put(keys.site.hex(), keys.file + keys.chain)
    except OSError as error:
        text = translate("Vault", "这台电脑存不了密钥({path}:{reason})。请检查该文件夹的权限;数据没有改动。")
        raise KnownError(text.format(path=store.folder, reason=reasons.system(error))) from error


def is_remembered(site: bytes) -> bool:
    """Say whether this computer opens the data of a site by itself."""
    return system_store.here().get(site.hex()) is not None


def forget(keys: Keys) -> None:
    """Let this computer open the data by itself no more."""
    system_store.here().forget(keys.site.hex())


def put_code(folder: Path, keys: Keys, code: str, cost: Cost | None = None) -> None:
    """Make `code` the recovery code of the data in a folder; the one before opens nothing any more."""
    _put(folder, keys, _closed(keys, RECOVERY, "", recovery_code.read(code), cost or COST))


def add_admin_slot(folder: Path, keys: Keys, password: str, who: str = "", cost: Cost | None = None) -> None:
    """Let an administrator's password open the data in a folder; `who` had another before, it is replaced."""
    _put(folder, keys, _closed(keys, ADMIN, who, _password(password), cost or COST))


def remove_admin_slot(folder: Path, keys: Keys, who: str = "") -> None:
    """Let an administrator's password open the data no more."""
    ring = _own_ring(folder, keys)
    left = tuple(slot for slot in ring.slots if (slot.kind, slot.who) != (ADMIN, who))
    _write_all(folder, Ring(ring.site, left))


def read_ring(folder: Path) -> Ring | None:
    """Return what a folder's `desk.keys` says, None when there is none or it cannot be read."""
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        site = bytes.fromhex(told["site"])
        slots = tuple(Slot(**slot) for slot in told["slots"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Ring(site, slots) if len(site) == datafile.HEADER else None


def write_ring(folder: Path, ring: Ring) -> None:
    """Write a folder's `desk.keys`; KnownError when the disk refuses."""
    told = {"site": ring.site.hex(), "slots": [asdict(slot) for slot in ring.slots]}
    try:
        files.write_whole(folder / NAME, json.dumps(told, indent=1).encode())
    except OSError as error:
        text = translate("Vault", "无法写入密钥文件 {path}({reason})。请检查权限或清理磁盘后再试。")
        raise KnownError(text.format(path=folder / NAME, reason=reasons.system(error))) from error


def copy_ring(source: Path, target: Path) -> None:
    """Bring the slots of one folder to another; another site's keys that lie there are kept under a new name."""
    ring, there = read_ring(source), read_ring(target)
    if ring is None or source == target:
        return
    if there is not None and there.site != ring.site:
        (target / NAME).replace(target / f"desk-{there.site.hex()[:8]}.keys")
    write_ring(target, ring)


def _of_this_computer(path: Path) -> Keys | None:
    """Return the keys this computer has for a file; damaged first bytes are no hindrance."""
    for site in _sites(path):
        if found := _stored(site.hex()):
            return found
    if _is_encrypted(path):
        every = (_stored(name) for name in system_store.here().names())
        return next((found for found in every if found and _fits(path, found)), None)
    return None


def _stored(name: str) -> Keys | None:
    store = system_store.here()
    try:
        secret = store.get(name)
    except OSError as error:
        text = translate("Vault", "读不到这台电脑的密钥({path}:{reason})。请检查权限和磁盘后重试。")
        raise KnownError(text.format(path=store.folder, reason=reasons.system(error))) from error
    if secret is None or len(secret) != 2 * _HALF:
        return None
    found = Keys(secret[:_HALF], secret[_HALF:])
    return found if found.site.hex() == name else None


def _fits(path: Path, keys: Keys) -> bool:
    try:
        datafile.schema_of(keys.opens(path))
    except KnownError:
        return False
    return True


def _sites(path: Path) -> Iterator[bytes]:
    """Yield whose keys a file may need: what its own beginning says, then what lies beside it."""
    if _is_encrypted(path):
        yield datafile.header(path)
    yield from (ring.site for ring in _rings(path, empty=True))


def _rings(path: Path, *, empty: bool = False) -> list[Ring]:
    """Return the rings beside a file and in its backups that have slots, those of its own site first."""
    found = [read_ring(folder) for folder in (path.parent, path.parent / BACKUPS)]
    own = datafile.header(path)
    rings = [ring for ring in found if ring is not None and (ring.slots or empty)]
    return sorted(rings, key=lambda ring: ring.site != own)


def _is_encrypted(path: Path) -> bool:
    return bool(datafile.header(path)) and not datafile.is_plain(path)


def _assert_fits(path: Path, keys: Keys) -> None:
    """Refuse keys of other data; a file whose first bytes are damaged opens all the same."""
    if _is_encrypted(path) and datafile.header(path) != keys.site and not _fits(path, keys):
        text = translate(
            "Vault",
            "{path} 与旁边的 {name} 不是一套(或文件开头已损坏)。请把属于这份数据的 {name} 放回来,"
            "或从备份恢复;数据没有改动。",
        )
        raise datafile.Damaged(text.format(path=path, name=NAME))


def _own_ring(folder: Path, keys: Keys) -> Ring:
    """Return the folder's ring for these keys; other keys' ring is put aside."""
    ring = read_ring(folder)
    if ring is not None and ring.site == keys.site:
        return ring
    if (folder / NAME).exists():
        (folder / NAME).replace(folder / f"desk-{clock.now():%Y%m%d%H%M%S}.keys")
    return Ring(keys.site)


def _write_all(folder: Path, ring: Ring) -> None:
    """Write the folder's ring and the copy in its backups: what was replaced opens neither."""
    write_ring(folder, ring)
    if (folder / BACKUPS / NAME).exists():
        copy_ring(folder, folder / BACKUPS)


def _put(folder: Path, keys: Keys, slot: Slot) -> None:
    ring = _own_ring(folder, keys)
    others = tuple(one for one in ring.slots if (one.kind, one.who) != (slot.kind, slot.who))
    _write_all(folder, Ring(ring.site, (*others, slot)))


def _code(words: str) -> str:
    """Return the recovery code in `words`, "" when it is a password; RuleError for a code with a slip."""
    try:
        return recovery_code.read(words)
    except RuleError:
        if recovery_code.looks_like(words):
            raise
        return ""


def _password(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _closed(keys: Keys, kind: str, who: str, words: str, cost: Cost) -> Slot:
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = secrets.token_bytes(16)
    wrapped = aes_key_wrap(_stretched(words, salt, cost), keys.file + keys.chain)
    made = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    return Slot(kind, who, made, salt.hex(), cost.memory, cost.passes, cost.lanes, wrapped.hex())


def _open_slot(slot: Slot, words: str) -> Keys | None:
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    if slot.memory > _MOST_MEMORY:
        return None
    try:
        key = _stretched(words, bytes.fromhex(slot.salt), Cost(slot.memory, slot.passes, slot.lanes))
        secret = aes_key_unwrap(key, bytes.fromhex(slot.wrapped))
    except (InvalidUnwrap, ValueError, MemoryError):  # a wrong code, or a slot that was damaged
        return None
    return Keys(secret[:_HALF], secret[_HALF:]) if len(secret) == 2 * _HALF else None


def _stretched(words: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return kdf.derive(words.encode())
