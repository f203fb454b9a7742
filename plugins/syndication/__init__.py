"""RSS 2.0 for whoever has items to give: the one place that knows feedgen."""
