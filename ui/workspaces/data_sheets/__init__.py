"""The weekly counts."""
