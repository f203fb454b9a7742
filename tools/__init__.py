"""Tools that belong to the repository and not to the site."""
