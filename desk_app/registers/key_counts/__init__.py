"""钥匙盘点: every key of the cabinet counted by two people against the book (domain.md F07 PD)."""
