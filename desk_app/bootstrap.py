"""Prepare `.venv` from the hash lock and carry on inside it; the standard library only.

Both README commands pass through `ensure`. A start that finds everything in place reads one small file and
re-executes; only the first one, or one after a change of the lock, runs pip (and apt-get, as root on Debian).
This file must parse on Pythons older than the program needs, so that they can be refused with a sentence.
What only an installation needs is imported there: every start passes through here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.core.i18n import translate

ROOT = Path(__file__).resolve().parent.parent
NEEDED_PYTHON = (3, 11)
GROUPS = {"runtime": ("runtime",), "dev": ("runtime", "dev")}
SWITCH = "DESK_APP_BOOTSTRAP"  # "off": use the running Python as it is (packagers, containers)

_MARK = "DESK_APP_BOOTSTRAP_DONE"  # handed to the re-executed process only, which takes it out again

# (file the loader looks for, Debian package): what PySide6's wheels leave to the system.
QT_LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
)
# Without it the program runs, but finds no printer: installed on the way, never a reason to stop.
PRINTING_LIBRARY = ("libcups.so.2", "libcups2")


class SetupFailed(Exception):
    """The environment could not be prepared; the text says why and what to do."""


class Environment:
    """The `.venv` of one checkout: what is installed in it, and how it gets there.

    `desk-app.stamp` inside holds `key=value` lines: the SHA-256 of each lock installed, the interpreter
    behind the venv, and the system libraries that were found. It is written last: a half-made venv has none.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self.stamp = self.venv / "desk-app.stamp"
        self.log = self.venv / "desk-app-install.log"

    def lock(self, group: str) -> Path:
        """Return the path of the lock file of `group`."""
        return self.root / "resources" / "requirements" / f"{group}.lock"

    def is_running(self) -> bool:
        """Tell whether this process runs inside the venv."""
        return os.path.realpath(sys.prefix) == os.path.realpath(self.venv)

    def is_ready(self, group: str) -> bool:
        """Tell whether everything `group` needs is installed; starts no process."""
        have = self.installed()
        return all(have.get(key) == value for key, value in self.wanted(group).items())

    def wanted(self, group: str) -> dict[str, str]:
        """Return the stamp's lines as they should be for `group`."""
        import hashlib

        lines = {"python": self._base_python() or "gone"}
        if sys.platform.startswith("linux"):
            lines["system"] = " ".join(library for library, _ in QT_LIBRARIES)
        for name in GROUPS[group]:
            lines[name] = hashlib.sha256(self.lock(name).read_bytes()).hexdigest()
        return lines

    def installed(self) -> dict[str, str]:
        """Return the stamp's lines; empty when there is no stamp."""
        try:
            text = self.stamp.read_text(encoding="utf-8")
        except OSError:
            return {}
        return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)

    def prepare(self, group: str) -> None:
        """Install what is missing for `group`; raise SetupFailed with a sentence when that is impossible."""
        try:
            self.venv.mkdir(exist_ok=True)
            with _alone(self.venv / "desk-app.lock"):
                if not self.is_ready(group):  # another start may have done it while we waited
                    self._prepare(group)
        except OSError as error:
            raise SetupFailed(explain(str(error), self.venv)) from error

    def reexecute(self) -> None:
        """Run the same command line again with the venv's Python; does not return."""
        if _MARK in os.environ:  # we have been here already and are still outside: no endless round
            raise SetupFailed(explain(sys.prefix, self.venv))
        import subprocess

        os.environ[_MARK] = "1"
        os.environ.pop("PYTHONHOME", None)
        command = [str(self.python), *sys.orig_argv[1:]]
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        if sys.platform != "win32":
            os.execv(command[0], command)
        with subprocess.Popen(command) as child:
            while True:
                try:
                    sys.exit(child.wait())
                except KeyboardInterrupt:
                    continue  # Ctrl+C reaches the child too; its answer is ours

    def _prepare(self, group: str) -> None:
        packages = needed_packages()
        if packages and not may_install_packages():
            raise SetupFailed(packages_advice(packages))
        have, wanted = self.installed(), self.wanted(group)
        locks = [name for name in GROUPS[group] if have.get(name) != wanted[name] or not self._base_python()]
        say(bool(have), packages)
        self.stamp.unlink(missing_ok=True)  # interrupted from here on, nothing may be believed
        if packages:
            install_packages(packages, self.log)
        if not self._is_sound(have):
            locks = list(GROUPS[group])
            self._make_venv()
        if locks:
            self._install(locks)
        have.update(self.wanted(group))
        fresh = self.stamp.with_suffix(".new")
        fresh.write_text("".join(f"{key}={value}\n" for key, value in have.items()), encoding="utf-8")
        fresh.replace(self.stamp)

    def _is_sound(self, have: dict[str, str]) -> bool:
        """Tell whether the venv can be installed into; a half-made or orphaned one cannot."""
        if self.is_running():
            return True
        base = self._base_python()
        if not base or have.get("python", base) != base:
            return False
        own_pip = "import pip, sys; sys.exit(not pip.__file__.startswith(sys.prefix))"
        return bool(have) or run([str(self.python), "-I", "-c", own_pip], self.log) == ""

    def _make_venv(self) -> None:
        import shutil

        for child in self.venv.iterdir():
            if child.name != "desk-app.lock":
                shutil.rmtree(child) if child.is_dir() and not child.is_symlink() else child.unlink()
        trouble = run([sys.executable, "-m", "venv", str(self.venv)], self.log)
        if trouble:
            raise SetupFailed(explain(trouble, self.venv, self.log))

    def _install(self, names: list[str]) -> None:
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--no-input", "--retries=2"]
        command += ["--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary=:all:"]
        for name in names:
            command += ["--requirement", str(self.lock(name))]
        trouble = run(command, self.log)
        if trouble:
            raise SetupFailed(explain(trouble, self.venv, self.log))

    def _base_python(self) -> str:
        """Return the interpreter behind the venv; empty when there is none, or it is no venv (any more)."""
        try:
            config = (self.venv / "pyvenv.cfg").read_text(encoding="utf-8")
        except OSError:
            return ""
        if sys.platform != "win32":
            base = Path(os.path.realpath(self.python))
            return str(base) if base.exists() else ""
        home = [line.partition("=")[2].strip() for line in config.splitlines() if line.startswith("home")]
        return home[0] if home and self.python.exists() and Path(home[0]).is_dir() else ""


