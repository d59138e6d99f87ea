"""The records: frozen dataclasses, one module a step and one for what runs through all steps."""
