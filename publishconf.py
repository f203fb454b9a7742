"""Settings of Pelican for publishing: the same, at the site's own address."""

import sys
from pathlib import Path

# Pelican reads this file by its path: what lies beside it can be imported from here on.
sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from pelicanconf import LANMU

SITEURL = ""

# Empty: the address is base_url of content/site.toml.
LANMU = {**LANMU, "address": ""}
