"""The second wall round these tables."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("imports", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [
        secure("imports_importrun", None),
        secure("imports_importrow", None),
        secure("imports_importedchild", "person_id"),
    ]
