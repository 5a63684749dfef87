"""Hostile input: what must hold of any result, and what is fed to newsie to break it."""
