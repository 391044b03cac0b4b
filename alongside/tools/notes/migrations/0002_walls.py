"""The second wall: a passage of one child's file is no row of another's."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("notes", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [
        secure("notes_note", None),
        secure("notes_notechild", "person_id"),
        secure("notes_passage", "person_id"),
    ]
