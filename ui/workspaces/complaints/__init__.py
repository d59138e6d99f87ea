"""Step 5: complaints as cases, from receipt to closing."""
