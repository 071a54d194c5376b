"""出入证 and 临时出入证: who may come in to work, until when, and what became of the card (F08, F09)."""
