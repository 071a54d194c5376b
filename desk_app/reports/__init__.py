"""What looks across registers."""
