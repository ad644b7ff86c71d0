"""People who are helped: tables, guards of their states, and the wall around every one of them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.audit.history import history_wall
from connect.walls import JOB, KEY, ME, NOBODY, ORG, ROLE, SCOPE, TEAM, also, append_only, jobs, wall

# Which rows of referral, by its own columns; ReferralQuerySet.visible_to says the same in Python, and tests hold
# the two equal. Everything else about a person hangs on a referral and asks this policy through it.
SEEN = f"""(
    ({ROLE} in ('REF', 'CHA') and referrer_id = {ME} and referring_organisation_id = {ORG})
 or ({ROLE} = 'LEAD' and referring_organisation_id = {ORG})
 or ({ROLE} = 'CON' and team_id = {TEAM} and (connector_id = {ME} or connector_id is null))
 or ({ROLE} = 'TL' and team_id = {TEAM})
 or ({JOB} = 'link' and id = any({SCOPE})))"""
MADE_BY_ME = f"({ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL') and referrer_id = {ME} and referring_organisation_id = {ORG})"
WORKED_BY_ME = f"""(({ROLE} = 'CON' and team_id = {TEAM} and (connector_id = {ME} or connector_id is null))
 or ({ROLE} = 'TL' and team_id = {TEAM}) or ({JOB} = 'link' and id = any({SCOPE})))"""
REFERRAL = wall(
    "referrals_referral",
    # The form's own key opens the one row it made, so that sending it twice can find the receipt.
    read=f"{SEEN} or key = {KEY} or {jobs('reminders', 'freeze', 'seed')}",
    insert=f"{MADE_BY_ME} or {jobs('seed', 'import')}",
    update=f"{WORKED_BY_ME} or {jobs('seed', 'reminders')}",
)

REFERRERS, WORKERS = f"{ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL')", f"{ROLE} in ('CON', 'TL')"
# What waits in the queue is seen by the whole team; it is worked on by whoever accepted it, and their lead.
MY_CASE = f"({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME}))"
OF_MINE = "exists (select 1 from referrals_referral r where r.person_id = referrals_person.id"
# A link shows names from the occasion alone, so it never reads a person. What the freezer may read of people, to leave
# some out, the outcomes' own migration says. Restricted people are for a named list that is not built yet: for nobody.
PERSON = wall(
    "referrals_person",
    read=f"""(not (restricted and {JOB} is null) and coalesce({JOB}, '') not in ('link', 'freeze') and {OF_MINE}))
  or (not restricted and created_by_id = {ME} and organisation_id = {ORG} and {REFERRERS})
  or {jobs("seed")}""",
    insert=f"(created_by_id = {ME} and organisation_id = {ORG} and {REFERRERS}) or {jobs('seed', 'import')}",
    update=f"(not restricted and {OF_MINE} and {MY_CASE})) or {jobs('seed')}",
)

# Foreign keys look past policies: without this, a referral could be hung on any person whose id somebody knows.
OWN_PERSON = """
create function referrals_own_person() returns trigger language plpgsql as $$ begin
  if not exists (select 1 from referrals_person where id = new.person_id) then
    raise insufficient_privilege using message = 'new row violates row-level security policy: not a person of yours';
  end if;
  return new; end $$;
create trigger own_person before insert or update of person_id on referrals_referral
  for each row execute function referrals_own_person();
