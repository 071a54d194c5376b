"""The building blocks, by keyboard and by eye."""
