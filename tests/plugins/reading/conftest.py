"""Settings of these tests."""

from hypothesis import settings

# A shared machine is slow now and then; what must be quick is measured in processor time.
settings.register_profile("reading", deadline=None, max_examples=80)
settings.load_profile("reading")
