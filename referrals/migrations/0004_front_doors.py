"""Whoever has no account may ask too, for themselves or somebody else; and the dates that reports count from."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, KEY, ME, ORG, ROLE, SCOPE, TEAM, also, jobs, rewall, wall


# As in 0001, and further: rows that nobody with an account asked for; the person's own page; the clocks.
SEEN = f"""(
    ({ROLE} in ('REF', 'CHA') and referrer_id = {ME} and referring_organisation_id = {ORG})
 or ({ROLE} = 'LEAD' and referring_organisation_id = {ORG})
 or ({ROLE} = 'CON' and team_id = {TEAM} and (connector_id = {ME} or connector_id is null))
 or ({ROLE} = 'TL' and team_id = {TEAM})
 or ({jobs('link', 'own_page')} and id = any({SCOPE})))"""
MADE_BY_ME = f"({ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL') and referrer_id = {ME} and referring_organisation_id = {ORG})"
KEYED_IN_BY_ME = f"({ROLE} in ('CON', 'TL') and referrer_id is null and entered_by_id = {ME})"
AT_THE_DOOR = f"({jobs('front_door')} and referrer_id is null and entered_by_id is null and key = {KEY})"
WORKED_BY_ME = f"""(({ROLE} = 'CON' and team_id = {TEAM} and (connector_id = {ME} or connector_id is null))
 or ({ROLE} = 'TL' and team_id = {TEAM}) or ({jobs('link', 'own_page')} and id = any({SCOPE})))"""
REFERRAL = rewall(
    "referrals_referral",
    read=f"{SEEN} or key = {KEY} or {jobs('reminders', 'freeze', 'seed', 'clocks')}",
    insert=f"{MADE_BY_ME} or {KEYED_IN_BY_ME} or {AT_THE_DOOR} or {jobs('seed', 'import')}",
    update=f"{WORKED_BY_ME} or {jobs('seed', 'reminders', 'clocks')}",
)
REFERRERS = f"{ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL')"
MY_CASE = f"({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME}))"
OF_MINE = "exists (select 1 from referrals_referral r where r.person_id = referrals_person.id"
# At the front door the scope holds the id of the person this very form makes, and nothing else.
JUST_MADE = f"({jobs('front_door')} and id = any({SCOPE}))"
MINE_TO_MAKE = f"(created_by_id = {ME} and organisation_id = {ORG} and {REFERRERS})"
PERSON = rewall(
    "referrals_person",
    read=f"""(not (restricted and {JOB} is null) and coalesce({JOB}, '') not in ('link', 'freeze', 'front_door')
  and {OF_MINE})) or (not restricted and {MINE_TO_MAKE}) or {JUST_MADE} or {jobs("seed")}""",
    insert=f"{MINE_TO_MAKE} or ({JUST_MADE} and created_by_id is null) or {jobs('seed', 'import')}",
    update=f"(not restricted and {OF_MINE} and {MY_CASE})) or ({jobs('own_page')} and {OF_MINE})) or {jobs('seed')}",
)


WORKERS = f"{ROLE} in ('CON', 'TL')"
OF_REFERRAL = "exists (select 1 from referrals_referral r where r.id = referral_id)"
OUTSIDER = wall(
    "referrals_outsider",
    read=f"""exists (select 1 from referrals_referral r where r.outsider_id = referrals_outsider.id)
  or (id = any({SCOPE}) and {jobs('front_door', 'link')}) or {jobs('seed')}""",
    insert=f"{jobs('front_door', 'seed', 'import')} or {WORKERS}",
    update=f"(id = any({SCOPE}) and {jobs('front_door', 'link')}) or {jobs('seed')}",
)
UNSIGNED = [
    # A step, a yes or a message that nobody with an account is behind.
    also("referrals_referralevent", "insert",
         f"by_id is null and {jobs('front_door', 'own_page', 'clocks')} and {OF_REFERRAL}", "unsigned"),
    also("referrals_consent", "insert",
         f"given_to_id is null and {jobs('front_door', 'own_page')} and {OF_REFERRAL}", "unsigned"),
    also("referrals_consent", "update", f"{jobs('own_page')} and {OF_REFERRAL}", "own"),
    also("messaging_message", "insert",
         f"{jobs('clocks')} or ({jobs('front_door', 'own_page')} and about_id = any({SCOPE}))", "unsigned"),
    also("messaging_message", "select", f"{jobs('clocks')}", "clocks"),
]  # fmt: skip
WALLS = "".join([REFERRAL, PERSON, OUTSIDER, *UNSIGNED])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_schemes'),
        ('referrals', '0003_follow_a_merge'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Outsider',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('tie', models.CharField(blank=True, max_length=100)),
                ('verified_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='connection',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='connection',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='person',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='person',
            name='update_update',
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
            model_name='connection',
            name='agreed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='ended_why',
            field=models.CharField(blank=True, choices=[('distance', 'Too far, or hard to get to'), ('cost', 'It costs too much'), ('times', 'The day or the time does not suit'), ('access', 'Getting in or taking part was hard'), ('alone', 'Going alone the first time was too much'), ('not_wanted', 'It was not what they had hoped for'), ('health', 'Their health, or somebody’s they look after'), ('full', 'It was full'), ('stopped_running', 'The group stopped'), ('moved_on', 'They no longer need it'), ('other', 'Something else'), ('not_asked', 'Not asked yet')], max_length=16),
        ),
        migrations.AddField(
            model_name='connection',
            name='first_attended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='first_offered_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='last_attended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='agreed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='ended_why',
            field=models.CharField(blank=True, choices=[('distance', 'Too far, or hard to get to'), ('cost', 'It costs too much'), ('times', 'The day or the time does not suit'), ('access', 'Getting in or taking part was hard'), ('alone', 'Going alone the first time was too much'), ('not_wanted', 'It was not what they had hoped for'), ('health', 'Their health, or somebody’s they look after'), ('full', 'It was full'), ('stopped_running', 'The group stopped'), ('moved_on', 'They no longer need it'), ('other', 'Something else'), ('not_asked', 'Not asked yet')], max_length=16),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='first_attended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='first_offered_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connectionhistory',
            name='last_attended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='person',
            name='date_of_birth',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='date_of_birth',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='assessed_weight',
            field=models.CharField(blank=True, choices=[('light', 'Light: a nudge and a name'), ('standard', 'Standard: some calls, a first visit together'), ('intensive', 'Intensive: week by week for a while'), ('', 'Not said yet')], max_length=9),
        ),
        migrations.AddField(
            model_name='referral',
            name='came_from',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='went_to', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='referral',
            name='closed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='closed_why',
            field=models.CharField(blank=True, choices=[('completed', 'They go on their own account now'), ('moved_on', 'They found something of their own'), ('declined', 'They would rather not go on'), ('lost_contact', 'We tried three times, at different hours, and could not reach them'), ('other_service', 'Another service is the right one'), ('moved_away', 'They have moved away'), ('died', 'They have died')], max_length=16),
        ),
        migrations.AddField(
            model_name='referral',
            name='decided_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='domains',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('company', 'Company and friendship'), ('wellbeing', 'Mood and wellbeing'), ('loss', 'Bereavement'), ('caring', 'Caring for somebody'), ('health', 'Living with a health condition'), ('active', 'Being more active'), ('money', 'Money and benefits'), ('home', 'Home and housing'), ('work', 'Work and learning'), ('transport', 'Getting about'), ('digital', 'Phones and computers'), ('practical', 'Practical help at home')], max_length=10), default=list, size=None),
        ),
        migrations.AddField(
            model_name='referral',
            name='domains_asked',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='referral',
            name='entered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referral',
            name='expected_weight',
            field=models.CharField(blank=True, choices=[('light', 'Light: a nudge and a name'), ('standard', 'Standard: some calls, a first visit together'), ('intensive', 'Intensive: week by week for a while'), ('', 'Not said yet')], max_length=9),
        ),
        migrations.AddField(
            model_name='referral',
            name='first_attempt_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='first_contact_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='first_meeting_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='first_time',
            field=models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10),
        ),
        migrations.AddField(
            model_name='referral',
            name='plan_agreed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='referrer_job',
            field=models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12),
        ),
        migrations.AddField(
            model_name='referral',
            name='source',
            field=models.CharField(choices=[('worker', 'A worker with an account'), ('outsider', 'A worker without an account'), ('self', 'The person themselves'), ('family', 'A relative, neighbour or friend')], default='worker', max_length=8),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='assessed_weight',
            field=models.CharField(blank=True, choices=[('light', 'Light: a nudge and a name'), ('standard', 'Standard: some calls, a first visit together'), ('intensive', 'Intensive: week by week for a while'), ('', 'Not said yet')], max_length=9),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='came_from',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='closed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='closed_why',
            field=models.CharField(blank=True, choices=[('completed', 'They go on their own account now'), ('moved_on', 'They found something of their own'), ('declined', 'They would rather not go on'), ('lost_contact', 'We tried three times, at different hours, and could not reach them'), ('other_service', 'Another service is the right one'), ('moved_away', 'They have moved away'), ('died', 'They have died')], max_length=16),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='decided_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='domains',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('company', 'Company and friendship'), ('wellbeing', 'Mood and wellbeing'), ('loss', 'Bereavement'), ('caring', 'Caring for somebody'), ('health', 'Living with a health condition'), ('active', 'Being more active'), ('money', 'Money and benefits'), ('home', 'Home and housing'), ('work', 'Work and learning'), ('transport', 'Getting about'), ('digital', 'Phones and computers'), ('practical', 'Practical help at home')], max_length=10), default=list, size=None),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='domains_asked',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='entered_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='expected_weight',
            field=models.CharField(blank=True, choices=[('light', 'Light: a nudge and a name'), ('standard', 'Standard: some calls, a first visit together'), ('intensive', 'Intensive: week by week for a while'), ('', 'Not said yet')], max_length=9),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='first_attempt_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='first_contact_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='first_meeting_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='first_time',
            field=models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='plan_agreed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='referrer_job',
            field=models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='source',
            field=models.CharField(choices=[('worker', 'A worker with an account'), ('outsider', 'A worker without an account'), ('self', 'The person themselves'), ('family', 'A relative, neighbour or friend')], default='worker', max_length=8),
        ),
        migrations.AlterField(
            model_name='consent',
            name='given_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='consenthistory',
            name='given_to',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='person',
            name='created_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='person',
            name='organisation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AlterField(
            model_name='personhistory',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='personhistory',
            name='organisation',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.organisation'),
        ),
        migrations.AlterField(
            model_name='referral',
            name='referrer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='referral',
            name='referring_organisation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AlterField(
            model_name='referralhistory',
            name='referrer',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='referralhistory',
            name='referring_organisation',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='outsider',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='referral',
            name='outsider',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='referrals.outsider'),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='outsider',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.outsider'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='connection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_connectionhistory" ("agreed_at", "ended_at", "ended_why", "first_attended_at", "first_offered_at", "id", "introduced_at", "last_attended_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."agreed_at", NEW."ended_at", NEW."ended_why", NEW."first_attended_at", NEW."first_offered_at", NEW."id", NEW."introduced_at", NEW."last_attended_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;', hash='9770b95a8dfb6ec2998f82edeecdf712b892bf0b', operation='INSERT', pgid='pgtrigger_insert_insert_cf947', table='referrals_connection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='connection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."ended_why" IS DISTINCT FROM (NEW."ended_why") OR OLD."first_attended_at" IS DISTINCT FROM (NEW."first_attended_at") OR OLD."first_offered_at" IS DISTINCT FROM (NEW."first_offered_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."introduced_at" IS DISTINCT FROM (NEW."introduced_at") OR OLD."last_attended_at" IS DISTINCT FROM (NEW."last_attended_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))', func='INSERT INTO "referrals_connectionhistory" ("agreed_at", "ended_at", "ended_why", "first_attended_at", "first_offered_at", "id", "introduced_at", "last_attended_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."agreed_at", NEW."ended_at", NEW."ended_why", NEW."first_attended_at", NEW."first_offered_at", NEW."id", NEW."introduced_at", NEW."last_attended_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;', hash='a1e2dadfcb054606550503814bb674b001a4ebcd', operation='UPDATE', pgid='pgtrigger_update_update_c20eb', table='referrals_connection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_message") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_message"); RETURN NULL;', hash='8d54489fc6e995c908607a5e7702e40f5a94e650', operation='INSERT', pgid='pgtrigger_insert_insert_2759c', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_message") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_message"); RETURN NULL;', hash='83cf5f90c73a07e7aecaa38e00e04bed223564d4', operation='UPDATE', pgid='pgtrigger_update_update_a26d5', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_referralhistory" ("assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='cc2b974aaf1834814e2548954bec8d79cfb62001', operation='INSERT', pgid='pgtrigger_insert_insert_a74c8', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."assessed_weight" IS DISTINCT FROM (NEW."assessed_weight") OR OLD."came_from_id" IS DISTINCT FROM (NEW."came_from_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_why" IS DISTINCT FROM (NEW."closed_why") OR OLD."connector_id" IS DISTINCT FROM (NEW."connector_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."domains" IS DISTINCT FROM (NEW."domains") OR OLD."domains_asked" IS DISTINCT FROM (NEW."domains_asked") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."expected_weight" IS DISTINCT FROM (NEW."expected_weight") OR OLD."first_attempt_at" IS DISTINCT FROM (NEW."first_attempt_at") OR OLD."first_contact_at" IS DISTINCT FROM (NEW."first_contact_at") OR OLD."first_meeting_at" IS DISTINCT FROM (NEW."first_meeting_at") OR OLD."first_time" IS DISTINCT FROM (NEW."first_time") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."outsider_id" IS DISTINCT FROM (NEW."outsider_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."plan_agreed_at" IS DISTINCT FROM (NEW."plan_agreed_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referrer_id" IS DISTINCT FROM (NEW."referrer_id") OR OLD."referrer_job" IS DISTINCT FROM (NEW."referrer_job") OR OLD."referrer_trained" IS DISTINCT FROM (NEW."referrer_trained") OR OLD."referring_organisation_id" IS DISTINCT FROM (NEW."referring_organisation_id") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spot_easting" IS DISTINCT FROM (NEW."spot_easting") OR OLD."spot_northing" IS DISTINCT FROM (NEW."spot_northing") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."wants" IS DISTINCT FROM (NEW."wants") OR OLD."ward_id" IS DISTINCT FROM (NEW."ward_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "referrals_referralhistory" ("assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='e096ed996dc09c19d6b9592daaecba9b21125031', operation='UPDATE', pgid='pgtrigger_update_update_223e7', table='referrals_referral', when='AFTER')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
