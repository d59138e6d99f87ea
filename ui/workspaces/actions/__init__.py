"""Corrective actions: the board, the list, one action beside them, the rule, and what customers are told."""
