"""What the program is called, its version, and how its files end."""

NAME = "manshur"
VERSION = "0.1.0"
SUFFIX = ".manshur"
