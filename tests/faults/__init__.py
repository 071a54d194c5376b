"""The fault suite: what the program is put through, and what must be left afterwards.

`python -m tests.faults` runs its quick form, `--long` the long one; each kind prints its counts and has a control
that must fail, so that the harness is known to see. What is demanded: figures/safety.md §4 and issue 5.
"""
