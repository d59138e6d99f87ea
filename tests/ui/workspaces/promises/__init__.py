"""Tests of the promise builder."""
