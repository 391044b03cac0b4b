"""The second wall round what was put right."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("people", "0003_correction")]
    operations: ClassVar[list[Operation]] = [secure("people_correction", "person_id")]
