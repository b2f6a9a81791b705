"""What runs inside the sandbox. It knows no reference, no check and no parameters but those of its own run."""
