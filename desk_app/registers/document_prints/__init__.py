"""What the desk prints for the departments: asked for, agreed to by a supervisor, printed, collected (domain.md F23)."""
