"""The sheets of the duty log: one a shift, with its header, hand-in and print (domain.md F01)."""
