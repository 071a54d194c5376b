"""The two start commands: what they prepare, what they say, what they pass on. No network is used.

The checkouts are real, small ones in a temporary folder: the real bootstrap, a lock naming one tiny wheel
that lies on disk, a `__main__` that prints what it was given.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk_app import bootstrap
from desk_app.core.display import missing_display

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "resources" / "requirements"
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)

ECHO = """
import json, sys
from desk_app import bootstrap
bootstrap.ensure(sys.argv[1])
import stand_in
print(json.dumps({"prefix": sys.prefix, "arguments": sys.argv[1:], "stand_in": stand_in.__file__}))
sys.exit(7)
"""


@dataclass(frozen=True)
class Checkout:
    """A small clone: start it and see what it says."""

    root: Path
    wheels: Path

    def lock(self, *, digest: str = "") -> None:
        """Write runtime.lock for the wheel on disk, with its hash or with `digest`."""
        (wheel,) = self.wheels.glob("*.whl")
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        text = f"stand-in==1.0 \\\n    --hash=sha256:{digest}\n"
        (self.root / "resources" / "requirements" / "runtime.lock").write_text(text, encoding="utf-8")

    def start(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m desk_app` here as a user would, with the base Python and only the local wheels."""
        env = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "COV_"))}
        env.pop(bootstrap.SWITCH, None)
        local = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        env |= {**local, "PYTHONUTF8": "1", **variables}
        return subprocess.run(
            [BASE_PYTHON, "-m", "desk_app", *arguments],
            cwd=self.root, env=env, capture_output=True, encoding="utf-8", timeout=100, check=False,
        )  # fmt: skip

    @property
    def stamp(self) -> Path:
        """Return the path of the stamp."""
        return self.root / ".venv" / "desk-app.stamp"


