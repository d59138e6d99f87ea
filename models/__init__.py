"""Manshur without a window: everything the application knows and can do."""
