"""Texts, numbers and dates as each language writes, reads and orders them."""
