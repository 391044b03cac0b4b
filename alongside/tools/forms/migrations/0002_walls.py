"""The second wall, and a third: a draft is its author's alone, whoever may see the child."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from alongside.platform.access.row_security import SERVING, secure

MINE = "account = (select nullif(current_setting('alongside.account', true), '')::uuid)"


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("forms", "0001_first"), ("access", "0001_first")]
    operations: ClassVar[list[Operation]] = [
        secure("forms_draft", "about_id"),
        migrations.RunSQL(
            f"create policy author_wall on forms_draft as restrictive to {SERVING} using ({MINE}) with check ({MINE})",
            "drop policy author_wall on forms_draft",
        ),
    ]
