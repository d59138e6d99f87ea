"""The promise builder: the promises of the charter, one by one and as a whole."""
