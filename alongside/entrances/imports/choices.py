"""Words of bringing files in."""

from django.db import models


class Kind(models.TextChoices):
    CENSUS = "census", "Children in Need census"
    PEOPLE = "people", "People file"


class Status(models.TextChoices):
    """How a run stands. A run that says it is reading or importing and holds no lock has been interrupted."""

    UPLOADED = "uploaded", "Waiting to be read"
    READING = "reading", "Being read"
    PREVIEWED = "previewed", "Read: waiting for you to confirm"
    CONFIRMED = "confirmed", "Waiting to be brought in"
    IMPORTING = "importing", "Being brought in"
    INTERRUPTED = "interrupted", "Stopped in the middle"
    DONE = "done", "Brought in"
    REFUSED = "refused", "Not taken"
    DROPPED = "dropped", "Not brought in: you chose not to"


WORKING = (Status.READING, Status.IMPORTING)
WAITING = (Status.UPLOADED, Status.CONFIRMED)
FINISHED = (Status.DONE, Status.REFUSED, Status.DROPPED)


class Result(models.TextChoices):
    """What became of a line. A child is new, changed or the same; beside it stand what is odd about it."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    SAME = "same", "The same"
    FLAGGED = "flagged", "Doubtful, brought in and flagged"
    CORRECTED_HERE = "corrected", "Corrected here, kept"
    KEPT_ASIDE = "kept_aside", "Kept aside"


OF_A_CHILD = (Result.NEW, Result.CHANGED, Result.SAME)
