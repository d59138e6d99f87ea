"""Step 5: promises that were not kept, and what that cost."""
