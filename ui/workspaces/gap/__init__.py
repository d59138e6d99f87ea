"""The gap questionnaire: question by question, as a list, its results, and its rounds."""
