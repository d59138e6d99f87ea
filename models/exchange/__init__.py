"""Formats for exchange with other programs; they know records and rows, not where these are kept."""
