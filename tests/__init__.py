"""Tests: a mirror of desk_app, written as sentences about behaviour."""
