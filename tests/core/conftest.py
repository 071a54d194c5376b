"""The tower and its clock."""

from tests.tower import lead, manager, now, qt, supervisor, tower

__all__ = ["lead", "manager", "now", "qt", "supervisor", "tower"]
