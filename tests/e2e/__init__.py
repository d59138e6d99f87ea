"""Whole journeys in the real window."""
