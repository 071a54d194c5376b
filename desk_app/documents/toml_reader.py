"""Read a TOML table strictly: every key known, every value of its kind and in its range."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate


class TemplateBroken(KnownError):
    """A form.toml cannot be used: `path`, the `key` in it, and the `reason`."""

    def __init__(self, path: Path, key: str, reason: str) -> None:
        super().__init__(
            translate("Paper", "表单文件 {path} 有误:{key}:{reason}").format(
                path=path, key=key, reason=reason
            )
        )
        self.path = path
        self.key = key
        self.reason = reason


class Section:
    """One TOML table; `done` refuses what nobody asked for."""

    def __init__(self, path: Path, key: str, data: object) -> None:
        self.path = path
        self.key = key
        if not isinstance(data, dict):
            raise self.broken("", translate("Paper", "应为一组设置"))
        self._data: dict[str, object] = data
        self._asked: set[str] = set()

    def broken(self, name: str, reason: str) -> TemplateBroken:
        """Return the error for the setting `name` of this section."""
        return TemplateBroken(self.path, ".".join(part for part in (self.key, name) if part), reason)

    def has(self, name: str) -> bool:
        """Return whether the setting is there."""
        return name in self._data

    def text(self, name: str, default: str | None = None, *, longest: int = 200) -> str:
        """Return words; without a default they must be there and not be empty."""
        value = self._get(name, default)
        if not isinstance(value, str):
            raise self.broken(name, translate("Paper", "应为带引号的文字"))
        if default is None and not value.strip():
            raise self.broken(name, translate("Paper", "不能为空"))
        if len(value) > longest:
            raise self.broken(name, translate("Paper", "不能超过 {count} 个字").format(count=longest))
        return value

    def number(self, name: str, low: float, high: float, default: float | None = None) -> float:
        """Return a number between `low` and `high`."""
        value = self._get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.broken(name, translate("Paper", "应为数字,不加引号"))
        if not low <= value <= high:
            raise self.broken(
                name, translate("Paper", "应在 {low:g} 到 {high:g} 之间").format(low=low, high=high)
            )
        return float(value)

    def count(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number between `low` and `high`."""
        value = self.number(name, low, high, default)
        if value != int(value):
            raise self.broken(name, translate("Paper", "应为整数"))
        return int(value)

    def flag(self, name: str, default: bool) -> bool:
        """Return true or false."""
        value = self._get(name, default)
        if not isinstance(value, bool):
            raise self.broken(name, translate("Paper", "只能写 true(是)或 false(否)"))
        return value

    def choice(self, name: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Return one of the words in `allowed`."""
        value = self.text(name, default)
        if value not in allowed:
            raise self.broken(
                name, translate("Paper", "只能是 {allowed} 之一").format(allowed=" / ".join(allowed))
            )
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words, empty when it is not there."""
        value = self._get(name, ())
        if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
            raise self.broken(name, translate("Paper", "应为方括号里的一列文字"))
        if len(set(value)) != len(value):
            raise self.broken(name, translate("Paper", "有重复"))
        return tuple(value)

    def numbers(self, name: str, low: float, high: float) -> tuple[float, ...]:
        """Return a list of at least one number between `low` and `high`."""
        value = self._get(name, None)
        if not isinstance(value, list) or not value:
            raise self.broken(name, translate("Paper", "应为方括号里的一列数字"))
        wrapped = Section(self.path, self.key, {f"{name}[{at}]": one for at, one in enumerate(value, 1)})
        return tuple(wrapped.number(key, low, high) for key in tuple(wrapped._data))

    def section(self, name: str) -> Section:
        """Return the sub-table `name`, which must be there."""
        return Section(self.path, self._path_of(name), self._get(name, None))

    def sections(self, name: str, *, least: int, most: int) -> list[Section]:
        """Return the tables of a list; their keys count from 1."""
        value = self._get(name, [] if least == 0 else None)
        if not isinstance(value, list):
            raise self.broken(name, translate("Paper", "应为一列设置,写作 [[{name}]]").format(name=name))
        if not least <= len(value) <= most:
            raise self.broken(
                name, translate("Paper", "应有 {least} 到 {most} 项").format(least=least, most=most)
            )
        return [Section(self.path, f"{self._path_of(name)}[{at}]", one) for at, one in enumerate(value, 1)]

    def rows(self, name: str) -> list[list[Section]]:
        """Return a list of rows of tables."""
        value = self._get(name, None)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(row, list) and row for row in value)
        ):
            raise self.broken(name, translate("Paper", "应为若干行,每行是方括号里的一列 {…}"))
        return [
            [
                Section(self.path, f"{self._path_of(name)}[{at}][{place}]", one)
                for place, one in enumerate(row, 1)
            ]
            for at, row in enumerate(value, 1)
        ]

    def done(self) -> None:
        """Refuse settings that nobody asked for."""
        unknown = sorted(set(self._data) - self._asked)
        if unknown:
            known = " ".join(sorted(self._asked))
            raise self.broken(
                unknown[0], translate("Paper", "没有这个设置;这里可以写:{known}").format(known=known)
            )

    def _path_of(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key else name

    def _get(self, name: str, default: object) -> object:
        self._asked.add(name)
        value = self._data.get(name, default)
        if value is None:
            raise self.broken(name, translate("Paper", "缺少这个设置"))
        return value
