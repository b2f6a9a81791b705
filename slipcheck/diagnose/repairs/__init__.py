"""What single change would make an answer right: the change says what is wrong, and where."""
