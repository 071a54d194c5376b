"""What is packed for Windows, as far as that can be told elsewhere: the spec's branch, the version, the installer."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from desk_app.core.paths import PROGRAM

VERSION = tomllib.loads((PROGRAM / "pyproject.toml").read_text("utf-8"))["project"]["version"]
WINDOWS = PROGRAM / "resources" / "windows"
INSTALLER = (WINDOWS / "desk.iss").read_text("utf-8-sig")
KEPT = (
    "PySide6\\plugins\\platforms\\qwindows.dll", "PySide6\\plugins\\platforms\\qoffscreen.dll",
    "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "PySide6\\plugins\\imageformats\\qjpeg.dll",
    "PySide6\\plugins\\iconengines\\qsvgicon.dll", "PySide6\\Qt6PrintSupport.dll", "sqlcipher3\\_sqlite3.pyd",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "PySide6/Qt/plugins/platforms/libqxcb.so",
)  # fmt: skip
LEFT_OUT = (
    "PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll", "PySide6\\Qt6VirtualKeyboard.dll",
    "PySide6\\Qt6Quick.dll", "PySide6\\opengl32sw.dll", "PySide6\\plugins\\imageformats\\qtiff.dll",
    "PySide6/Qt/plugins/imageformats/libqtiff.so", "PySide6/Qt/plugins/platforms/libqeglfs.so",
)  # fmt: skip


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """Run build.spec as PyInstaller would on Windows, with stand-ins that only note what they are given."""
    hooks, depend = ModuleType("hooks"), ModuleType("bindepend")
    hooks.collect_submodules = hooks.copy_metadata = lambda _name: []
    depend.get_imports = lambda _file: []
    monkeypatch.setitem(sys.modules, "PyInstaller", ModuleType("PyInstaller"))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend", ModuleType("depend"))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", depend)
    monkeypatch.setitem(sys.modules, "PyInstaller.utils", ModuleType("utils"))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "platform", "win32")

    def analysis(_scripts: object, **_given: object) -> SimpleNamespace:
        files = [(name, name, "BINARY") for name in (*KEPT, *LEFT_OUT)]
        return SimpleNamespace(pure=[], scripts=[], binaries=files, datas=[])

    spec: dict[str, Any] = {
        "SPECPATH": str(PROGRAM), "workpath": str(tmp_path), "Analysis": analysis, "PYZ": lambda pure: pure,
        "EXE": lambda *_parts, **given: SimpleNamespace(**given), "COLLECT": lambda *parts, **given: (parts, given),
    }  # fmt: skip
    exec(compile((PROGRAM / "build.spec").read_text("utf-8"), "build.spec", "exec"), spec)
    return spec


def test_the_window_has_no_console_and_the_commands_have_one(on_windows: dict[str, Any]) -> None:
    assert [(one.name, one.console) for one in on_windows["programs"]] == [
        ("desk", False),
        ("desk-cli", True),
    ]
    assert all(Path(one.icon).is_file() and not one.strip for one in on_windows["programs"])


def test_what_is_used_is_packed_and_nothing_under_the_gpl(on_windows: dict[str, Any]) -> None:
    assert [name for name, _file, _kind in on_windows["analysis"].binaries] == list(KEPT)
    assert "readline" in on_windows["EXCLUDED"]


def test_the_version_resource_says_the_version_of_the_project(on_windows: dict[str, Any]) -> None:
    def part(*given: Any, **named: Any) -> list[Any]:
        return [*given, named]

    names = (
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct"
    )  # fmt: skip
    for one in on_windows["programs"]:
        text = Path(one.version).read_text("utf-8")
        filled = repr(eval(text, dict.fromkeys(names, part)))
        assert str((*map(int, VERSION.split(".")), 0)) in filled
        assert filled.count(f"'{VERSION}'") == 2
        assert f"'{one.name}.exe'" in filled


def test_the_installer_names_what_is_there_or_is_built(on_windows: dict[str, Any]) -> None:
    icon = re.search(r"^SetupIconFile=(.+)$", INSTALLER, re.MULTILINE)
    assert icon and (WINDOWS / icon[1].replace("\\", "/")).is_file()
    programs = {one.name + ".exe" for one in on_windows["programs"]}
    assert set(re.findall(r"\{app\}\\([\w-]+\.exe)", INSTALLER)) <= programs
    assert "\\dist\\desk" in INSTALLER  # build.spec's COLLECT


def test_an_installed_program_is_found_again_by_its_fixed_id() -> None:
    assert "AppId={{52D28B1E-7C0A-4F5B-9C1B-A4C0D0D3F2E6}" in INSTALLER  # never another one


def test_the_installer_takes_its_version_from_outside_and_leaves_the_data() -> None:
    told = re.findall(r"\d+\.\d+\.\d+", INSTALLER)
    assert set(told) <= {VERSION, "10.0.17763"}  # the example in the comment is today's
    assert "[UninstallDelete]" not in INSTALLER
    assert "LOCALAPPDATA" not in INSTALLER.split("[Setup]")[1]
