"""Fields that must agree with each other, and records that must differ."""
