"""The tree over a table's pages, put back where one of its branches was lost: its leaves are still there.

Without it, one bad branch, or an old state of one, would hide a table's rows from the walk (core/salvage.py). What hangs on no tree and is
not free was below the lost branch; it is put back only where that is beyond doubt: one branch is lost, the leaves'
rowids do not overlap, and they have the table's columns. Format: sqlite.org/fileformat2.html §1.6.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

BRANCH, LEAF = 5, 13
_HEAD = {BRANCH: 12, LEAF: 8}
Span = tuple[int, int]
"""The least and the greatest rowid below a page."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a variable-length integer and where it ends."""
    value = 0
    for n in range(9):
        one = data[at + n]
        if n == 8:
            return value << 8 | one, at + 9
        value = value << 7 | one & 0x7F
        if one < 0x80:
            break
    return value, at + n + 1


def as_varint(value: int) -> bytes:
    """Return an integer of less than 56 bits in SQLite's variable length."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(value & 0x7F | 0x80)
    return bytes(reversed(out))


@dataclass
class Tree:
    """What hangs together: `pages` in clear by number (bad ones are missing), `usable` bytes a page."""

    pages: Mapping[int, bytes]
    usable: int
    seen: set[int] = field(default_factory=set)
    holes: list[int] = field(default_factory=list)
    torn: list[int] = field(default_factory=list)
    """Bad pages on which a long row goes on: no branch hangs on them."""

    def walk(self, root: int) -> None:
        """Go through a table's tree; bad pages on the way become holes."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self.seen:
                continue
            self.seen.add(number)
            if number not in self.pages:
                self.holes.append(number)
            elif self.kind(number) == BRANCH:
                waiting += self.children(number)
            elif self.kind(number) == LEAF:
                self._follow_overflow(number)

    def walk_free(self) -> None:
        """Go through the list of free pages: what lies on them is gone on purpose."""
        trunk, _count = struct.unpack(">II", self.pages[1][32:40])
        while trunk and trunk not in self.seen:
            self.seen.add(trunk)
            page = self.pages.get(trunk)
            if page is None:
                self.holes.append(trunk)
                return
            trunk, count = struct.unpack(">II", page[:8])
            if count <= self.usable // 4:
                self.seen.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))

    def kind(self, number: int) -> int:
        """Return what kind of page one is."""
        return self.pages[number][100 if number == 1 else 0]

    def children(self, number: int) -> list[int]:
        """Return the pages below a branch, the last one last."""
        page, start = self.pages[number], 100 if number == 1 else 0
        below = [struct.unpack(">I", page[at : at + 4])[0] for at in self._cells(number)]
        return [*below, struct.unpack(">I", page[start + 8 : start + 12])[0]]

    def rowids(self, number: int) -> tuple[int, int] | None:
        """Return the least and greatest rowid below a page, None where there is none or a page is bad."""
        if number not in self.pages:
            return None
        if self.kind(number) == LEAF:
            found = [
                varint(self.pages[number], varint(self.pages[number], at)[1])[0] for at in self._cells(number)
            ]
            return (min(found), max(found)) if found else None
        ends = [self.rowids(child) for child in self.children(number)]
        known = [end for end in ends if end is not None]
        return (known[0][0], known[-1][1]) if known and len(known) == len(ends) else None

    def columns(self, number: int) -> int:
        """Return how many columns the first row below a page has."""
        if self.kind(number) == BRANCH:
            return self.columns(self.children(number)[0])
        page = self.pages[number]
        at = varint(page, varint(page, next(iter(self._cells(number))))[1])[1]
        size, place = varint(page, at)
        count, end = 0, at + size
        while place < end:
            _kind, place = varint(page, place)
            count += 1
        return count

    def rows(self, number: int) -> set[bytes]:
        """Return the rows of a leaf as they are stored, without those that go on elsewhere."""
        page, found = self.pages[number], set()
        for at in self._cells(number):
            size, after = varint(page, at)
            _rowid, after = varint(page, after)
            if size <= self.usable - 35:
                found.add(page[at : after + size])
        return found

    def _cells(self, number: int) -> Iterator[int]:
        page, start = self.pages[number], 100 if number == 1 else 0
        (count,) = struct.unpack(">H", page[start + 3 : start + 5])
        first = start + _HEAD[page[start]]
        yield from struct.unpack(f">{count}H", page[first : first + 2 * count])

    def _follow_overflow(self, number: int) -> None:
        most, least = self.usable - 35, (self.usable - 12) * 32 // 255 - 23
        page = self.pages[number]
        for at in self._cells(number):
            size, after = varint(page, at)
            if size <= most:
                continue
            _rowid, after = varint(page, after)
            local = least + (size - least) % (self.usable - 4)
            after += local if local <= most else least
            (following,) = struct.unpack(">I", page[after : after + 4])
            while following and following not in self.seen:
                self.seen.add(following)
                if following not in self.pages:
                    self.torn.append(following)
                    break
                (following,) = struct.unpack(">I", self.pages[following][:4])


