"""Pages that hold every component. Not part of the product; the people are made up."""
