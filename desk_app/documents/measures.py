"""The free space and the least letters that every block of a form keeps to."""

PAD = 1.5
"""Free space between a line and the words beside it, mm."""
AIR = 0.5
"""Free space between a line and the words above or below it, mm."""

FLOOR = 5.5
"""The least letters, points."""
_SHRINK = 0.74


def smallest(size: float) -> float:
    """Return how small letters of `size` points may become."""
    return max(FLOOR, size * _SHRINK)
