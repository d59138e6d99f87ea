"""What the answers to a survey come to, what that means, and what is decided; open answers by theme."""
