"""Every register's states and steps, from the machines that decide them: for the guide and for F1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from desk_app.core.i18n import translate
from desk_app.core.machine import Machine
from desk_app.registers import REGISTERS, Room


@dataclass(frozen=True)
class Drawn:
    """One machine: the title of the register it moves, translated, and whose context it speaks."""

    title: str
    machine: Machine

    def steps(self) -> Iterator[tuple[str, str, str]]:
        """Yield (state now, what is done, state then) in words, in the order of the states."""
        words = {key: translate(self.machine.context, label) for key, label in self.machine.labels.items()}
        for state, word in words.items():
            for step in self.machine.steps:
                if state in step.origins:
                    yield word, translate(self.machine.context, step.label), words[step.target]


def drawn() -> list[Drawn]:
    """Return the machines of all rooms in tab order; one that is only a part of another is left out."""
    found = []
    for room in REGISTERS:
        machines = _machines(room)
        for machine in machines:
            if not any(_is_part(machine, other) for other in machines):
                found.append(Drawn(_title(room, machine), machine))
    return found


def markdown(*, drawings: bool) -> str:
    """Return all machines as Markdown: a table of steps each, and with `drawings` a Mermaid diagram before it."""
    heads = (translate("States", "现在"), translate("States", "做什么"), translate("States", "变为"))
    title = translate("States", "状态与步骤")
    parts = [f"# {title}"]
    for one in drawn():
        parts.append(f"## {one.title}")
        if drawings:
            parts.append(f"```mermaid\n{one.machine.drawing()}\n```")
        rows = [heads, ("---",) * 3, *one.steps()]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join(parts) + "\n"


def _machines(room: Room) -> list[Machine]:
    name = f"desk_app.registers.{room.key}.rules"
    if find_spec(name) is None:
        return []
    return [value for value in vars(import_module(name)).values() if isinstance(value, Machine)]


def _is_part(machine: Machine, other: Machine) -> bool:
    return machine is not other and machine.labels == other.labels and set(machine.steps) < set(other.steps)


def _title(room: Room, machine: Machine) -> str:
    """Return the title of the register whose list shows these states; the room's own where none does."""
    registers = [other.register() for other in (room, *REGISTERS)]
    for register in registers:
        shown = {state.key for state in register.states}
        if register.context == machine.context and shown & set(machine.labels) >= set(machine.labels):
            return translate(register.context, register.title)
    return translate(registers[0].context, registers[0].title)
