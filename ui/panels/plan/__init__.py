"""The plan as bars over the weeks."""
