"""The company file: the only place that knows SQLAlchemy."""
