"""Search over everything: records, content, documents, pages and commands."""
