"""The workspaces of step 2: scope, policy, roles and objectives."""
