"""The window, its frame and its own pages."""
