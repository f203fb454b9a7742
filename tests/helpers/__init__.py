"""What several tests need: whole small sites, other programs, the pages of a built site."""
