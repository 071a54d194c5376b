"""One room each."""
