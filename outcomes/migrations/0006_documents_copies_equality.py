"""What the documents want, copies of everything, and who somebody is, kept apart: tables, walls, and one job that copies."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, SCOPE, also, append_only, jobs, wall

MINE = f"""exists (select 1 from referrals_referral r where r.id = {{table}}.referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
# A copy of everything: the one person in the scope. Of somebody restricted not even that, as the job is on no list of
# those who see them (named_only, a restrictive policy of referrals 0010).
OF_THEM = f"""{jobs('subject_access')} and exists (select 1 from referrals_referral r
  where r.id = {{table}}.referral_id and r.person_id = any({SCOPE}))"""
# An organiser's link names referrals too: only a row that this very link opened is answered by it.
OWN_LINK = f"{jobs('link')} and referral_id = any({SCOPE}) and reply_to_id = any({SCOPE})"


def mine(table):
    return MINE.format(table=table)


def of_them(table):
    return OF_THEM.format(table=table)


FIRST = wall(
    "outcomes_firstanswers",
    read=f"{mine('outcomes_firstanswers')} or ({of_them('outcomes_firstanswers')}) or {jobs('seed')}",
    insert=f"({mine('outcomes_firstanswers')} and changed_by_id = {ME}) or {jobs('seed')}",
    update=f"({mine('outcomes_firstanswers')} and changed_by_id = {ME}) or {jobs('seed')}",
)
OWN_PAGE = f"({jobs('own_page')} and referral_id = any({SCOPE}))"
COPIES = wall(
    "outcomes_accessrequest",
    read=f"""{mine('outcomes_accessrequest')} or {ROLE} = 'DPO' or {OWN_PAGE}
      or ({jobs('subject_access')} and person_key = any({SCOPE})) or {jobs('seed')}""",
    insert=f"""({mine('outcomes_accessrequest')} and noted_by_id = {ME}) or ({OWN_PAGE} and noted_by_id is null)
      or {jobs('seed')}""",
    update=f"({ROLE} = 'TL' and {mine('outcomes_accessrequest')}) or {ROLE} = 'DPO' or {jobs('seed')}",
)
ASKED = wall(
    "outcomes_equalityasked",
    read=f"""{mine('outcomes_equalityasked')} or ({jobs('link')} and id = any({SCOPE}))
      or ({of_them('outcomes_equalityasked')}) or {jobs('freeze', 'seed')}""",
    insert=f"""({mine('outcomes_equalityasked')} and by_id = {ME}) or ({OWN_LINK} and by_id is null)
      or {jobs('seed')}""",
) + append_only("outcomes_equalityasked")
# No role reads it, whatever it may do elsewhere: one job does, and gives back numbers.
ANSWERS = wall(
    "outcomes_equalityanswers", read=jobs("equality"), insert=jobs("equality")
) + append_only("outcomes_equalityanswers")
BY_REFERRAL = ["outcomes_goal", "outcomes_goalrating", "outcomes_goalsasked", "outcomes_goaltag", "outcomes_reading", "outcomes_story", "outcomes_storystep", "referrals_accompaniment", "referrals_attendance", "referrals_confidencestep", "referrals_connection", "referrals_consent", "referrals_contactattempt", "referrals_firstvisit", "referrals_followup", "referrals_heard", "referrals_howitwas", "referrals_introduction", "referrals_line", "referrals_measuredue", "referrals_note", "referrals_noted", "referrals_occasion", "referrals_offer", "referrals_partner", "referrals_pause", "referrals_reason", "referrals_referralevent", "referrals_reply", "referrals_restriction", "referrals_stepsaid", "referrals_stepwords", "referrals_task", "referrals_transfer", "referrals_visit", "referrals_wait", "referrals_wanting", "referrals_whilewaiting", "referrals_befriendermatch", "referrals_befriendertold", "referrals_befriendervisit", "referrals_befrienderwish"]
BY_PERSON = ["referrals_marker", "referrals_particulars", "referrals_relation", "referrals_referral"]
THEIRS = f"{jobs('subject_access')} and {{column}} = any({SCOPE})"
OPENED = (
    [also(table, "select", of_them(table), "subject_access") for table in BY_REFERRAL]
    + [also(table, "select", THEIRS.format(column="person_id"), "subject_access") for table in BY_PERSON]
    + [
        also("referrals_person", "select", THEIRS.format(column="id") + " and not restricted", "subject_access"),
        also("messaging_message", "select", THEIRS.format(column="recipient_key"), "subject_access"),
        also("audit_access", "select", f"{jobs('subject_access')} and person_ids && ({SCOPE})", "subject_access"),
    ]
)
WALLS = "".join([FIRST, COPIES, ASKED, ANSWERS, *OPENED])


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0005_community_chest'),
        ('people', '0012_community_champions'),
        ('referrals', '0028_records_opened_and_erased'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EqualityAsked',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('how', models.CharField(choices=[('link', 'by link'), ('paper', 'on paper')], max_length=5)),
                ('became', models.CharField(choices=[('asked', 'Asked'), ('answered', 'Answered'), ('declined', 'They would rather not')], default='asked', max_length=8)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('open_until', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='FirstAnswers',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('practice', models.CharField(choices=[('not_asked', 'Not asked yet'), ('registered', 'Yes'), ('none', 'No, and they do not wish to'), ('private', 'A private GP'), ('rather_not', 'Rather not say')], default='not_asked', max_length=12)),
                ('practice_name', models.CharField(blank=True, max_length=120)),
                ('practice_code', models.CharField(blank=True, max_length=10)),
                ('nhs_number', models.CharField(blank=True, max_length=10)),
                ('gender', models.CharField(choices=[('not_asked', 'Not asked yet'), ('female', 'Female'), ('male', 'Male'), ('other', 'Another word fits better'), ('rather_not', 'Rather not say')], default='not_asked', max_length=12)),
                ('gender_words', models.CharField(blank=True, max_length=60)),
                ('risks', models.CharField(choices=[('not_asked', 'Not asked yet'), ('none_known', 'No known risks'), ('some', 'There is something to know, in words'), ('rather_not', 'Rather not say')], default='not_asked', max_length=12)),
                ('risks_words', models.TextField(blank=True)),
                ('matters', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AccessRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('person_key', models.UUIDField()),
                ('reference', models.CharField(max_length=12)),
                ('came_by', models.CharField(choices=[('own_page', 'on their own page'), ('told', 'told to us'), ('letter', 'in a letter or e-mail'), ('for_them', 'somebody who may ask for them')], max_length=10)),
                ('asked_on', models.DateField(default=django.utils.timezone.localdate)),
                ('due_on', models.DateField()),
                ('longer_why', models.CharField(blank=True, max_length=300)),
                ('known_by', models.CharField(blank=True, max_length=200)),
                ('withheld', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), default=list, size=None)),
                ('prepared_at', models.DateTimeField(null=True)),
                ('given_at', models.DateTimeField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('prepared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_requests', to='referrals.referral')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['due_on', 'asked_on'],
            },
        ),
        migrations.CreateModel(
            name='EqualityAnswers',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(db_index=True, max_length=64)),
                ('number', models.PositiveSmallIntegerField()),
                ('month', models.DateField()),
                ('how', models.CharField(choices=[('link', 'by link'), ('paper', 'on paper')], max_length=5)),
                ('wording', models.CharField(max_length=20)),
                ('given', models.JSONField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('subject', 'number'), name='equality_once_a_number')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equalityanswers',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7cb09e9fdec138031f8788a4c68459ea7e165d82', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_840c5', table='outcomes_equalityanswers', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='equalityasked',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='equalityasked',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='equality_asked', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='equalityasked',
            name='reply_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.equalityasked'),
        ),
        migrations.AddField(
            model_name='firstanswers',
            name='changed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='firstanswers',
            name='referral',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='first_answers', to='referrals.referral'),
        ),
        migrations.AddConstraint(
            model_name='accessrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('called_off_at', None), ('given_at', None)), fields=('referral',), name='one_copy_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='equalityasked',
            index=models.Index(fields=['referral', 'at'], name='equality_asked'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equalityasked',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f33ab52bc06c36155b22328b4e7f74c92dbedbab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d41a7', table='outcomes_equalityasked', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
