"""State machines as data: which step leads from where to where, and what a refused step says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desk_app.core.errors import RuleError
from desk_app.core.i18n import listed, translate


@dataclass(frozen=True)
class Step:
    """One permitted step. `label` is the Chinese name of what is done."""

    verb: str
    label: str
    origins: frozenset[str]
    target: str


def step(verb: str, label: str, origins: Collection[str], target: str) -> Step:
    """Return a step from any of `origins`."""
    return Step(verb, label, frozenset(origins), target)


@dataclass(frozen=True)
class Machine:
    """All permitted steps of a register. `labels` names the states; `context` translates both."""

    context: str
    labels: Mapping[str, str]
    start: frozenset[str]
    steps: tuple[Step, ...]

    def go(self, state: str, verb: str) -> str:
        """Return the state after `verb`; RuleError naming the state and what is possible from it."""
        for step in self.steps:
            if step.verb == verb and state in step.origins:
                return step.target
        wanted = next(step.label for step in self.steps if step.verb == verb)
        possible = listed(
            dict.fromkeys(translate(self.context, s.label) for s in self.steps if state in s.origins)
        )
        text = translate("Machine", "现在是「{state}」,不能{verb}。{rest}")
        rest = (
            translate("Machine", "可以做的是:{possible}。").format(possible=possible)
            if possible
            else translate("Machine", "这一单已经结束;如需再办请新开一单。")
        )
        raise RuleError(
            text.format(
                state=translate(self.context, self.labels[state]),
                verb=translate(self.context, wanted),
                rest=rest,
            )
        )

    def can(self, state: str, verb: str) -> bool:
        """Say whether `verb` is permitted in `state`."""
        return any(step.verb == verb and state in step.origins for step in self.steps)

    def ends(self) -> frozenset[str]:
        """Return the states that nothing leads out of."""
        return frozenset(self.labels) - {origin for step in self.steps for origin in step.origins}

    def drawing(self) -> str:
        """Return the machine as a Mermaid state diagram, for the documentation."""
        lines = ["stateDiagram-v2"]
        lines += [f"    {key}: {label}" for key, label in self.labels.items()]
        lines += [f"    [*] --> {state}" for state in sorted(self.start)]
        lines += [
            f"    {origin} --> {s.target}: {s.label}" for s in self.steps for origin in sorted(s.origins)
        ]
        lines += [f"    {state} --> [*]" for state in sorted(self.ends())]
        return "\n".join(lines)
