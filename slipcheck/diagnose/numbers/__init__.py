"""Numbers of an answer: typed, odd, too many or too few."""
