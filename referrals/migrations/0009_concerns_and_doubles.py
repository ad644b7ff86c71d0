"""Concerns, which their leads alone read; and two that may be one person: proposed, made one, taken apart."""

import connect.sealed
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, KEY, ME, ROLE, SCOPE, TEAM, also, append_only, jobs, wall


def scheme_of(team: str) -> str:
    return f"(select t.scheme_id from people_team t where t.id = {team})"


def leads(table: str) -> str:
    """Whoever leads on these rows: named, or passed on to, or the team's lead while nobody is named."""
    over = f"""from referrals_safeguardinglead l where l.ended_at is null and l.scheme_id = {scheme_of(table + ".team_id")}
      and (l.team_id is null or l.team_id = {table}.team_id)"""
    return f"""({ROLE} = 'TL' and {scheme_of(TEAM)} = {scheme_of(table + ".team_id")} and (
     exists (select 1 {over} and l.user_id = {ME}) or {table}.escalated_to_id = {ME}
  or ({table}.team_id = {TEAM} and not exists (select 1 {over}))))"""


CONCERNS = leads("referrals_concern")
KNOWN = "(referral_id is null or exists (select 1 from referrals_referral r where r.id = referrals_concern.referral_id))"
UNTOUCHED = "read_at is null and decided_at is null and ended_at is null and escalated_to_id is null"
AT_THE_DOOR = f"({jobs('front_door')} and raised_by_id is null and key = {KEY})"
CONCERN = wall(
    "referrals_concern",
    # The form's own key opens the one row it made, so that sending it twice can find the receipt.
    read=f"raised_by_id = {ME} or {CONCERNS} or key = {KEY} or {jobs('clocks', 'seed')}",
    insert=f"({UNTOUCHED} and ((raised_by_id = {ME} and {KNOWN}) or {AT_THE_DOOR})) or {jobs('seed')}",
    update=f"{CONCERNS} or {jobs('clocks', 'seed')}",
)
MINE = f"exists (select 1 from referrals_concern c where c.id = concern_id and {leads('c')})"
RAISING = f"""(what = 'raised' and decision = '' and exists (select 1 from referrals_concern c where c.id = concern_id
  and c.raised_by_id is not distinct from by_id and (c.raised_by_id = {ME} or ({jobs('front_door')} and c.key = {KEY}))))"""
STEP = wall(
    "referrals_concernstep",
    read=f"{MINE} or {jobs('clocks', 'seed')}",
    insert=f"(by_id = {ME} and {MINE}) or {RAISING} or (by_id is null and {jobs('clocks')}) or {jobs('seed')}",
) + append_only("referrals_concernstep")
ON_THE_CASE = "exists (select 1 from referrals_referral r where r.id = referrals_speaktolead.referral_id)"
LEADING = f"""({ROLE} = 'TL' and exists (select 1 from referrals_concern c
  where c.referral_id = referrals_speaktolead.referral_id and {leads('c')}))"""
