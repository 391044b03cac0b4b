"""The deadline engine: facts of one subject, dated rules and calendars in; due items with their arithmetic out.

Plain Python. It imports no Django, reads no clock and no file, and keeps nothing between two calls but its tables of
working days. `today` never enters a due item: see `judge.state`. The language of rules is in `docs/rules.md`.
"""
