"""Tests of tables and forms, offscreen and on a real company file."""
