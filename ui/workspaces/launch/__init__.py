"""The start of the charter: the list of what must be ready, and the decision."""
