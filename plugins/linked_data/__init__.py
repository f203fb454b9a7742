"""What pages tell machines of themselves: graphs of schema.org's terms, as JSON-LD."""
