"""The README and the quick guides say what is there: commands, files, names, keys."""

from __future__ import annotations

import re
import shlex
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk_app import cli
from desk_app.core.paths import PROGRAM, RESOURCES

README = (PROGRAM / "README.md").read_text("utf-8")
GUIDES = {
    name: (RESOURCES / "guide" / name).read_text("utf-8") for name in ("quick_guide.md", "quick_guide_en.md")
}
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((PROGRAM / "desk_app").rglob("*.py")))
FORMS = "\n".join(path.read_text("utf-8") for path in sorted((PROGRAM / "forms").glob("*/form.toml")))
EXAMPLES = re.findall(r"^ +python3 -m desk_app +(\w.*?)(?: +#.*)?$", README, re.MULTILINE)
PICTURES = sorted((RESOURCES / "pictures").glob("*.png"))
TYPED = {"Enter", "Esc"}


def section(title: str) -> str:
    """Return the text of one section of the README."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_command_that_the_program_understands(example: str) -> None:
    options = cli.parser().parse_args(shlex.split(example))
    assert callable(options.command)


@pytest.mark.parametrize("name", sorted({example.split()[0] for example in EXAMPLES}))
def test_a_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([name, "--help"])
    assert left.value.code == 0
    assert name in capsys.readouterr().out


def test_every_command_of_the_program_has_an_example() -> None:
    listed = re.search(r"\n  COMMAND\n(.*?)\n\n", cli.parser().format_help(), re.DOTALL)
    assert listed
    names = re.findall(r"^    ([a-z][a-z-]*)", listed[1], re.MULTILINE)
    assert sorted(names) == sorted({example.split()[0] for example in EXAMPLES})


@pytest.mark.parametrize("module", sorted(set(re.findall(r"-m (tests\.tools\.\w+)", README))))
def test_a_tool_named_is_there(module: str) -> None:
    assert find_spec(module)


@pytest.mark.parametrize(
    "link", sorted({link for link in re.findall(r"\]\(([^)]+)\)", README) if link[0] != "#"})
)
def test_what_is_linked_is_there(link: str) -> None:
    assert (PROGRAM / link).exists()


def test_every_picture_is_shown_and_small() -> None:
    assert PICTURES
    for path in PICTURES:
        assert f"(resources/pictures/{path.name})" in README
        assert path.stat().st_size < 250_000, path


def test_the_glossary_names_what_the_code_calls_so() -> None:
    rows = re.findall(r"\| (`[^|]+`) (?=\|)", section("Glossary"))
    names = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert len(names) > 20
    missing = [name for name in names if not re.search(rf"\b{name}\b", SOURCES + FORMS)]
    assert not missing


@pytest.mark.parametrize("text", [section("Keys"), *GUIDES.values()], ids=["README", *GUIDES])
def test_a_key_told_is_a_key_of_the_program(text: str) -> None:
    keys = set(re.findall(r"`(F\d+|Ctrl\+\w+)`", text))
    assert len(keys) > 8
    assert not {key for key in keys if f'"{key}"' not in SOURCES}


def test_a_name_told_in_the_guide_stands_on_the_screen() -> None:
    names = set(re.findall("「([^」]+)」", GUIDES["quick_guide.md"]))
    assert len(names) > 10
    assert not {name for name in names if name not in SOURCES}


def test_a_name_told_in_the_english_guide_stands_on_the_screen() -> None:
    tree = ElementTree.parse(RESOURCES / "i18n" / "desk_en.ts")
    shown = "\n".join(element.text or "" for element in tree.iter("translation"))
    names = set(re.findall('"([^"]+)"', GUIDES["quick_guide_en.md"]))
    assert len(names) > 10
    assert not {name for name in names if name not in shown}


@pytest.mark.parametrize(
    "path",
    [PROGRAM / "README.md", *sorted((RESOURCES / "requirements").iterdir())],
    ids=lambda path: path.name,
)
def test_no_address_of_a_package_index_is_told(path: Path) -> None:
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", path.read_text("utf-8"))


def test_the_readme_stays_readable() -> None:
    assert len(README.splitlines()) < 350
