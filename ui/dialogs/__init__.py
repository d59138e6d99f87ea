"""Dialogs: each asks for one decision and returns its answer."""