def ensure(group: str = "runtime") -> None:
    """Return inside a venv that has everything of `group` ("runtime" or "dev"), re-executing if need be.

    A frozen build has everything, and DESK_APP_BOOTSTRAP=off takes what there is. Failure: one sentence, exit code 2.
    """
    if getattr(sys, "frozen", False):
        give_back_library_path()
        return
    if os.environ.get(SWITCH) == "off":
        return
    try:
        refuse_old_python(sys.version_info[:2])
        environment = Environment()
        if not environment.is_ready(group):
            environment.prepare(group)
        elif environment.is_running():
            os.environ.pop(_MARK, None)
            return
        environment.reexecute()
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def give_back_library_path() -> None:
    """Undo what a frozen build sets on Linux for itself: the viewer it opens must load its own libraries."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Raise SetupFailed when `version` (major, minor) is older than the program needs."""
    if version < NEEDED_PYTHON:
        text = translate(
            "Bootstrap", "本程序需要 Python {needed} 或更新版本，现在是 {found}：请安装新版后再启动。"
        )
        raise SetupFailed(text.format(needed=_dotted(NEEDED_PYTHON), found=_dotted(version)))


def needed_packages() -> list[str]:
    """Return the Debian packages (elsewhere: library files) this Linux lacks; empty on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    debian = is_debian()
    missing = [names[debian] for names in QT_LIBRARIES if not _can_load(names[0])]
    if not _has_module("ensurepip"):
        missing.insert(0, f"python{_dotted(sys.version_info[:2])}-venv" if debian else "ensurepip")
    if debian and (missing or may_install_packages()) and not _can_load(PRINTING_LIBRARY[0]):
        missing.append(PRINTING_LIBRARY[1])
    return missing


def is_debian() -> bool:
    """Tell whether apt-get can be used here (Debian, Ubuntu and their kin)."""
    import shutil

    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def may_install_packages() -> bool:
    """Tell whether this process may run apt-get: root, on Debian."""
    return sys.platform != "win32" and os.geteuid() == 0 and is_debian()


def packages_advice(packages: list[str]) -> str:
    """Return the sentence for a user who must have `packages` installed by an administrator."""
    names = " ".join(packages)
    if is_debian():
        text = translate(
            "Bootstrap", "缺少系统库，请先运行这一行，再重新启动：\nsudo apt-get install -y {names}"
        )
    else:
        text = translate("Bootstrap", "缺少系统库，请用系统的软件包管理器安装后再启动：{names}")
    return text.format(names=names)


def install_packages(packages: list[str], log: Path) -> None:
    """Install Debian `packages`; the lists are fetched first only when the first try fails."""
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if run(install, log) and (run([*apt, "update"], log) or run(install, log)):
        text = translate(
            "Bootstrap", "系统库没有装上（详见 {log}）：请检查网络，或自己运行 apt-get install {names}"
        )
        raise SetupFailed(text.format(log=log, names=" ".join(packages)))


def say(update: bool, packages: list[str]) -> None:
    """Tell on stderr, in one line, what the next minute is spent on."""
    if update:
        text = translate("Bootstrap", "正在更新运行环境 .venv …")
    elif packages:
        text = translate("Bootstrap", "第一次启动：正在安装系统库 {names} 和运行环境 .venv（约需一两分钟）…")
    else:
        text = translate("Bootstrap", "第一次启动：正在准备运行环境 .venv（下载约 100 MB，约需一分钟）…")
    print(text.format(names=" ".join(packages)), file=sys.stderr, flush=True)


def run(command: list[str], log: Path) -> str:
    """Run `command`, append its output to `log`; return "" on success, else that output."""
    import subprocess

    kept_out = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH")
    env = {key: value for key, value in os.environ.items() if key not in kept_out}
    env.update(DEBIAN_FRONTEND="noninteractive", PYTHONUTF8="1", LC_ALL="C.UTF-8")
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=env,
            check=False,
        )
    except OSError as error:
        return str(error)
    output = done.stdout.decode("utf-8", "replace")
    with log.open("a", encoding="utf-8") as file:
        file.write(f"$ {' '.join(command)}\n{output}\n[{done.returncode}]\n")
    return "" if done.returncode == 0 else output or str(done.returncode)


def explain(output: str, venv: Path, log: Path | None = None) -> str:
    """Return one sentence of cause and advice for the `output` of a failed step."""
    causes = (
        (
            ("do not match the hashes",),
            translate(
                "Bootstrap",
                "下载的安装包与校验值不符，未安装：请换一个网络或镜像源再启动；仍不行请联系维护人员。",
            ),
        ),
        (
            ("no space left", "errno 28", "not enough space"),
            translate("Bootstrap", "磁盘空间不足：请在 {folder} 所在的磁盘腾出至少 1 GB 后再启动。"),
        ),
        (
            ("permission denied", "errno 13", "read-only file system", "winerror 5", "winerror 32"),
            translate(
                "Bootstrap",
                "不能写入 {venv}：请关闭正在运行的程序，或把整个文件夹移到有写权限的位置后再启动。",
            ),
        ),
        (
            (
                "retrying (",
                "connection",
                "timed out",
                "name resolution",
                "proxyerror",
                "sslerror",
                "unreachable",
            ),
            translate(
                "Bootstrap", "下载失败：请检查网络后再启动；需要镜像源时用环境变量 PIP_INDEX_URL 指定。"
            ),
        ),
        (
            ("no matching distribution",),
            translate("Bootstrap", "没有适合这个 Python 的安装包：请用 64 位的 Python 3.11 至 3.14 再启动。"),
        ),
    )
    lowered = output.lower()
    for signs, text in causes:
        if any(sign in lowered for sign in signs):
            return text.format(venv=venv, folder=venv.parent)
    last = (output.strip().splitlines() or [""])[-1]
    text = translate(
        "Bootstrap", "运行环境没有装好（{last}）：详见 {log}；删除文件夹 {venv} 后再启动可重来。"
    )
    return text.format(last=last, log=log or venv, venv=venv)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`: two impatient starts must not install into one venv together."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt
            import time

            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:  # held by the other start
                    time.sleep(1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _can_load(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
