import django.db.models.deletion
from django.db import migrations, models

import alongside.platform.common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("casework", "0002_walls"),
        ("people", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("received_on", models.DateField()),
                ("source_code", models.CharField(blank=True, max_length=20)),
                ("primary_need", models.CharField(blank=True, max_length=20)),
                ("no_further_action", models.BooleanField(default=False)),
                ("acknowledged_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("response", models.CharField(blank=True, max_length=40)),
                ("source", models.CharField(blank=True, max_length=60)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="casework.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("decided_on", None)), fields=["person"], name="referral_waiting"),
                    models.Index(fields=["case"], name="referral_case"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        fields=("person", "received_on"),
                        name="one_imported_referral_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on", None), ("decided_on__gte", models.F("received_on")), _connector="OR"
                        ),
                        name="referral_decided_after_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("acknowledged_on", None),
                            ("acknowledged_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="referral_acknowledged_after_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("response", "")),
                            models.Q(
                                models.Q(("decided_on", None), _negated=True), models.Q(("response", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="referral_decided_with_response",
                    ),
                ],
            },
        ),
    ]
