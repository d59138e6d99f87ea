"""The internal audit: programme, checklist with fieldwork, findings and report."""
