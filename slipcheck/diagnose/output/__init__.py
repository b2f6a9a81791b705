"""What the print and plot commands of an answer show, beside what they should show."""
