"""What `alongside` can do with the copy itself; the areas bring commands of their own."""
