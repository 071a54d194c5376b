"""A believable building and its work, made through the services; the same seed makes the same data."""

from __future__ import annotations

from desk_app.reports.demo.make import make

__all__ = ["make"]
