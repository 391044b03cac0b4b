"""Alongside: case management for the people who stand alongside a child."""

__version__ = "0.1.0"
