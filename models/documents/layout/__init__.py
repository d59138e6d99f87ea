"""Blocks to pages: boxes of known height, and the flow that fills sheets with them."""
