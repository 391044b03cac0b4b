"""The anchor that every person, worker, organisation and request shares, and keys of what was already sent."""

from django.db import models

from alongside.platform.common.ids import new_id, new_public_id


class Subject(models.Model):
    """Whom or what an event is about. Person, Worker, Organisation and Request share its key.

    Events, due items and ties point here, so the spine knows nothing of children.
    """

    class Kind(models.TextChoices):
        PERSON = "person"
        WORKER = "worker"
        ORGANISATION = "organisation"
        REQUEST = "request"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    public_id = models.CharField(max_length=22, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    org = models.UUIDField(db_index=True)
    restricted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class Sent(models.Model):
    """A POST that was carried out, by the key its form carried: sent again, it answers the same and writes nothing."""

    key = models.UUIDField(primary_key=True)
    account = models.UUIDField()
    address = models.CharField(max_length=400)
    answer = models.CharField(max_length=400)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.key)


class Record(models.Model):
    """What every record of ours has: its id, its council, and whether it is restricted (row security reads both)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    restricted = models.BooleanField(default=False)

    class Meta:
        abstract = True