def make_checkout(root: Path) -> Checkout:
    package = root / "desk_app"
    (package / "core").mkdir(parents=True)
    (root / "resources" / "requirements").mkdir(parents=True)
    for name in ("__init__.py", "bootstrap.py", "core/__init__.py", "core/i18n.py"):
        shutil.copy(ROOT / "desk_app" / name, package / name)
    (package / "__main__.py").write_text(ECHO, encoding="utf-8")
    wheels = root / "wheels"
    wheels.mkdir()
    info = "stand_in-1.0.dist-info"
    with zipfile.ZipFile(wheels / "stand_in-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("stand_in.py", "")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: stand-in\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    checkout = Checkout(root, wheels)
    checkout.lock()
    return checkout


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line said, after checking that it is a refusal and not a traceback."""
    assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def started_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Checkout, subprocess.CompletedProcess[str]]:
    checkout = make_checkout(tmp_path_factory.mktemp("first"))
    return checkout, checkout.start("runtime", "two words", "-k", "访客", "--seed=1")


@pytest.fixture
def checkout(started_once, tmp_path: Path) -> Checkout:
    """A clone that was started before."""
    root = tmp_path / "clone"
    shutil.copytree(started_once[0].root, root, symlinks=True)
    return Checkout(root, root / "wheels")


# -- the first start -----------------------------------------------------------------------------------------


def test_the_first_start_makes_the_venv_installs_the_lock_and_carries_on_inside(started_once):
    checkout, done = started_once
    told = json.loads(done.stdout)
    assert Path(told["prefix"]).samefile(checkout.root / ".venv")
    assert Path(told["stand_in"]).is_relative_to(checkout.root / ".venv")
    assert done.stderr.count("\n") == 1 and "第一次启动" in done.stderr


def test_arguments_and_the_exit_code_pass_through(started_once):
    _, done = started_once
    assert json.loads(done.stdout)["arguments"] == ["runtime", "two words", "-k", "访客", "--seed=1"]
    assert done.returncode == 7


def test_the_first_start_leaves_nothing_at_the_top_level_but_the_venv(started_once):
    checkout, _ = started_once
    assert {path.name for path in checkout.root.iterdir()} == {"desk_app", "resources", "wheels", ".venv"}


# -- later starts --------------------------------------------------------------------------------------------


def test_the_second_start_says_nothing_and_installs_nothing(checkout):
    log = checkout.root / ".venv" / "desk-app-install.log"
    before = log.read_text(encoding="utf-8")
    done = checkout.start("runtime")
    assert (done.returncode, done.stderr) == (7, "")
    assert log.read_text(encoding="utf-8") == before


def test_a_changed_lock_is_installed_again(checkout):
    lock = checkout.root / "resources" / "requirements" / "runtime.lock"
    lock.write_text("# a new resolution\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    done = checkout.start("runtime")
    assert done.returncode == 7 and "更新运行环境" in done.stderr
    assert checkout.start("runtime").stderr == ""


def test_the_tests_add_their_lock_and_the_program_does_not_install_again(checkout):
    (checkout.root / "resources" / "requirements" / "dev.lock").write_text("", encoding="utf-8")
    assert "更新运行环境" in checkout.start("dev").stderr
    assert checkout.start("runtime").stderr == ""
    assert checkout.start("dev").stderr == ""


def test_a_half_made_venv_is_finished(checkout):
    checkout.stamp.unlink()
    (checkout.root / ".venv" / "pyvenv.cfg").unlink()
    shutil.rmtree(next((checkout.root / ".venv").glob("[lL]ib*")))
    with ThreadPoolExecutor() as two:  # by an impatient user who starts it twice
        both = list(two.map(lambda _: checkout.start("runtime"), range(2)))
    assert [done.returncode for done in both] == [7, 7]
    log = (checkout.root / ".venv" / "desk-app-install.log").read_text(encoding="utf-8")
    assert log.count("-m pip install") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the venv's python is no link there")
def test_a_venv_whose_python_is_gone_is_made_anew(checkout):
    for link in (checkout.root / ".venv" / "bin").glob("python*"):
        link.unlink()
    (checkout.root / ".venv" / "bin" / "python").symlink_to("/nonexistent/python3.11")
    done = checkout.start("runtime")
    assert done.returncode == 7 and json.loads(done.stdout)["stand_in"]


def test_a_venv_that_cannot_be_entered_ends_with_a_sentence_not_in_an_endless_round(checkout):
    (checkout.root / "desk_app" / "__main__.py").write_text(
        "from desk_app import bootstrap\nbootstrap.Environment.is_running = lambda self: False\n" + ECHO,
        encoding="utf-8",
    )
    assert "删除文件夹" in refused(checkout.start("runtime"))


# -- what goes wrong -----------------------------------------------------------------------------------------


def test_a_package_with_another_hash_is_not_installed(checkout):
    checkout.lock(digest="0" * 64)
    python = bootstrap.Environment(checkout.root).python
    subprocess.run([python, "-m", "pip", "uninstall", "-qy", "stand-in"], check=True)
    assert "校验值不符" in refused(checkout.start("runtime"))
    assert "校验值不符" in refused(checkout.start("runtime"))
    checkout.lock()
    assert checkout.start("runtime").returncode == 7


def test_without_network_one_sentence_says_so(checkout):
    lock = checkout.root / "resources" / "requirements" / "runtime.lock"
    lock.write_text(f"elsewhere==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    done = checkout.start("runtime", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert "网络" in refused(done)


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "磁盘空间",
        ),
        ("[Errno 13] Permission denied: '.venv/lib'", "写权限"),
        ("PermissionError: [WinError 5] 拒绝访问。: '.venv\\\\Scripts\\\\python.exe'", "写权限"),
        ("WARNING: Retrying (Retry(total=1)) ...\nERROR: No matching distribution found for x", "网络"),
        ("ERROR: No matching distribution found for PySide6-Essentials==6.11.3", "64 位"),
        ("something nobody foresaw", "something nobody foresaw"),
    ],
)
def test_a_failed_step_is_explained_with_advice(output, advice):
    text = bootstrap.explain(output, Path("desk/.venv"), Path("desk/.venv/install.log"))
    assert advice in text and "再启动" in text and "\n" not in text


@pytest.mark.parametrize("version", [(3, 7), (3, 10)])
def test_a_python_too_old_is_refused_with_a_sentence(version):
    with pytest.raises(bootstrap.SetupFailed, match=r"需要 Python 3\.11.*现在是 3\.\d+"):
        bootstrap.refuse_old_python(version)


def test_newer_pythons_are_welcome():
    for version in ((3, 11), (3, 12), (4, 0)):
        assert bootstrap.refuse_old_python(version) is None


@pytest.mark.skipif(not bootstrap.is_debian(), reason="apt-get is Debian's")
def test_a_user_without_root_is_given_the_one_line_that_installs_the_libraries():
    advice = bootstrap.packages_advice(["libegl1", "libxcb-cursor0"])
    assert advice.splitlines()[-1] == "sudo apt-get install -y libegl1 libxcb-cursor0"


def test_a_frozen_program_prepares_nothing(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(bootstrap, "ROOT", Path("/nonexistent"))
    monkeypatch.delenv(bootstrap.SWITCH, raising=False)
    assert bootstrap.ensure("runtime") is None
    assert not Path("/nonexistent").exists()


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_a_program_opened_by_a_frozen_one_finds_its_own_libraries(monkeypatch, before):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/desk/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before or "")
    if before is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    bootstrap.ensure("runtime")
    assert os.environ.get("LD_LIBRARY_PATH") == before


# -- the window needs a display ------------------------------------------------------------------------------


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"DISPLAY": ":0"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=x.json"}, False),
    ],
)
def test_a_missing_display_is_told_in_one_sentence(monkeypatch, variables, missing):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    text = missing_display()
    assert (text is not None) == missing
    if text:
        assert "xvfb-run -a python3 -m desk_app" in text and "\n" not in text


# -- what is vendored ----------------------------------------------------------------------------------------


def locked(group: str) -> dict[str, str]:
    text = (REQUIREMENTS / f"{group}.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("group", ["runtime", "dev", "build"])
def test_every_locked_package_has_hashes_and_no_address_is_in_the_lock(group):
    text = (REQUIREMENTS / f"{group}.lock").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked(group)) > 0
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?:|file:|--index|--find-links|@", text)


def test_the_locks_agree_where_they_share_a_package():
    runtime = locked("runtime")
    for group in ("dev", "build"):
        shared = locked(group).items()
        assert {name: version for name, version in shared if runtime.get(name, version) != version} == {}


def test_every_shipped_package_has_a_licence_row_with_its_version():
    text = (REQUIREMENTS / "LICENCES.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([\w.]+) \| (?=[A-Z])", text, re.MULTILINE))
    assert rows == locked("runtime")


def test_fonts_and_icons_lie_beside_their_licences():
    fonts, icons = ROOT / "resources" / "fonts", ROOT / "resources" / "icons"
    assert {path.name for path in fonts.glob("*.ttf")} == {"NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"}
    assert "SIL Open Font License" in (fonts / "OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (icons / "LICENSE").read_text(encoding="utf-8")
    assert (icons / "app.ico").stat().st_size and (icons / "app.png").stat().st_size
