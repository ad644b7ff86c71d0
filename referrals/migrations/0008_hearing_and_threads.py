"""What whoever asked was told, and two threads that never meet: with the referrer, and with the organiser."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, KEY, ME, ROLE, SCOPE, also, append_only, jobs, wall

REFERRERS, WORKERS = f"{ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL')", f"{ROLE} in ('CON', 'TL')"
SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
    and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
# The link to a status page names in its scope who asked; an organiser's link names the connection it is about.
THEIRS = f"""({JOB} = 'link' and exists (select 1 from referrals_referral r
    where r.id = referral_id and r.outsider_id = any({SCOPE})))"""
OF_LINK = f"({JOB} = 'link' and connection_id = any({SCOPE}) and {SEEN})"
SEEDED = jobs("seed", "import")
LINES = wall(
    "referrals_line",
    # Whoever asked never sees what stands in an organiser's thread, nor an organiser theirs.
    read=f"""(side = 'referrer' and (({REFERRERS} and {SEEN}) or {THEIRS}))
 or (side = 'organiser' and ({MINE} or {OF_LINK})) or key = {KEY} or {jobs('freeze', 'seed')}""",
    insert=f"""(by_id = {ME} and side = 'referrer' and said_by = 'referrer' and {REFERRERS} and {SEEN})
 or (by_id = {ME} and side = 'referrer' and said_by = 'connector' and {WORKERS} and {SEEN})
 or (by_id = {ME} and side = 'organiser' and said_by = 'connector' and {MINE})
 or (by_id is null and side = 'referrer' and said_by = 'referrer' and {THEIRS})
 or (by_id is null and side = 'organiser' and said_by = 'organiser' and {OF_LINK}) or {SEEDED}""",
) + append_only("referrals_line")
READINGS = wall(
    "referrals_lineread",
    read=f"reader_id = {ME} or {jobs('seed')}",
    insert=f"(reader_id = {ME} and exists (select 1 from referrals_line l where l.id = line_id)) or {SEEDED}",
) + append_only("referrals_lineread")
REPLIES = wall(
    "referrals_reply",
    # What was not told would tell it here: a referrer reads only what was.
    read=f"""({REFERRERS} and {SEEN} and (why_not = '' or {WORKERS})) or ({THEIRS} and why_not = '')
 or ({jobs('own_page', 'clocks', 'reminders', 'freeze', 'seed')} and {SEEN})""",
    insert=f"({REFERRERS} or {jobs('link', 'own_page', 'clocks', 'reminders', 'seed')}) and {SEEN}",
    update=jobs("reminders", "seed"),
)
# A worker's message tells the connector, and whoever leads them tells the worker, that something was written.
NOTICES = also(
    "messaging_message",
    "insert",
    f"""{REFERRERS} and exists (select 1 from referrals_referral r where r.id = messaging_message.about_id
    and messaging_message.recipient_key in (r.connector_id, r.referrer_id))""",
    "between_worker_and_team",
)
WALLS = "".join([LINES, READINGS, REPLIES, NOTICES])


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0007_heard'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone')], max_length=20),
        ),
        migrations.AlterField(
            model_name='consenthistory',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone')], max_length=20),
        ),
        migrations.AlterField(
            model_name='referral',
            name='next_step',
            field=models.CharField(blank=True, choices=[('decide', 'Accept, or give back'), ('ring', 'Ring them'), ('ring_asked', 'Ring them: they asked you to'), ('choose', 'Choose somewhere together'), ('introduce', 'Introduce them'), ('session', 'They go along'), ('ask', 'Ask how it was'), ('review', 'Look again'), ('send_again', 'The worker sends it again, or says who looks after them'), ('resume', 'Ask whether they want to go on'), ('', 'Nothing set')], default='decide', max_length=12),
        ),
        migrations.AlterField(
            model_name='referralhistory',
            name='next_step',
            field=models.CharField(blank=True, choices=[('decide', 'Accept, or give back'), ('ring', 'Ring them'), ('ring_asked', 'Ring them: they asked you to'), ('choose', 'Choose somewhere together'), ('introduce', 'Introduce them'), ('session', 'They go along'), ('ask', 'Ask how it was'), ('review', 'Look again'), ('send_again', 'The worker sends it again, or says who looks after them'), ('resume', 'Ask whether they want to go on'), ('', 'Nothing set')], default='decide', max_length=12),
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('side', models.CharField(choices=[('referrer', 'With whoever asked'), ('organiser', 'With the organiser')], max_length=9)),
                ('said_by', models.CharField(choices=[('connector', 'the connector'), ('referrer', 'whoever asked'), ('organiser', 'the organiser')], max_length=9)),
                ('text', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='referrals.connection')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='referrals.referral')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='LineRead',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='referrals.line')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recipient_key', models.UUIDField(null=True)),
                ('news', models.CharField(choices=[('accepted', 'Accepted'), ('returned', 'Come back to you'), ('transferred', 'With another scheme'), ('withdrawn', 'Taken back'), ('met', 'Spoken to'), ('connected', 'Introduced'), ('went', 'Went'), ('not', 'Has not been yet'), ('unsure', 'Not known yet whether they went'), ('settled', 'Settled'), ('stopped', 'Not for them, so far'), ('reopened', 'Open again'), ('closed', 'Finished')], max_length=12)),
                ('cause', models.CharField(max_length=120)),
                ('event_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('why_not', models.CharField(blank=True, choices=[('no_consent', 'The person has not agreed to it'), ('restricted', 'Nobody is written to about them'), ('left', 'Whoever asked no longer works there'), ('no_address', 'There is no address to write to'), ('themselves', 'The person asked for themselves'), ('taken_back', 'The person took their yes back before it left'), ('not_sent', 'It could not be delivered')], max_length=12)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='referrals.referral')),
            ],
            options={
                'ordering': ['event_at', 'made_at'],
            },
        ),
        migrations.AddIndex(
            model_name='line',
            index=models.Index(fields=['referral', 'side', 'at'], name='line_thread'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('connection', None), ('side', 'referrer')), models.Q(('connection__isnull', False), ('side', 'organiser')), _connector='OR'), name='an_organiser_has_a_group'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='line',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='98102e47a9244d06acfb6c198889f2d2fffe8b25', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_24644', table='referrals_line', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='lineread',
            constraint=models.UniqueConstraint(fields=('line', 'reader'), name='read_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lineread',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fea9be783a8a2a42d0096e8010baca8190b305ee', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ac0ad', table='referrals_lineread', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='reply',
            index=models.Index(fields=['sent_at', 'made_at'], name='reply_under_way'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.UniqueConstraint(fields=('referral', 'cause'), name='told_once'),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
