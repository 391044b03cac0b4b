"""The second wall round these tables."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("people", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [
        secure("people_person"),
        secure("people_household", None),
        secure("people_living", "person_id"),
        secure("people_address", None),
        secure("people_relationship", "person_id"),
        secure("people_schoolplace", "person_id"),
        secure("people_doubt", "person_id"),
    ]
