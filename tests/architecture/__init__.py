"""Tests of the house itself: what may import what, what a page must declare, which words we use.

Each rule is a plain function that takes text or names and returns faults as sentences. One test applies it to the
project; others plant a small fault and see that it bites.
"""
