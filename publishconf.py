"""Settings of Pelican for publishing: the same, at the site's own address."""

from pelicanconf import *  # noqa: F403 - Pelican's own way to build on other settings
from pelicanconf import LANMU

SITEURL = ""

# Empty: the address is base_url of content/site.toml.
LANMU = {**LANMU, "address": ""}
