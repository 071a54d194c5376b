"""放行条: what may be carried out of the building, by whom, with whose consent (domain.md F06)."""