def lost_branch(tree: Tree, roots: Mapping[int, int]) -> tuple[int, bytes] | None:
    """Return the number and content of the one branch that is lost or old, None when there is none or it is in doubt.

    `roots` are all tables' first pages with their numbers of columns.
    """
    owner: dict[int, int] = {}
    for root, columns in roots.items():
        before = len(tree.holes)
        tree.walk(root)
        owner.update(dict.fromkeys(tree.holes[before:], columns))
    tree.walk_free()
    ends = _loose(tree)
    if not ends:
        return None
    if not tree.holes:
        return _longer(tree, roots, ends) or _higher(tree, roots, ends)
    fits = len(tree.holes) == 1 and all(tree.columns(n) <= owner.get(tree.holes[0], 0) for _span, n in ends)
    if not fits:
        return None
    return _branch(tree.holes[0], [(n, span[1]) for span, n in ends], tree.usable)


def _loose(tree: Tree) -> list[tuple[Span, int]]:
    """Return what hangs on no tree, by rowids: the topmost pages; nothing when they cannot be put in order."""
    loose = [n for n in tree.pages if n not in tree.seen and tree.kind(n) in _HEAD]
    below = {child for n in loose if tree.kind(n) == BRANCH for child in tree.children(n)}
    spans = {n: tree.rowids(n) for n in loose if n not in below}
    ends = sorted((span, n) for n, span in spans.items() if span is not None)
    apart = all(one[0][1] < two[0][0] for one, two in pairwise(ends))
    return ends if len(ends) == len(spans) and apart else []


def _longer(tree: Tree, roots: Mapping[int, int], ends: list[tuple[Span, int]]) -> tuple[int, bytes] | None:
    """Hang loose leaves behind the last leaf of the one table that they go on from: an old state of its branch lost them."""
    leaves = all(tree.kind(n) == LEAF for _span, n in ends)
    owners = [
        root
        for root, columns in roots.items()
        if tree.kind(root) == BRANCH
        and all(tree.columns(n) <= columns for _span, n in ends)
        and (tree.rowids(root) or (0, 0))[1] + 1 == ends[0][0][0]
    ]
    if not leaves or len(owners) != 1:
        return None
    number = owners[0]
    while tree.kind(last := tree.children(number)[-1]) == BRANCH:
        number = last
    known = [(child, (tree.rowids(child) or (0, 0))[1]) for child in tree.children(number)]
    return _branch(number, [*known, *((n, span[1]) for span, n in ends)], tree.usable)


def _higher(tree: Tree, roots: Mapping[int, int], ends: list[tuple[Span, int]]) -> tuple[int, bytes] | None:
    """Put a branch over loose pages where an old state lies that was a leaf yet: some of its rows are still theirs."""
    rows = set().union(*(tree.rows(n) for _span, n in ends if tree.kind(n) == LEAF))
    owners = [root for root in roots if tree.kind(root) == LEAF and root != 1 and tree.rows(root) & rows]
    if len(owners) != 1 or (tree.rowids(owners[0]) or (0, 0))[1] > ends[-1][0][1]:
        return None
    return _branch(owners[0], [(n, span[1]) for span, n in ends], tree.usable)


def _branch(number: int, children: list[tuple[int, int]], usable: int) -> tuple[int, bytes] | None:
    """Return a branch page over these (page, greatest rowid), in their order; None when they are too many for one."""
    cells = [struct.pack(">I", number) + as_varint(last) for number, last in children[:-1]]
    if _HEAD[BRANCH] + sum(2 + len(cell) for cell in cells) > usable:
        return None
    page, end = bytearray(usable), usable
    for n, cell in enumerate(cells):
        end -= len(cell)
        page[end : end + len(cell)] = cell
        page[12 + 2 * n : 14 + 2 * n] = struct.pack(">H", end)
    page[:12] = struct.pack(">BHHHBI", BRANCH, 0, len(cells), end, 0, children[-1][0])
    return number, bytes(page)