SPEAK = wall(
    "referrals_speaktolead",
    read=f"({ROLE} in ('CON', 'TL') and {ON_THE_CASE}) or {LEADING} or {jobs('seed')}",
    insert=f"(ended_at is null and ((nullif({ROLE}, '') is not null and {ON_THE_CASE}) or {jobs('front_door')})) or {jobs('seed')}",
    update=f"{LEADING} or {jobs('seed')}",
)
TALLY = wall(
    "referrals_concerntally",
    read=jobs("freeze", "seed"),
    insert=f"{ROLE} is not null or {jobs('front_door', 'seed')}",
) + append_only("referrals_concerntally")
# A job of its own looks through one team's people for those who may be one: never the restricted, never another team's.
LOOKING = also(
    "referrals_referral", "select", f"{JOB} = 'alike' and team_id = any ({SCOPE})", "alike"
) + also(
    "referrals_person", "select", f"""{JOB} = 'alike' and not restricted
  and exists (select 1 from referrals_referral r where r.person_id = referrals_person.id)""", "alike"
)
WORKERS = f"{ROLE} in ('CON', 'TL')"
MY_CASE = f"({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME}))"
OF_EITHER = "exists (select 1 from referrals_referral r where r.person_id in (kept_id, gone_id))"
MERGE = wall(
    "referrals_merge",
    read=f"({WORKERS} and team_id = {TEAM} and ({ROLE} = 'TL' or proposed_by_id = {ME} or {OF_EITHER})) or {jobs('seed')}",
    insert=f"""({WORKERS} and team_id = {TEAM} and proposed_by_id = {ME} and merged_at is null and declined_at is null
  and exists (select 1 from referrals_referral r where r.person_id in (kept_id, gone_id) and {MY_CASE})) or {jobs('seed')}""",
    update=f"({ROLE} = 'TL' and team_id = {TEAM}) or {jobs('seed')}",
)
MOVED = wall(
    "referrals_moved",
    read=f"exists (select 1 from referrals_merge m where m.id = merge_id) or {jobs('seed')}",
    insert=f"({ROLE} = 'TL' and exists (select 1 from referrals_merge m where m.id = merge_id and m.team_id = {TEAM})) or {jobs('seed')}",
) + append_only("referrals_moved")
OF_THESE = "exists (select 1 from referrals_referral r where r.person_id in (one_id, other_id)"
APART = wall(
    "referrals_apart",
    read=f"({WORKERS} and {OF_THESE})) or {jobs('alike', 'seed')}",
    insert=f"(by_id = {ME} and {WORKERS} and {OF_THESE} and {MY_CASE})) or {jobs('seed')}",
) + append_only("referrals_apart")
# Whoever was made one with another has no referral any more by which a lead would see them: this is how it is undone.
MERGED_AWAY = also(
    "referrals_person", "select", f"""{WORKERS} and not restricted and exists (select 1 from referrals_merge m
  where m.gone_id = referrals_person.id and m.team_id = {TEAM} and m.merged_at is not null and m.undone_at is null)""",
    "merged_away"
)
WALLS = CONCERN + STEP + SPEAK + TALLY + LOOKING + MERGE + MOVED + APART + MERGED_AWAY


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_running'),
        ('referrals', '0008_hearing_and_threads'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Apart',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('raised_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('about', connect.sealed.SealedText()),
                ('happened', connect.sealed.SealedText()),
                ('their_words', connect.sealed.SealedText()),
                ('asked', models.CharField(choices=[('asked', 'Yes, and this is what they want'), ('could_not', 'No. It was not safe to ask, or they could not say'), ('not_yet', 'Not yet')], default='not_yet', max_length=10)),
                ('wishes', connect.sealed.SealedText()),
                ('raiser', connect.sealed.SealedText()),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('physical', 'Somebody hits or hurts them'), ('domestic', 'A partner or relative hurts or controls them'), ('sexual', 'Somebody touches them, or makes them do sexual things'), ('psychological', 'Somebody frightens them, or puts them down'), ('financial', 'Somebody takes their money or their things'), ('slavery', 'Somebody makes them work, or will not let them go'), ('discriminatory', 'They are treated badly for who they are'), ('organisational', 'A home or a service treats them badly'), ('neglect', 'Those who should look after them do not'), ('self_neglect', 'They do not look after themselves')], max_length=16), default=list, size=None)),
                ('child', models.BooleanField(default=False)),
                ('now', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], default='unsure', max_length=6)),
                ('quiet', models.BooleanField(default=False)),
                ('due_at', models.DateTimeField()),
                ('decide_by', models.DateTimeField()),
                ('told_on', models.DateField(null=True)),
                ('escalated_at', models.DateTimeField(null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('chase_on', models.DateField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['raised_at'],
            },
        ),
        migrations.CreateModel(
            name='ConcernStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('what', models.CharField(choices=[('raised', 'Told to us'), ('opened', 'Opened'), ('read', 'Read'), ('escalated', 'Passed on, because nobody had read it'), ('decided', 'Decided'), ('chased', 'Asked what became of it'), ('outcome', 'What became of it'), ('noted', 'Noted'), ('hidden', '“Speak to the safeguarding lead” taken off the case')], max_length=10)),
                ('decision', models.CharField(blank=True, choices=[('none', 'No further action, for the reason below'), ('advice', 'Advice and support'), ('council', 'To the council: adults’ or children’s services'), ('police', 'To the police')], max_length=8)),
                ('words', connect.sealed.SealedText()),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='ConcernTally',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reasons', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('declined_at', models.DateTimeField(null=True)),
                ('merged_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone_why', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['-proposed_at'],
            },
        ),
        migrations.CreateModel(
            name='Moved',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveIntegerField()),
                ('model', models.CharField(max_length=60)),
                ('row', models.UUIDField()),
                ('column', models.CharField(max_length=60)),
                ('was', models.JSONField(null=True)),
                ('now', models.JSONField(null=True)),
            ],
            options={
                'ordering': ['place'],
            },
        ),
        migrations.CreateModel(
            name='SpeakToLead',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='referral',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='referral',
            name='update_update',
        ),
        migrations.AddField(
            model_name='referral',
            name='named_as',
            field=models.CharField(blank=True, max_length=201),
        ),
        migrations.AddField(
            model_name='referral',
            name='refused',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='named_as',
            field=models.CharField(blank=True, max_length=201),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='refused',
            field=models.JSONField(default=dict),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='5886414b480385ce18c54369ca89aa00c3c1b09a', operation='INSERT', pgid='pgtrigger_insert_insert_a74c8', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."age_then" IS DISTINCT FROM (NEW."age_then") OR OLD."assessed_weight" IS DISTINCT FROM (NEW."assessed_weight") OR OLD."came_from_id" IS DISTINCT FROM (NEW."came_from_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_why" IS DISTINCT FROM (NEW."closed_why") OR OLD."connector_id" IS DISTINCT FROM (NEW."connector_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."domains" IS DISTINCT FROM (NEW."domains") OR OLD."domains_asked" IS DISTINCT FROM (NEW."domains_asked") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."expected_weight" IS DISTINCT FROM (NEW."expected_weight") OR OLD."first_attempt_at" IS DISTINCT FROM (NEW."first_attempt_at") OR OLD."first_contact_at" IS DISTINCT FROM (NEW."first_contact_at") OR OLD."first_meeting_at" IS DISTINCT FROM (NEW."first_meeting_at") OR OLD."first_time" IS DISTINCT FROM (NEW."first_time") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."named_as" IS DISTINCT FROM (NEW."named_as") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."outsider_id" IS DISTINCT FROM (NEW."outsider_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."plan_agreed_at" IS DISTINCT FROM (NEW."plan_agreed_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referrer_id" IS DISTINCT FROM (NEW."referrer_id") OR OLD."referrer_job" IS DISTINCT FROM (NEW."referrer_job") OR OLD."referrer_trained" IS DISTINCT FROM (NEW."referrer_trained") OR OLD."referring_organisation_id" IS DISTINCT FROM (NEW."referring_organisation_id") OR OLD."refused" IS DISTINCT FROM (NEW."refused") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spot_easting" IS DISTINCT FROM (NEW."spot_easting") OR OLD."spot_northing" IS DISTINCT FROM (NEW."spot_northing") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."through_referrer" IS DISTINCT FROM (NEW."through_referrer") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."wants" IS DISTINCT FROM (NEW."wants") OR OLD."ward_id" IS DISTINCT FROM (NEW."ward_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='8d6ce14b6cf15c190b8aa94d802c0f7847120510', operation='UPDATE', pgid='pgtrigger_update_update_223e7', table='referrals_referral', when='AFTER')),
        ),
        migrations.AddField(
            model_name='apart',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='apart',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='apart',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='concern',
            name='escalated_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concern',
            name='raised_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concern',
            name='read_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concern',
            name='referral',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='concern',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='concern',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='referrals.concern'),
        ),
        migrations.AddField(
            model_name='concerntally',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team'),
        ),
        migrations.AddField(
            model_name='merge',
            name='declined_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='gone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='merge',
            name='kept',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='merge',
            name='merged_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team'),
        ),
        migrations.AddField(
            model_name='merge',
            name='undone_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='moved',
            name='merge',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moved', to='referrals.merge'),
        ),
        migrations.AddField(
            model_name='speaktolead',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='speak_to_lead', to='referrals.referral'),
        ),
        migrations.AddConstraint(
            model_name='apart',
            constraint=models.UniqueConstraint(fields=('one', 'other'), name='apart_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apart',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70b5bc1be78a65f699255552743581616e4cc0b4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d92c3', table='referrals_apart', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='concern',
            index=models.Index(fields=['team', 'ended_at'], name='concern_team'),
        ),
        migrations.AddIndex(
            model_name='concern',
            index=models.Index(fields=['raised_by'], name='concern_raiser'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='concern',
            trigger=pgtrigger.compiler.Trigger(name='as_told', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."raised_by_id" IS DISTINCT FROM (NEW."raised_by_id") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at") OR OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."happened" IS DISTINCT FROM (NEW."happened") OR OLD."their_words" IS DISTINCT FROM (NEW."their_words") OR OLD."asked" IS DISTINCT FROM (NEW."asked") OR OLD."wishes" IS DISTINCT FROM (NEW."wishes") OR OLD."raiser" IS DISTINCT FROM (NEW."raiser") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."child" IS DISTINCT FROM (NEW."child") OR OLD."now" IS DISTINCT FROM (NEW."now") OR OLD."quiet" IS DISTINCT FROM (NEW."quiet"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='605f6b0c947bc819aa0d55681b130943ffc3e5f1', operation='UPDATE', pgid='pgtrigger_as_told_70b0a', table='referrals_concern', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='concernstep',
            index=models.Index(fields=['concern', 'at'], name='concern_log'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='concernstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='307659cddcfe43bb63fdb1f37171f3e1719366f3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f1003', table='referrals_concernstep', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.CheckConstraint(condition=models.Q(('kept', models.F('gone')), _negated=True), name='merge_of_two'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.UniqueConstraint(condition=models.Q(('declined_at', None), ('undone_at', None)), fields=('gone',), name='one_merge_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='moved',
            index=models.Index(fields=['row'], name='moved_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moved',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c1afa7f12feda6b821c1df81d9fda59d8588800d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a038', table='referrals_moved', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
