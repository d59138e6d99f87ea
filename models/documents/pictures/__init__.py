"""Pictures that users bring: read, turned upright, made small enough for paper."""
