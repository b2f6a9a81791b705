"""The whole course as a website: static files with which a browser runs Python itself. ``make site``."""
