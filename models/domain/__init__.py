"""What a customer charter is made of: pure records and rules, no input or output."""
