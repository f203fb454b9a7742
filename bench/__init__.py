"""Measures whole builds of a generated archive. Timings live here, never in tests."""
