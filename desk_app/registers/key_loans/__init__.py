"""钥匙流水: who took which key, with whose consent, until when, and how it came back (domain.md F07)."""
