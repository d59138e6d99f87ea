"""The values of indicators, period by period."""
