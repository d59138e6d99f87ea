"""Search over everything: its field in the header, and what it found over the page."""
