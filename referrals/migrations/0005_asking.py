"""Referrals begun and not sent; chats without a name; the age that was said, and whom to ask for a way to them."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import KEY, ME, ORG, ROLE, also, append_only, jobs, wall


REFERRERS = f"{ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL')"
MINE = f"(user_id = {ME} and organisation_id = {ORG} and {REFERRERS})"
# The sweep sees what is older than three days and nothing else, whatever its code may ask for.
OVERDUE = f"{jobs('clocks')} and saved_at < now() - interval '72 hours'"
DRAFT = wall("referrals_draft", read=f"{MINE} or {jobs('seed')}", insert=f"{MINE} or {jobs('seed')}", update=MINE, delete=MINE)
SWEEP = (
    also("referrals_draft", "select", OVERDUE, "overdue")
    + f"create policy sweep on referrals_draft for delete using ({OVERDUE});"
)
OF_MINE = "(referral_id is null or exists (select 1 from referrals_referral r where r.id = referral_id))"
CHAT = wall(
    "referrals_healthychat",
    read=f"key = {KEY} or {jobs('freeze', 'seed')}",
    insert=f"({REFERRERS} and organisation_id = {ORG} and {OF_MINE}) or {jobs('seed')}",
)
# What was asked for is put right by whoever asked, while nobody has taken it up; and the person as their sender typed
# them: once somebody else knows them too, they are no longer theirs to write over.
ASKED = f"""(({ROLE} in ('REF', 'CHA') and r.referrer_id = {ME} and r.referring_organisation_id = {ORG})
 or ({ROLE} = 'LEAD' and r.referring_organisation_id = {ORG}))"""
UNTAKEN = "r.state in ('submitted', 'returned') and r.connector_id is null"
THEIR_PERSON = f"""not restricted and exists (select 1 from referrals_referral r
  where r.person_id = referrals_person.id and {ASKED} and {UNTAKEN}
  and r.referrer_id = referrals_person.created_by_id
  and r.referring_organisation_id = referrals_person.organisation_id)"""
PUT_RIGHT = also(
    "referrals_referral", "update", f"{ASKED} and {UNTAKEN}".replace("r.", "referrals_referral."), "put_right"
) + also("referrals_person", "update", THEIR_PERSON, "put_right")
WALLS = DRAFT + SWEEP + CHAT + append_only("referrals_healthychat") + PUT_RIGHT


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_team_full_until'),
        ('places', '0002_postcode_by_spot'),
        ('referrals', '0004_front_doors'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('typed', models.JSONField(default=dict)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-saved_at'],
            },
        ),
        migrations.CreateModel(
            name='HealthyChat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('job', models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12)),
                ('trained', models.BooleanField(null=True)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('before', models.PositiveSmallIntegerField(null=True)),
                ('after', models.PositiveSmallIntegerField(null=True)),
                ('asked', models.BooleanField()),
                ('why_not', models.CharField(blank=True, choices=[('no_time', 'There was no time'), ('not_alone', 'Somebody else was there'), ('not_now', 'It was not the moment'), ('unsure_how', 'I was not sure how to begin'), ('unsure_what', 'I would not have known what to offer'), ('not_mine', 'It did not feel like my place'), ('other', 'Something else')], max_length=12)),
                ('came', models.CharField(blank=True, choices=[('rather_not', 'They would rather not talk about it'), ('talked', 'A good talk, and that was enough'), ('thinking', 'They will think about it'), ('signposted', 'I gave them somewhere to go'), ('referred', 'I referred them')], max_length=12)),
            ],
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
            name='age_then',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='through_referrer',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='age_then',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='through_referrer',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='draft',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='draft',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='healthychat',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='healthychat',
            name='referral',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='chat', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='healthychat',
            name='ward',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area'),
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(fields=['user', 'saved_at'], name='draft_mine'),
        ),
        migrations.AddIndex(
            model_name='healthychat',
            index=models.Index(fields=['at'], name='chat_when'),
        ),
        migrations.AddConstraint(
            model_name='healthychat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked', True), ('why_not', ''), models.Q(('came', ''), _negated=True)), models.Q(('asked', False), ('came', ''), ('referral', None), models.Q(('why_not', ''), _negated=True)), _connector='OR'), name='asked_or_why_not'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='39748ead21ad62d38ee621518567cdf9b7ce8a0d', operation='INSERT', pgid='pgtrigger_insert_insert_a74c8', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."age_then" IS DISTINCT FROM (NEW."age_then") OR OLD."assessed_weight" IS DISTINCT FROM (NEW."assessed_weight") OR OLD."came_from_id" IS DISTINCT FROM (NEW."came_from_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_why" IS DISTINCT FROM (NEW."closed_why") OR OLD."connector_id" IS DISTINCT FROM (NEW."connector_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."domains" IS DISTINCT FROM (NEW."domains") OR OLD."domains_asked" IS DISTINCT FROM (NEW."domains_asked") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."expected_weight" IS DISTINCT FROM (NEW."expected_weight") OR OLD."first_attempt_at" IS DISTINCT FROM (NEW."first_attempt_at") OR OLD."first_contact_at" IS DISTINCT FROM (NEW."first_contact_at") OR OLD."first_meeting_at" IS DISTINCT FROM (NEW."first_meeting_at") OR OLD."first_time" IS DISTINCT FROM (NEW."first_time") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."outsider_id" IS DISTINCT FROM (NEW."outsider_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."plan_agreed_at" IS DISTINCT FROM (NEW."plan_agreed_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referrer_id" IS DISTINCT FROM (NEW."referrer_id") OR OLD."referrer_job" IS DISTINCT FROM (NEW."referrer_job") OR OLD."referrer_trained" IS DISTINCT FROM (NEW."referrer_trained") OR OLD."referring_organisation_id" IS DISTINCT FROM (NEW."referring_organisation_id") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spot_easting" IS DISTINCT FROM (NEW."spot_easting") OR OLD."spot_northing" IS DISTINCT FROM (NEW."spot_northing") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."through_referrer" IS DISTINCT FROM (NEW."through_referrer") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."wants" IS DISTINCT FROM (NEW."wants") OR OLD."ward_id" IS DISTINCT FROM (NEW."ward_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='50ef9a428e221b62911051df25c4ae2a14f67d1a', operation='UPDATE', pgid='pgtrigger_update_update_223e7', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='healthychat',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cd557b3f7b5e237070513d91840bec17fcf69587', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ff564', table='referrals_healthychat', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
