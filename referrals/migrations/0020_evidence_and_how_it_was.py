"""What was told and written down later; how it was, for those who work with the person; texts that came in."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, ME, ROLE, SCOPE, also, append_only, jobs, wall
from referrals.person import wording

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
# The scope of the person's own link names them; an organiser's names referrals and sessions, and never who it is.
THEIR_OWN = f"{jobs('link', 'own_page')} and person_id = any({SCOPE})"
WALLS = "".join([
    wall("referrals_howitwas",
         read=f"({SEEN} and ({MINE} or ({THEIR_OWN}))) or {jobs('seed')}",
         insert=f"""({MINE} and by_id = {ME}) or {jobs('seed')}
           or ({SEEN} and {THEIR_OWN} and by_id is null and occasion_id = any({SCOPE}))"""),
    append_only("referrals_howitwas"),
    # Whoever works with the person writes down what others told them; each statement keeps its source.
    also("referrals_attendance", "insert", f"{MINE} and by_id = {ME}", "written_down"),
    also("referrals_attendance", "insert", f"""{jobs('link')} and by_id is null and said_by = 'companion'
      and occasion_id = any({SCOPE}) and {SEEN}""", "went_along"),
    # Where no text may go, the house asks the connector to ring or write.
    also("referrals_task", "insert", f"{jobs('reminders')} and made_by_id is null and {SEEN}", "by_itself"),
    # A number that nobody knows, for whoever reads the words that came from it.
    also("messaging_inboundtext", "select",
         f"{JOB} is null and exists (select 1 from referrals_heard h where h.id = led_to)", "heard"),
])  # fmt: skip


def load_statements(apps, _editor):
    wording.load(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0004_inbound_texts'),
        ('referrals', '0019_introductions_and_first_visits'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='attendance',
            name='written_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='answer',
            field=models.CharField(choices=[('went', 'Went'), ('not', 'Did not go'), ('unsure', 'Not sure'), ('rather_not', 'Rather not say'), ('ring', 'Please ring')], max_length=10),
        ),
        migrations.AlterField(
            model_name='consent',
            name='how',
            field=models.CharField(choices=[('spoken', 'Said, face to face'), ('phone', 'Said on the phone'), ('written', 'In writing'), ('online', 'On our own page'), ('text', 'By text'), ('interpreted', 'Through an interpreter, or signed'), ('spoken_for', 'By somebody who may decide for them'), ('observed', 'Not by them: decided for them')], default='spoken', max_length=20),
        ),
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to')], max_length=20),
        ),
        migrations.AlterField(
            model_name='statement',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to')], max_length=20),
        ),
        migrations.AlterField(
            model_name='task',
            name='made_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='HowItWas',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('answer', models.CharField(blank=True, choices=[('good', 'Good'), ('all_right', 'All right'), ('not_for_me', 'Not for me')], max_length=10)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('heard', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.heard')),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='how_it_was', to='referrals.occasion')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.person')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
            ],
            options={
                'ordering': ['said_at', 'id'],
                'indexes': [models.Index(fields=['occasion', 'said_at'], name='how_it_was_latest')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='howitwas',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3563ba45a165ab5ad79f436b5115c4d665f04e77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_88c43', table='referrals_howitwas', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunPython(load_statements, migrations.RunPython.noop),
    ]
