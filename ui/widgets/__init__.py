"""Reusable widgets that know no service and no record."""
