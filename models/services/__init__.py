"""What a user can do, one function each; services hand out records and raise `AppError`."""
