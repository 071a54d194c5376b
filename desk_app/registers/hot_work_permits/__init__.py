"""动火证 (DH): who may work with fire, where, until when, and who watches (domain.md F10)."""
