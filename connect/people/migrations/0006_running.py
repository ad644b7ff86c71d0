"""Invitations, memberships that rest, what an organisation is here for, and a scheme's own reasons."""

import connect.people.running.models
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_email_domains'),
        ('places', '0002_postcode_by_spot'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='suspended_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='organisation',
            name='kinds',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('refers', 'Refers people'), ('connects', 'Runs a connector service'), ('provides', 'Offers something in the directory'), ('commissions', 'Commissions, or oversees')], max_length=12), blank=True, default=list, size=None),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=200)),
                ('role', models.CharField(choices=[('PUB', 'Anybody'), ('SELF', 'The person themselves'), ('REF', 'Frontline worker'), ('LEAD', 'Lead of a referring organisation'), ('CON', 'Community connector'), ('TL', 'Lead of a connector team'), ('BEF', 'Befriender'), ('GRP', 'Group organiser'), ('DIR', 'Directory editor'), ('COM', 'Commissioner'), ('DPO', 'Data protection officer'), ('ADM', 'Platform administrator'), ('CHA', 'Community champion'), ('COO', 'Volunteer coordinator'), ('HLP', 'Approved helper')], max_length=4)),
                ('job', models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('needs_second', models.BooleanField(default=False)),
                ('agreed_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField(default=connect.people.running.models.in_a_fortnight)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('instead_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.membership')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['-made_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('agreed_by', models.F('made_by')), _negated=True), name='two_different_people'), models.CheckConstraint(condition=models.Q(('needs_second', False), ('accepted_at', None), ('agreed_at__isnull', False), _connector='OR'), name='second_before_accepted')],
            },
        ),
        migrations.CreateModel(
            name='SchemeReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=12)),
                ('code', models.CharField(max_length=20)),
                ('offered', models.BooleanField(default=True)),
                ('wording', models.CharField(blank=True, max_length=120)),
                ('advice', models.CharField(blank=True, max_length=400)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reasons', to='people.scheme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('scheme', 'step', 'code'), name='one_line_a_reason')],
            },
        ),
    ]
