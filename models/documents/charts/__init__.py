"""Charts as geometry: computed once in plain Python, painted alike on paper and in the window.

The axis runs from left to right in every language; words and digits are the language's own.
"""
