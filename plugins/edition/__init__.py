"""The newsroom as plain frozen data: articles, columns, days, galleries and their indexes."""
