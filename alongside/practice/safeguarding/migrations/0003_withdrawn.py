from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_walls"),
        ("chronology", "0002_walls"),
        ("people", "0002_walls"),
        ("safeguarding", "0002_walls"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="assessment",
            name="assessment_open",
        ),
        migrations.RemoveIndex(
            model_name="inneedplan",
            name="in_need_plan_open",
        ),
        migrations.RemoveIndex(
            model_name="preproceedings",
            name="pre_proceedings_open",
        ),
        migrations.RemoveIndex(
            model_name="protectionplan",
            name="protection_plan_open",
        ),
        migrations.RemoveIndex(
            model_name="section47",
            name="section47_open",
        ),
        migrations.AddField(
            model_name="assessment",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="conference",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="coregroup",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="familygroupmeeting",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="inneedplan",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="inneedreview",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="preproceedings",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="protectionplan",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="section47",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="strategydiscussion",
            name="withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                condition=models.Q(("concluded_on", None), ("withdrawn", False)),
                fields=["person"],
                name="assessment_open",
            ),
        ),
        migrations.AddIndex(
            model_name="inneedplan",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("withdrawn", False)),
                fields=["person"],
                name="in_need_plan_open",
            ),
        ),
        migrations.AddIndex(
            model_name="preproceedings",
            index=models.Index(
                condition=models.Q(("stepped_on", None), ("withdrawn", False)),
                fields=["person"],
                name="pre_proceedings_open",
            ),
        ),
        migrations.AddIndex(
            model_name="protectionplan",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("withdrawn", False)),
                fields=["person"],
                name="protection_plan_open",
            ),
        ),
        migrations.AddIndex(
            model_name="section47",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("withdrawn", False)), fields=["person"], name="section47_open"
            ),
        ),
    ]
