"""What a user does with a survey: design it, take in its answers, sort and analyse them."""
