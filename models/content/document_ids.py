"""The ids of the controlled documents, for whoever needs nothing else of them."""

DOCUMENT_IDS = ("D1", "D2", "D3", "D4", "D5", "D6")
