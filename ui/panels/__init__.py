"""Panels: the parts of pages, larger than a widget; they know records and services, but no page."""
