"""The second wall round this table."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import secure


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("referrals", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [secure("referrals_referral", "person_id")]
