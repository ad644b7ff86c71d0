"""Small helps: read without a name by helpers of one organisation, with one by the helper who is introduced."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, ME, ORG, ROLE, jobs, wall

MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
# A helper reads what is open in their organisation, and what they were introduced to; a coordinator, what is open.
BOARD = f"({ROLE} in ('HLP', 'COO') and organisation_id = {ORG} and standing = 'open')"
INTRODUCED = f"({ROLE} = 'HLP' and helper_id = {ME} and standing in ('matched', 'done'))"
# Whoever ends a referral, restricts somebody or hears a yes taken back takes it off the board too.
ENDING = jobs("reminders", "guarding", "own_page", "clocks", "transfer", "link", "seed")
THEIRS = "exists (select 1 from referrals_helprequest q where q.id = request_id)"
STAFF = f"({ROLE} in ('CON', 'TL', 'COO') and {THEIRS})"
WALLS = "".join([
    wall("referrals_helprequest", read=f"{MINE} or {BOARD} or {INTRODUCED} or {ENDING}",
         insert=f"({MINE} and posted_by_id = {ME}) or {jobs('seed')}", update=f"{MINE} or {INTRODUCED} or {ENDING}"),
    wall("referrals_helpoffer", read=f"({ROLE} = 'HLP' and helper_id = {ME}) or {STAFF} or {jobs('seed')}",
         insert=f"({ROLE} = 'HLP' and helper_id = {ME} and said = 'offered' and {THEIRS}) or {jobs('seed')}",
         update=f"({ROLE} = 'HLP' and helper_id = {ME}) or {STAFF} or {jobs('seed')}"),
])
# As in 0016: a partner reads what is named there, and no table that came since.
SHUT = f"""do $$ declare t text; begin
  for t in select relname from pg_class c where relrowsecurity and relnamespace = 'public'::regnamespace
    and (relname like 'referrals\\_%' or relname = 'messaging_message') and relname not in ('referrals_referral',
      'referrals_person', 'referrals_partner', 'referrals_referralevent', 'referrals_connection', 'referrals_occasion',
      'referrals_attendance', 'referrals_contactattempt', 'referrals_particulars', 'referrals_note', 'referrals_task')
    and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'not_round')
  loop
    execute format('create policy not_round on %I as restrictive for all using ({JOB.replace("'", "''")} is distinct from ''round'')', t);
  end loop;
end $$;"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0012_community_champions'),
        ('places', '0002_postcode_by_spot'),
        ('referrals', '0029_one_look_at_the_referral'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HelpRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('kind', models.CharField(choices=[('shopping', 'A bit of shopping'), ('errand', 'An errand, or something to fetch'), ('lift', 'A lift'), ('walk', 'Company on a walk, or to a door'), ('job', 'A small job in the house or garden'), ('digital', 'A buddy for a phone or computer'), ('papers', 'A letter or form'), ('other', 'Something else small')], max_length=8)),
                ('words', models.CharField(max_length=300)),
                ('when', models.CharField(max_length=100)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('until', models.DateField()),
                ('standing', models.CharField(choices=[('open', 'Asked of helpers'), ('matched', 'A helper is introduced'), ('done', 'Done'), ('gone', 'No longer wanted')], default='open', max_length=8)),
                ('posted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('told', models.CharField(blank=True, max_length=500)),
                ('matched_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('took', models.PositiveSmallIntegerField(null=True)),
                ('thanks', models.CharField(blank=True, max_length=300)),
                ('thanked_at', models.DateTimeField(null=True)),
                ('helper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('posted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='small_helps', to='referrals.referral')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
            ],
            options={
                'ordering': ['until', 'posted_at'],
            },
        ),
        migrations.CreateModel(
            name='HelpOffer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('said', models.CharField(choices=[('offered', 'Offered'), ('chosen', 'Chosen'), ('not_needed', 'Somebody else helps'), ('back', 'Taken back')], default='offered', max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('helper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='referrals.helprequest')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddIndex(
            model_name='helprequest',
            index=models.Index(condition=models.Q(('standing', 'open')), fields=['organisation', 'until'], name='help_board'),
        ),
        migrations.AddConstraint(
            model_name='helprequest',
            constraint=models.CheckConstraint(condition=models.Q(('standing__in', ['open', 'gone']), ('helper__isnull', False), _connector='OR'), name='matched_with_somebody'),
        ),
        migrations.AddConstraint(
            model_name='helpoffer',
            constraint=models.UniqueConstraint(fields=('request', 'helper'), name='offers_once'),
        ),
        migrations.RunSQL(WALLS + SHUT, migrations.RunSQL.noop),
    ]
