"""The line setter: from logical text in any direction to glyphs on a page that read back as written."""
