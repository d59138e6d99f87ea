"""The survey designer: versions, the plan of asking, the questions, and the form as it is printed."""
