import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import alongside.platform.common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("casework", "0002_walls"),
        ("chronology", "0002_walls"),
        ("people", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="InNeedPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.episode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="InNeedReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("held_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="safeguarding.inneedplan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PreProceedings",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("started_on", models.DateField()),
                ("letter_sent_on", models.DateField(blank=True, null=True)),
                ("family_meeting_offered", models.BooleanField(blank=True, null=True)),
                ("family_meeting_held", models.BooleanField(blank=True, null=True)),
                ("first_meeting_on", models.DateField(blank=True, null=True)),
                ("review_meetings", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stepped_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=20)),
                ("applied_on", models.DateField(blank=True, null=True)),
                ("proceedings_letter_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.episode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FamilyGroupMeeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("offered_on", models.DateField()),
                ("held_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "pre_proceedings",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="family_group_meetings",
                        to="safeguarding.preproceedings",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProtectionPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("started_on", models.DateField()),
                ("initial_category", models.CharField(max_length=20)),
                ("latest_category", models.CharField(max_length=20)),
                ("previous_plans", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.episode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CoreGroup",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("held_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="core_groups",
                        to="safeguarding.protectionplan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section47",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("started_on", models.DateField()),
                ("stands_for_strategy", models.BooleanField(default=False)),
                ("conference_target_on", models.DateField(blank=True, null=True)),
                ("conference_not_required", models.BooleanField(default=False)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.episode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[("initial", "First conference"), ("review", "Review conference")], max_length=10
                    ),
                ),
                ("held_on", models.DateField()),
                ("decision", models.CharField(blank=True, max_length=20)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="safeguarding.protectionplan",
                    ),
                ),
                (
                    "section47",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="safeguarding.section47",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StrategyDiscussion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("held_on", models.DateField()),
                ("decided_section47", models.BooleanField()),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="section47",
            name="strategy_discussion",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="section47",
                to="safeguarding.strategydiscussion",
            ),
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.platform.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("org", models.UUIDField()),
                ("restricted", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("started_on", models.DateField()),
                ("internal_review_on", models.DateField(blank=True, null=True)),
                ("concluded_on", models.DateField(blank=True, null=True)),
                (
                    "factors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.episode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("concluded_on", None)), fields=["person"], name="assessment_open"),
                    models.Index(fields=["case"], name="assessment_case"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concluded_on", None), ("concluded_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="assessment_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        fields=("case", "started_on"),
                        name="assessment_imported_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="inneedplan",
            index=models.Index(condition=models.Q(("ended_on", None)), fields=["person"], name="in_need_plan_open"),
        ),
        migrations.AddIndex(
            model_name="inneedplan",
            index=models.Index(fields=["case"], name="in_need_plan_case"),
        ),
        migrations.AddConstraint(
            model_name="inneedplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="in_need_plan_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="inneedplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("case", "started_on"),
                name="in_need_plan_imported_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="inneedreview",
            index=models.Index(fields=["case"], name="in_need_review_case"),
        ),
        migrations.AddIndex(
            model_name="preproceedings",
            index=models.Index(
                condition=models.Q(("stepped_on", None)), fields=["person"], name="pre_proceedings_open"
            ),
        ),
        migrations.AddIndex(
            model_name="preproceedings",
            index=models.Index(fields=["case"], name="pre_proceedings_case"),
        ),
        migrations.AddConstraint(
            model_name="preproceedings",
            constraint=models.CheckConstraint(
                condition=models.Q(("stepped_on", None), ("stepped_on__gte", models.F("started_on")), _connector="OR"),
                name="pre_proceedings_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="preproceedings",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("case", "started_on"),
                name="pre_proceedings_imported_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="familygroupmeeting",
            index=models.Index(fields=["case"], name="family_group_meeting_case"),
        ),
        migrations.AddConstraint(
            model_name="familygroupmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("held_on", None), ("held_on__gte", models.F("offered_on")), _connector="OR"),
                name="family_meeting_held_after_offer",
            ),
        ),
        migrations.AddIndex(
            model_name="protectionplan",
            index=models.Index(condition=models.Q(("ended_on", None)), fields=["person"], name="protection_plan_open"),
        ),
        migrations.AddIndex(
            model_name="protectionplan",
            index=models.Index(fields=["case"], name="protection_plan_case"),
        ),
        migrations.AddConstraint(
            model_name="protectionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="protection_plan_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("case", "started_on"),
                name="protection_plan_imported_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="coregroup",
            index=models.Index(fields=["case"], name="core_group_case"),
        ),
        migrations.AddIndex(
            model_name="conference",
            index=models.Index(fields=["case"], name="conference_case"),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("case", "kind", "held_on", "section47", "plan"),
                name="conference_imported_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "initial"), models.Q(("plan", None), _negated=True), _connector="OR"),
                name="review_has_its_plan",
            ),
        ),
        migrations.AddIndex(
            model_name="strategydiscussion",
            index=models.Index(fields=["case"], name="strategy_discussion_case"),
        ),
        migrations.AddIndex(
            model_name="section47",
            index=models.Index(condition=models.Q(("ended_on", None)), fields=["person"], name="section47_open"),
        ),
        migrations.AddIndex(
            model_name="section47",
            index=models.Index(fields=["case"], name="section47_case"),
        ),
        migrations.AddConstraint(
            model_name="section47",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="section47_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="section47",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("case", "started_on"),
                name="section47_imported_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="section47",
            constraint=models.CheckConstraint(
                condition=models.Q(("stands_for_strategy", False), ("strategy_discussion", None), _connector="OR"),
                name="section47_one_strategy",
            ),
        ),
    ]
