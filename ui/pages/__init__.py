"""The pages of the window, one module each; they know nothing of each other."""
