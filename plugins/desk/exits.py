"""What ``lanmu`` ends with; README and docs/plugins/desk.md say the same."""

WELL = 0
"""All well."""

FINDINGS = 1
"""Built, but with findings of severity error: their files are left out, and named."""

CALL = 2
"""A wrong call or wrong settings; nothing was begun."""

FAILED = 3
"""Could not build; the output is untouched."""
