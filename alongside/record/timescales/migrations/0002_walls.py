"""The second wall round these tables."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure
from alongside.record.timescales.facts_sql import LOCK, OWNED, READ_FACTS, STORE_ITEMS


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("timescales", "0001_first"),
        ("access", "0001_first"),
        ("chronology", "0001_first"),
    ]
    operations: ClassVar[list[Operation]] = [
        secure("timescales_dueitem"),
        secure("timescales_golive", None),
        migrations.RunSQL(READ_FACTS + STORE_ITEMS + LOCK + OWNED, migrations.RunSQL.noop),
    ]