"""


def through(table, *, add, change=NOBODY, read="true"):
    """Rows of a referral: who may see it may see them, unless `read` asks more; each says who adds and who changes."""
    seen = f"exists (select 1 from referrals_referral r where r.id = {table}.referral_id)"
    mine = f"exists (select 1 from referrals_referral r where r.id = {table}.referral_id and {MY_CASE})"
    read, add, change = (f"{seen} and ({part.replace('MINE', mine)})" for part in (read, add, change))
    return wall(table, read=read, insert=add, update=change)


SEEDED = jobs("seed", "import")
CHILDREN = [
    through(
        "referrals_referralevent",
        add=f"""(by_id = {ME} and ({WORKERS} or (was = '' and "to" = 'submitted')))
          or (by_id is null and {jobs("link", "reminders")}) or {SEEDED}""",
    )
    + append_only("referrals_referralevent"),
    through("referrals_contactattempt", read=f"MINE or {jobs('seed')}", add=f"(MINE and by_id = {ME}) or {SEEDED}")
    + append_only("referrals_contactattempt"),
    through(
        "referrals_attendance",
        add=f"""(MINE and by_id = {ME} and said_by = 'connector') or {SEEDED} or ({jobs("link")} and by_id is null
          and said_by in ('person', 'organiser') and occasion_id = any({SCOPE}))""",
    )
    + append_only("referrals_attendance"),
    through(
        "referrals_consent", add=f"(given_to_id = {ME} and {REFERRERS}) or {SEEDED}", change=f"MINE or {jobs('seed')}"
    ),
    through(
        "referrals_connection",
        add=f"(MINE and made_by_id = {ME}) or {SEEDED}",
        change=f"MINE or {jobs('link', 'seed')}",
    ),
    through("referrals_occasion", add=f"MINE or {SEEDED}", change=f"MINE or {jobs('reminders', 'seed')}"),
]
HISTORIES = [
    history_wall(f"referrals_{name}history", f"referrals_{name}")
    for name in ("person", "referral", "consent", "connection")
]
# A link and the reminders write through messaging's own policy.
ABOUT = f"{WORKERS} and exists (select 1 from referrals_referral r where r.id = messaging_message.about_id)"
MESSAGES = also("messaging_message", "select", ABOUT, "of_my_people") + also(
    "messaging_message", "insert", ABOUT, "about_my_people"
)
WALLS = "".join([REFERRAL, PERSON, OWN_PERSON, *CHILDREN, *HISTORIES, MESSAGES])


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("audit", "0001_grants"),
        ("messaging", "0001_initial"),
        ('directory', '0003_reference'),
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('places', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('given_name', models.CharField(max_length=100, verbose_name='first name')),
                ('family_name', models.CharField(blank=True, max_length=100, verbose_name='last name')),
                ('known_as', models.CharField(blank=True, max_length=100, verbose_name='name they like')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('postcode', models.CharField(blank=True, max_length=8, verbose_name='postcode')),
                ('language', models.CharField(default='en', max_length=5, verbose_name='language of messages')),
                ('safe_to_message', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], default='unsure', max_length=6)),
                ('good_times', models.CharField(blank=True, max_length=200, verbose_name='good times to ring')),
                ('access_needs', models.CharField(blank=True, max_length=300, verbose_name='what helps them take part')),
                ('restricted', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('full_messages', 'messages may name the place: the phone is theirs alone')], max_length=20)),
                ('how', models.CharField(default='spoken', max_length=20)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('given_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='referrals.person')),
            ],
        ),
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('agreed', 'Agreed'), ('introduced', 'Introduced'), ('attending', 'Going along'), ('settled', 'Settled'), ('not_for_them', 'Not for them'), ('stopped', 'Stopped going'), ('did_not_start', 'Did not start')], default='suggested', max_length=14)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('introduced_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='connections', to='directory.service')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='connections', to='referrals.person')),
            ],
        ),
        migrations.CreateModel(
            name='PersonHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('given_name', models.CharField(max_length=100, verbose_name='first name')),
                ('family_name', models.CharField(blank=True, max_length=100, verbose_name='last name')),
                ('known_as', models.CharField(blank=True, max_length=100, verbose_name='name they like')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('postcode', models.CharField(blank=True, max_length=8, verbose_name='postcode')),
                ('language', models.CharField(default='en', max_length=5, verbose_name='language of messages')),
                ('safe_to_message', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], default='unsure', max_length=6)),
                ('good_times', models.CharField(blank=True, max_length=200, verbose_name='good times to ring')),
                ('access_needs', models.CharField(blank=True, max_length=300, verbose_name='what helps them take part')),
                ('restricted', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('referrer_trained', models.BooleanField(null=True)),
                ('wants', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('words', models.TextField(blank=True)),
                ('urgent', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('submitted', 'New'), ('returned', 'Come back to the referrer'), ('accepted', 'Accepted'), ('contacted', 'Spoken to'), ('active', 'Under way'), ('paused', 'Paused'), ('transferred', 'With another scheme'), ('withdrawn', 'Taken back'), ('closed', 'Finished')], default='submitted', max_length=12)),
                ('submitted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('respond_by', models.DateField()),
                ('next_step', models.CharField(blank=True, choices=[('decide', 'Accept, or give back'), ('ring', 'Ring them'), ('choose', 'Choose somewhere together'), ('introduce', 'Introduce them'), ('session', 'They go along'), ('ask', 'Ask how it was'), ('review', 'Look again'), ('', 'Nothing set')], default='decide', max_length=12)),
                ('next_on', models.DateField(null=True)),
                ('spot_easting', models.IntegerField(null=True)),
                ('spot_northing', models.IntegerField(null=True)),
                ('connector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='referrals.person')),
                ('referrer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referring_organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
            ],
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('register_id', models.UUIDField(db_index=True)),
                ('starts_at', models.DateTimeField(db_index=True)),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, max_length=200)),
                ('known_as', models.CharField(max_length=120)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='occasions', to='referrals.connection')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='occasions', to='referrals.referral')),
            ],
        ),
        migrations.CreateModel(
            name='ContactAttempt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('channel', models.CharField(choices=[('call', 'Rang'), ('text', 'Texted'), ('visit', 'Visited'), ('letter', 'Wrote')], default='call', max_length=8)),
                ('reached', models.BooleanField()),
                ('note', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='referrals.referral')),
            ],
        ),
        migrations.CreateModel(
            name='ConsentHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('purpose', models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('full_messages', 'messages may name the place: the phone is theirs alone')], max_length=20)),
                ('how', models.CharField(default='spoken', max_length=20)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('given_to', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.consent')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.person')),
                ('referral', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.referral')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='consent',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='referrals.referral'),
        ),
        migrations.CreateModel(
            name='ConnectionHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('agreed', 'Agreed'), ('introduced', 'Introduced'), ('attending', 'Going along'), ('settled', 'Settled'), ('not_for_them', 'Not for them'), ('stopped', 'Stopped going'), ('did_not_start', 'Did not start')], default='suggested', max_length=14)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('introduced_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.connection')),
                ('service', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='directory.service')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.person')),
                ('referral', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.referral')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='connection',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='connections', to='referrals.referral'),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('said_by', models.CharField(choices=[('person', 'the person'), ('organiser', 'the organiser'), ('connector', 'the connector'), ('companion', 'somebody who went along')], max_length=10)),
                ('answer', models.CharField(choices=[('went', 'Went'), ('not', 'Did not go'), ('unsure', 'Not sure'), ('ring', 'Please ring')], max_length=6)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='referrals.occasion')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
            ],
        ),
        migrations.CreateModel(
            name='ReferralEvent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('kind', models.CharField(choices=[('moved', 'The referral moved'), ('contact', 'Contact'), ('connection', 'A connection moved'), ('attendance', 'Somebody said whether they went'), ('consent', 'A yes was taken back')], default='moved', max_length=12)),
                ('was', models.CharField(blank=True, max_length=20)),
                ('to', models.CharField(max_length=20)),
                ('why', models.CharField(blank=True, max_length=20)),
                ('attempt', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.contactattempt')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='referrals.connection')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='referrals.referral')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='ReferralHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('reference', models.CharField(max_length=12)),
                ('referrer_trained', models.BooleanField(null=True)),
                ('wants', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('words', models.TextField(blank=True)),
                ('urgent', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('submitted', 'New'), ('returned', 'Come back to the referrer'), ('accepted', 'Accepted'), ('contacted', 'Spoken to'), ('active', 'Under way'), ('paused', 'Paused'), ('transferred', 'With another scheme'), ('withdrawn', 'Taken back'), ('closed', 'Finished')], default='submitted', max_length=12)),
                ('submitted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('respond_by', models.DateField()),
                ('next_step', models.CharField(blank=True, choices=[('decide', 'Accept, or give back'), ('ring', 'Ring them'), ('choose', 'Choose somewhere together'), ('introduce', 'Introduce them'), ('session', 'They go along'), ('ask', 'Ask how it was'), ('review', 'Look again'), ('', 'Nothing set')], default='decide', max_length=12)),
                ('next_on', models.DateField(null=True)),
                ('spot_easting', models.IntegerField(null=True)),
                ('spot_northing', models.IntegerField(null=True)),
                ('connector', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.person')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.referral')),
                ('referrer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('referring_organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.organisation')),
                ('team', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.team')),
                ('ward', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='places.area')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_message") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_message"); RETURN NULL;', hash='304ecd8c5d1749ddd24b6a72b950ef2ec0282ae9', operation='INSERT', pgid='pgtrigger_insert_insert_2759c', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_message") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_message"); RETURN NULL;', hash='47ce05b411f07c57ddc38a8246bedd5f7be1c8b1', operation='UPDATE', pgid='pgtrigger_update_update_a26d5', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='personhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a0c701abdd7b26d5d980fe421d4d0be4f6329299', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aa7e5', table='referrals_personhistory', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['team', 'state', 'next_on'], name='referral_caseload'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['referrer', 'submitted_at'], name='referral_referrer'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['submitted_at'], name='referral_received'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{submitted:accepted,submitted:returned,submitted:transferred,submitted:withdrawn,returned:submitted,returned:withdrawn,accepted:closed,accepted:contacted,accepted:paused,accepted:transferred,accepted:withdrawn,contacted:active,contacted:closed,contacted:paused,contacted:transferred,contacted:withdrawn,active:closed,active:paused,active:transferred,active:withdrawn,paused:accepted,paused:active,paused:closed,paused:contacted,paused:withdrawn,closed:accepted,withdrawn:accepted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='f031262871d11fc7cf634c3a2660a781affc0e38', operation='UPDATE', pgid='pgtrigger_moves_e0da4', table='referrals_referral', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='born_submitted', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (NEW."state" = \'submitted\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;", hash='9281442afd054ff8035781aceeeee8493805dc06', operation='INSERT', pgid='pgtrigger_born_submitted_fb5f2', table='referrals_referral', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_referralhistory" ("connector_id", "id", "next_on", "next_step", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referrer_id", "referrer_trained", "referring_organisation_id", "respond_by", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "urgent", "wants", "ward_id", "words") VALUES (NEW."connector_id", NEW."id", NEW."next_on", NEW."next_step", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."referrer_id", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='26261b964d4c03eaf0f64c621e36c44e23865edf', operation='INSERT', pgid='pgtrigger_insert_insert_a74c8', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."connector_id" IS DISTINCT FROM (NEW."connector_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referrer_id" IS DISTINCT FROM (NEW."referrer_id") OR OLD."referrer_trained" IS DISTINCT FROM (NEW."referrer_trained") OR OLD."referring_organisation_id" IS DISTINCT FROM (NEW."referring_organisation_id") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."spot_easting" IS DISTINCT FROM (NEW."spot_easting") OR OLD."spot_northing" IS DISTINCT FROM (NEW."spot_northing") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."wants" IS DISTINCT FROM (NEW."wants") OR OLD."ward_id" IS DISTINCT FROM (NEW."ward_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "referrals_referralhistory" ("connector_id", "id", "next_on", "next_step", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referrer_id", "referrer_trained", "referring_organisation_id", "respond_by", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "urgent", "wants", "ward_id", "words") VALUES (NEW."connector_id", NEW."id", NEW."next_on", NEW."next_step", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."referrer_id", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='202a77f0733ad9f9bc36d771cc0067d45574a50f', operation='UPDATE', pgid='pgtrigger_update_update_223e7', table='referrals_referral', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.UniqueConstraint(fields=('connection', 'starts_at'), name='expected_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactattempt',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8bf42b503bb00fcd5ed0a1d383cb2c9058b5f136', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_79536', table='referrals_contactattempt', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenthistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c9738f3d20b08bb11a67f8f188a87776963dbd69', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9d8e4', table='referrals_consenthistory', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.UniqueConstraint(fields=('referral', 'purpose'), name='one_yes_a_purpose'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_consenthistory" ("given_at", "given_to_id", "how", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "referral_id", "withdrawn_at") VALUES (NEW."given_at", NEW."given_to_id", NEW."how", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."referral_id", NEW."withdrawn_at"); RETURN NULL;', hash='cdaab86405061ad59d1d383381014de2cf887f4a', operation='INSERT', pgid='pgtrigger_insert_insert_0b172', table='referrals_consent', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "referrals_consenthistory" ("given_at", "given_to_id", "how", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "referral_id", "withdrawn_at") VALUES (NEW."given_at", NEW."given_to_id", NEW."how", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."referral_id", NEW."withdrawn_at"); RETURN NULL;', hash='3f40964d595f97a7265876e953993afb8b5f3c8c', operation='UPDATE', pgid='pgtrigger_update_update_62932', table='referrals_consent', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='connectionhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='50a4b2557a06b8a52902bc634fbf34de09119bd4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a2929', table='referrals_connectionhistory', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='connection',
            constraint=models.UniqueConstraint(fields=('referral', 'service'), name='one_connection_a_group'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='connection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_connectionhistory" ("id", "introduced_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."id", NEW."introduced_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;', hash='5b329245ebe6ddb47d312a362630c16755551d54', operation='INSERT', pgid='pgtrigger_insert_insert_cf947', table='referrals_connection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='connection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."introduced_at" IS DISTINCT FROM (NEW."introduced_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))', func='INSERT INTO "referrals_connectionhistory" ("id", "introduced_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."id", NEW."introduced_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;', hash='d354939938a3011b63a294cdfb281053ebab6226', operation='UPDATE', pgid='pgtrigger_update_update_c20eb', table='referrals_connection', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='attendance',
            index=models.Index(fields=['occasion', 'said_at'], name='attendance_latest'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9976c2328f7c75adf54adf295fa460ff7e570cf7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a7da', table='referrals_attendance', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='referralevent',
            index=models.Index(fields=['referral', 'at'], name='event_timeline'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referralevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1a61dcd844caf3ca043cd5fc836a4fbfb5122b75', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d0304', table='referrals_referralevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referralhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='32274b83fd32f9ccc41c11a8efa42a6dceee9e47', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5359a', table='referrals_referralhistory', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
