"""Tests of the blocks, the line setter and the pages."""
