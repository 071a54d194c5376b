"""Paper and spreadsheets: bytes out, no Qt, no SQL."""
