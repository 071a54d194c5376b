"""How fast and how large: ratios against named baselines, measured in the same run (shared figures/speed.md §8)."""
