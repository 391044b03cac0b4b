"""The second wall round these tables."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure

TABLES = (
    "assessment",
    "conference",
    "coregroup",
    "familygroupmeeting",
    "inneedplan",
    "inneedreview",
    "preproceedings",
    "protectionplan",
    "section47",
    "strategydiscussion",
)


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("safeguarding", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [secure(f"safeguarding_{table}", "person_id") for table in TABLES]
