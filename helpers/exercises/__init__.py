"""The exercises of this course, one file each, and what several of them share."""
