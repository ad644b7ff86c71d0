"""Connector services as schemes of their own, with their clocks; and what members do for a living."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


def a_scheme_each(apps, schema_editor):
    """Each organisation that has teams runs one scheme so far, under its own name."""
    scheme, team = apps.get_model("people", "Scheme"), apps.get_model("people", "Team")
    for one in team.objects.filter(scheme=None).select_related("organisation"):
        one.scheme, _made = scheme.objects.get_or_create(
            name=one.organisation.name, defaults={"organisation": one.organisation}
        )
        one.save(update_fields=["scheme"])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='job',
            field=models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12),
        ),
        migrations.CreateModel(
            name='Scheme',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200, unique=True)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('lowest_age', models.PositiveSmallIntegerField(default=18)),
                ('highest_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('younger_go_to', models.TextField(blank=True)),
                ('decide_days', models.PositiveSmallIntegerField(default=2)),
                ('contact_days', models.PositiveSmallIntegerField(default=5)),
                ('nudge_days', models.PositiveSmallIntegerField(default=6)),
                ('escalate_days', models.PositiveSmallIntegerField(default=9)),
                ('return_days', models.PositiveSmallIntegerField(default=10)),
                ('consent_months', models.PositiveSmallIntegerField(default=12)),
                ('takes_self_referrals', models.BooleanField(default=True)),
                ('takes_without_account', models.BooleanField(default=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schemes', to='people.organisation')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='team',
            name='scheme',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='people.scheme'),
        ),
        migrations.RunPython(a_scheme_each, migrations.RunPython.noop),
        migrations.RunSQL("set constraints all immediate", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='team',
            name='scheme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='people.scheme'),
        ),
    ]
