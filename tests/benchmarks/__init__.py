"""Measurements, run apart from the tests: uv run python -m tests.benchmarks.NAME."""
