"""The sheets of a survey: entered by keyboard, imported, listed."""
