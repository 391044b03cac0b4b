"""A made-up council of 20,000 children and 400,000 entries, copied straight into the tables."""
