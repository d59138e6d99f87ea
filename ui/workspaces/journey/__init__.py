"""The customer's journey, drawn as a path above its register."""
