"""What the answers to a survey come to: results, figures, comparison, pitfalls, themes and versions."""
