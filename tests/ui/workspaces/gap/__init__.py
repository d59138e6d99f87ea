"""The gap questionnaire in the window."""
