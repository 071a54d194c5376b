"""上门人员: contractors on a floor and their hourly confirmation calls (domain.md F05, S0㈠2)."""
