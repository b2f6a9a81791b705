"""Deprecated names that users' configurations may hold. They will be removed in the next release."""
