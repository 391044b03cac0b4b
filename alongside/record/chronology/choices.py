"""Words of the chronology."""

from django.db.models import TextChoices


class Significance(TextChoices):
    """How much an event matters to a child's story; a chronology can be shown from one of these up."""

    ROUTINE = "routine", "Routine"
    SIGNIFICANT = "significant", "Significant"
    TURNING_POINT = "turning_point", "Turning point"
