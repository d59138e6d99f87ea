"""The management review: meetings, agenda with figures, decisions, next year's objectives, minutes."""
