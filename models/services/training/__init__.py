"""What a user does in step 4: the matrix of needs, sessions and who came, the test, the first days."""
