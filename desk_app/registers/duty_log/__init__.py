"""The duty log: everything that happens at the desk, a line each, on the sheet of its shift (domain.md F01)."""
