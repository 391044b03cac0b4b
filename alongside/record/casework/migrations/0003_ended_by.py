from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_walls"),
    ]

    operations = [
        migrations.AddField(
            model_name="allocation",
            name="ended_by",
            field=models.UUIDField(blank=True, null=True),
        ),
    ]
