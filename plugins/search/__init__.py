"""Search in the reader's browser: the index that Pagefind makes, in parts."""
