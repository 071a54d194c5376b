"""What every register stands on; no Qt, no PDF, no Excel."""
