"""`make bench`: pages and import, measured against the floor in one run on the same data (design §7)."""
