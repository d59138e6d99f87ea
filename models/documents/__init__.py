"""Controlled documents: data to blocks, blocks to pages. No Qt and no storage in here."""
