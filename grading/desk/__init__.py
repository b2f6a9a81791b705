"""Deprecated: names of the last release that users' configurations may hold. They go with the next one."""
