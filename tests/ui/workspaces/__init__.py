"""The workspaces of steps, in a real window."""
