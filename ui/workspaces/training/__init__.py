"""Step 4: what everybody has to know, and the proof that they do."""
