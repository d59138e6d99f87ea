"""The internal audit: questions made of the company's own records, fieldwork, findings and report."""
