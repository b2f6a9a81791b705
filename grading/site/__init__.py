"""The whole course as a web site: static files, with which a browser runs Python itself. ``make site``."""
