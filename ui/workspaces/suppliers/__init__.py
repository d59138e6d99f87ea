"""What suppliers were told."""
