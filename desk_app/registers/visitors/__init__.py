"""访客: visitors and groups, expected and walk-in (domain.md F04)."""
