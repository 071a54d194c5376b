"""Qt building blocks that know no register."""
