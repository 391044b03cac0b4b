"""Kinds of organisation."""

from django.db import models


class Kind(models.TextChoices):
    COUNCIL = "council", "Council"
    SCHOOL = "school", "School"
    HOME = "home", "Children's home"
    AGENCY = "agency", "Agency"
