"""Pictures drawn on the server from plain data. Each has its words beside it on the page, made from the same data."""
