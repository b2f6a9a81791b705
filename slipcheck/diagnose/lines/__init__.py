"""One assignment of an answer: whether it gives the right values, and what is said where it does not."""
