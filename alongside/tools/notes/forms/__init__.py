"""The form of a visit: what was typed, what is still missing, what a passage would give away."""
