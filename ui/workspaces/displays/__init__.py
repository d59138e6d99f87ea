"""Where customers see the charter, with photos."""
