"""What is known of somebody: answers that are never changed, what helps them, who is round them, and who may know."""

import connect.sealed
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.audit.history import history_wall
from connect.walls import JOB, ME, NOBODY, ROLE, SCOPE, also, append_only, jobs, rewall, wall
from referrals.person import wording

# What was taken back becomes an answer of its own; a yes holds for a year from the day it was given.
CONVERT = """
select set_config('app.job', 'migration', true);
insert into referrals_consent (id, person_id, referral_id, purpose, recipient, number, decision, basis, how, said_to_id,
                               said_at, capacity, note)
  select gen_random_uuid(), person_id, referral_id, purpose, '', 2, 'withdrawn', basis, how, said_to_id,
         withdrawn_at, 'assumed', '' from referrals_consent where withdrawn_at is not null;
update referrals_consent set review_on = (said_at + interval '12 months')::date where decision = 'given';
set constraints all immediate;
select set_config('app.job', '', true);
"""
WORKERS = f"{ROLE} in ('CON', 'TL')"
MY_CASE = f"({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME}))"
# Everything of the one person named in the scope, for whoever restricts them, reveals where they are, or lifts it.
GUARDED = f"({jobs('guarding')} and person_id = any({SCOPE}))"


def held(table):
    """The person is one whom the asker works with; through the referral, so that a named list holds here too."""
    return f"exists (select 1 from referrals_referral r where r.person_id = {table}.person_id and {MY_CASE})"


def seen(table):
    return f"exists (select 1 from referrals_referral r where r.person_id = {table}.person_id)"


def of_person(table, by):
    """Rows about somebody that whoever works with them reads and writes: never the worker who asked."""
    return wall(
        table,
        read=f"{held(table)} or {GUARDED} or {jobs('seed')}",
        insert=f"({held(table)} and {by} = {ME}) or {jobs('seed')}",
        update=f"{held(table)} or {GUARDED} or {jobs('seed')}",
    )


PARTICULARS = of_person("referrals_particulars", "changed_by_id") + history_wall(
    "referrals_particularshistory", "referrals_particulars"
)
RELATION = of_person("referrals_relation", "made_by_id") + history_wall("referrals_relationhistory", "referrals_relation")
MARKER = of_person("referrals_marker", "made_by_id")
RESTRICTION = wall(
    "referrals_restriction",
    # To the data protection officer without who it is: neither the person nor the referral opens to them.
    read=f"""({WORKERS} and {seen("referrals_restriction")}) or asked_by_id = {ME} or {ROLE} = 'DPO'
      or {GUARDED} or {jobs("seed")}""",
    insert=f"{GUARDED} or {jobs('seed')}",
    update=f"{GUARDED} or {jobs('seed')}",
)
NAMED = wall(
    "referrals_namedreader",
    read=f"({WORKERS} and {seen('referrals_namedreader')}) or {GUARDED} or {jobs('seed')}",
    insert=f"{GUARDED} or {jobs('seed')}",
    update=f"{GUARDED} or {jobs('seed')}",
)
WHEREABOUTS = wall("referrals_whereabouts", read=GUARDED, insert=GUARDED, update=GUARDED, delete=GUARDED)
CONSENT = (
    rewall("referrals_consent", update=NOBODY)
    + "drop policy own on referrals_consent;\n"
    + append_only("referrals_consent")
)
STATEMENT = append_only("referrals_statement")
# Restrictive: these are asked besides whatever else opens a row, now and in every migration to come.
AT_WORK = f"""coalesce({JOB}, '') in ('reminders', 'clocks', 'seed', 'import', 'freeze', 'guarding', 'own_page',
  'migration', 'retention', 'merging')"""
ON_THE_LIST = f"(named is null or {ME} = any(named) or {AT_WORK})"
NAMED_ONLY = f"""
create policy named_only on referrals_referral as restrictive for select using ({ON_THE_LIST});
create policy named_only_change on referrals_referral as restrictive for update using ({ON_THE_LIST}) with check (true);
"""
ON_ONE_LIST = f"""exists (select 1 from referrals_referral r where r.person_id = referrals_person.id
  and {ME} = any(r.named)"""
RESTRICTED = (
    also("referrals_person", "select", f"restricted and {JOB} is null and {ON_ONE_LIST})", "named")
    + also("referrals_person", "update", f"restricted and {JOB} is null and {ON_ONE_LIST} and {MY_CASE})", "named_change")
)
THIS_ONE = f"({jobs('guarding')} and id = any({SCOPE}))"
THEIRS = f"({jobs('guarding')} and person_id = any({SCOPE}))"
GUARDING = "".join(
    also(table, verb, rows, f"guarded_{verb}")
    for table, rows in (("referrals_person", THIS_ONE), ("referrals_referral", THEIRS))
    for verb in ("select", "update")
)
# What the copies of earlier rows still say of where somebody was: forgotten too, by the owner, for the guarded alone.
FORGET = """
create function referrals_forget_whereabouts(who uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare was text := coalesce(current_setting('app.job', true), '');
begin
  if was <> 'guarding' or not (who = any (nullif(current_setting('app.scope', true), '')::uuid[])) then
    raise insufficient_privilege using message = 'not the one who is guarded';
  end if;
  perform set_config('app.job', 'retention', true);
  perform set_config('pgtrigger.ignore', '{pgtrigger_append_only_aa7e5}', true);
  update referrals_personhistory set phone = '', email = '', postcode = '' where pgh_obj_id = who;
  perform set_config('pgtrigger.ignore', '{}', true);
  perform set_config('app.job', was, true);
end $$;
"""
WALLS = "".join(
    [PARTICULARS, RELATION, MARKER, RESTRICTION, NAMED, WHEREABOUTS, CONSENT, STATEMENT, NAMED_ONLY, RESTRICTED, GUARDING,
     FORGET]
)  # fmt: skip


def load_statements(apps, _editor):
    wording.load(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('referrals', '0009_concerns_and_doubles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Marker',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('mark', models.CharField(choices=[('alone', 'Lives alone'), ('cares', 'Looks after somebody'), ('bereaved', 'Has lost somebody'), ('moved', 'New to the area'), ('housebound', 'Seldom leaves home'), ('memory', 'Memory trouble'), ('money', 'Short of money'), ('forces', 'Served, or family of somebody who did'), ('dog', 'A dog at the door'), ('two_go', 'Visit with two'), ('no_evenings', 'No visits after dark'), ('others_there', 'Somebody else may be there: ask first'), ('smoke', 'Smoking indoors, or a fire risk'), ('falls', 'May fall'), ('self_harm', 'Has spoken of harming themselves: ring your lead'), ('other', 'Something else, in words')], max_length=14)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('source', models.CharField(max_length=100)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['made_at'],
            },
        ),
        migrations.CreateModel(
            name='NamedReader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('named_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['named_at'],
            },
        ),
        migrations.CreateModel(
            name='Particulars',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('address', models.TextField(blank=True, verbose_name='address')),
                ('needs_asked', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('formats', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('large_print', 'Large print'), ('easy_read', 'Easy read: short words and pictures'), ('audio', 'Recorded sound'), ('braille', 'Braille'), ('email_text', 'By e-mail, so that a screen reader can read it'), ('bsl_video', 'A film in sign language'), ('coloured', 'On coloured paper')], max_length=20), default=list, size=None)),
                ('contact_methods', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ring', 'Ring'), ('text', 'Text'), ('email', 'E-mail'), ('letter', 'Letter'), ('relay', 'Text relay, or a video relay in sign language'), ('visit', 'In person'), ('through', 'Through somebody they trust')], max_length=20), default=list, size=None)),
                ('supports', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('hearing_aid', 'Hears with an aid: quiet room, one at a time'), ('loop', 'A hearing loop'), ('lip_reads', 'Reads lips: face them, in the light'), ('slowly', 'Time, and short sentences'), ('board', 'A board, cards or pictures'), ('device', 'A device that speaks'), ('writes', 'Writing things down')], max_length=20), default=list, size=None)),
                ('professionals', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('bsl', 'British Sign Language interpreter'), ('lipspeaker', 'Lipspeaker'), ('deafblind', 'Deafblind manual interpreter'), ('notetaker', 'Notetaker or speech to text'), ('advocate', 'Advocate'), ('interpreter', 'Interpreter of a spoken language')], max_length=20), default=list, size=None)),
                ('reviewed_on', models.DateField(null=True)),
                ('spoken_language', models.CharField(blank=True, max_length=60)),
                ('interpreter', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('strengths', models.TextField(blank=True)),
                ('interests', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ParticularsHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('needs_asked', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('formats', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('large_print', 'Large print'), ('easy_read', 'Easy read: short words and pictures'), ('audio', 'Recorded sound'), ('braille', 'Braille'), ('email_text', 'By e-mail, so that a screen reader can read it'), ('bsl_video', 'A film in sign language'), ('coloured', 'On coloured paper')], max_length=20), default=list, size=None)),
                ('contact_methods', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ring', 'Ring'), ('text', 'Text'), ('email', 'E-mail'), ('letter', 'Letter'), ('relay', 'Text relay, or a video relay in sign language'), ('visit', 'In person'), ('through', 'Through somebody they trust')], max_length=20), default=list, size=None)),
                ('supports', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('hearing_aid', 'Hears with an aid: quiet room, one at a time'), ('loop', 'A hearing loop'), ('lip_reads', 'Reads lips: face them, in the light'), ('slowly', 'Time, and short sentences'), ('board', 'A board, cards or pictures'), ('device', 'A device that speaks'), ('writes', 'Writing things down')], max_length=20), default=list, size=None)),
                ('professionals', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('bsl', 'British Sign Language interpreter'), ('lipspeaker', 'Lipspeaker'), ('deafblind', 'Deafblind manual interpreter'), ('notetaker', 'Notetaker or speech to text'), ('advocate', 'Advocate'), ('interpreter', 'Interpreter of a spoken language')], max_length=20), default=list, size=None)),
                ('reviewed_on', models.DateField(null=True)),
                ('spoken_language', models.CharField(blank=True, max_length=60)),
                ('interpreter', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('strengths', models.TextField(blank=True)),
                ('interests', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=100)),
                ('tie', models.CharField(max_length=60)),
                ('lives_with', models.BooleanField(default=False)),
                ('is_carer', models.BooleanField(default=False)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('needs', models.CharField(blank=True, max_length=200)),
                ('may_speak', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('their_yes', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('their_yes_on', models.DateField(null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['made_at'],
            },
        ),
        migrations.CreateModel(
            name='RelationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('tie', models.CharField(max_length=60)),
                ('lives_with', models.BooleanField(default=False)),
                ('is_carer', models.BooleanField(default=False)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('needs', models.CharField(blank=True, max_length=200)),
                ('may_speak', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('their_yes', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('rather_not', 'Rather not say'), ('not_asked', 'Not asked yet')], default='not_asked', max_length=10)),
                ('their_yes_on', models.DateField(null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.CharField(choices=[('abuse', 'They are getting away from somebody who hurts them'), ('stalked', 'Somebody is looking for them'), ('protected', 'A court, the police or a witness scheme protects them'), ('child', 'To protect a child'), ('staff', 'They, or their family, work here'), ('other', 'Another danger, told to the lead')], max_length=10)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('set_at', models.DateTimeField(null=True)),
                ('lift_asked_at', models.DateTimeField(null=True)),
                ('lift_why', models.CharField(blank=True, max_length=300)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['asked_at'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('share', 'somebody they name may be told how they are')], max_length=20)),
                ('version', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
                ('from_on', models.DateField(default=django.utils.timezone.localdate)),
            ],
        ),
        migrations.CreateModel(
            name='Whereabouts',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('phone', connect.sealed.SealedText()),
                ('email', connect.sealed.SealedText()),
                ('postcode', connect.sealed.SealedText()),
                ('address', connect.sealed.SealedText()),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveField(
            model_name='consenthistory',
            name='given_to',
        ),
        migrations.RemoveField(
            model_name='consenthistory',
            name='person',
        ),
        migrations.RemoveField(
            model_name='consenthistory',
            name='pgh_context',
        ),
        migrations.RemoveField(
            model_name='consenthistory',
            name='pgh_obj',
        ),
        migrations.RemoveField(
            model_name='consenthistory',
            name='referral',
        ),
        migrations.AlterModelOptions(
            name='consent',
            options={'ordering': ['said_at', 'number']},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='consent',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='consent',
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
        migrations.RemoveConstraint(
            model_name='consent',
            name='one_yes_a_purpose',
        ),
        migrations.RenameField(
            model_name='consent',
            old_name='given_at',
            new_name='said_at',
        ),
        migrations.RenameField(
            model_name='consent',
            old_name='given_to',
            new_name='said_to',
        ),
        migrations.AddField(
            model_name='consent',
            name='basis',
            field=models.CharField(choices=[('task', 'A task the law gives to whoever commissions us'), ('interest', 'A legitimate interest, and they know and agree'), ('consent', 'Their consent'), ('explicit', 'Their explicit consent, because health is told'), ('safeguarding', 'To keep somebody safe')], default='consent', max_length=12),
        ),
        migrations.AddField(
            model_name='consent',
            name='capacity',
            field=models.CharField(choices=[('assumed', 'Nothing made us doubt it'), ('has', 'Asked about, and they can decide this'), ('lacks', 'Assessed, and they cannot decide this now')], default='assumed', max_length=7),
        ),
        migrations.AddField(
            model_name='consent',
            name='decision',
            field=models.CharField(choices=[('given', 'They said yes'), ('refused', 'They said no'), ('withdrawn', 'They took it back'), ('not_asked', 'Not asked'), ('not_needed', 'No yes is needed for this'), ('best_interests', 'Decided in their best interests')], default='given', max_length=14),
        ),
        migrations.AddField(
            model_name='consent',
            name='note',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='consent',
            name='number',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='consent',
            name='recipient',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name='consent',
            name='review_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='person',
            name='safe_to_email',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='person',
            name='safe_to_leave_word',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='person',
            name='safe_to_ring',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='person',
            name='safe_to_write',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='person',
            name='who_else',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='safe_to_email',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='safe_to_leave_word',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='safe_to_ring',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='safe_to_write',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=6),
        ),
        migrations.AddField(
            model_name='personhistory',
            name='who_else',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='referral',
            name='named',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), null=True, size=None),
        ),
        migrations.AddField(
            model_name='referralhistory',
            name='named',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), null=True, size=None),
        ),
        migrations.AlterField(
            model_name='consent',
            name='how',
            field=models.CharField(choices=[('spoken', 'Said, face to face'), ('phone', 'Said on the phone'), ('written', 'In writing'), ('online', 'On our own page'), ('interpreted', 'Through an interpreter, or signed'), ('spoken_for', 'By somebody who may decide for them'), ('observed', 'Not by them: decided for them')], default='spoken', max_length=20),
        ),
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('share', 'somebody they name may be told how they are')], max_length=20),
        ),
        migrations.AlterField(
            model_name='referralevent',
            name='kind',
            field=models.CharField(choices=[('moved', 'The referral moved'), ('contact', 'Contact'), ('connection', 'A connection moved'), ('attendance', 'Somebody said whether they went'), ('consent', 'Something was agreed to, or not any more'), ('own', 'They said something on their own page')], default='moved', max_length=12),
        ),
        migrations.RunSQL(CONVERT, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='consent',
            name='withdrawn_at',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc3c2fb4fe92b81a6608fcc0e9fa6d4974505350', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7f694', table='referrals_consent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_email", "safe_to_leave_word", "safe_to_message", "safe_to_ring", "safe_to_write", "who_else") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_email", NEW."safe_to_leave_word", NEW."safe_to_message", NEW."safe_to_ring", NEW."safe_to_write", NEW."who_else"); RETURN NULL;', hash='47715fbfa2d442733687c3382ac6e37e0313d341', operation='INSERT', pgid='pgtrigger_insert_insert_2759c', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_email", "safe_to_leave_word", "safe_to_message", "safe_to_ring", "safe_to_write", "who_else") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_email", NEW."safe_to_leave_word", NEW."safe_to_message", NEW."safe_to_ring", NEW."safe_to_write", NEW."who_else"); RETURN NULL;', hash='fda2592a3e40f123d25ed2cd6d092e36488c7dc2', operation='UPDATE', pgid='pgtrigger_update_update_a26d5', table='referrals_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "named", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."named", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='9e49335c3645d91df542cf8709dc9860400ad966', operation='INSERT', pgid='pgtrigger_insert_insert_a74c8', table='referrals_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."age_then" IS DISTINCT FROM (NEW."age_then") OR OLD."assessed_weight" IS DISTINCT FROM (NEW."assessed_weight") OR OLD."came_from_id" IS DISTINCT FROM (NEW."came_from_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_why" IS DISTINCT FROM (NEW."closed_why") OR OLD."connector_id" IS DISTINCT FROM (NEW."connector_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."domains" IS DISTINCT FROM (NEW."domains") OR OLD."domains_asked" IS DISTINCT FROM (NEW."domains_asked") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."expected_weight" IS DISTINCT FROM (NEW."expected_weight") OR OLD."first_attempt_at" IS DISTINCT FROM (NEW."first_attempt_at") OR OLD."first_contact_at" IS DISTINCT FROM (NEW."first_contact_at") OR OLD."first_meeting_at" IS DISTINCT FROM (NEW."first_meeting_at") OR OLD."first_time" IS DISTINCT FROM (NEW."first_time") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."named" IS DISTINCT FROM (NEW."named") OR OLD."named_as" IS DISTINCT FROM (NEW."named_as") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."outsider_id" IS DISTINCT FROM (NEW."outsider_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."plan_agreed_at" IS DISTINCT FROM (NEW."plan_agreed_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referrer_id" IS DISTINCT FROM (NEW."referrer_id") OR OLD."referrer_job" IS DISTINCT FROM (NEW."referrer_job") OR OLD."referrer_trained" IS DISTINCT FROM (NEW."referrer_trained") OR OLD."referring_organisation_id" IS DISTINCT FROM (NEW."referring_organisation_id") OR OLD."refused" IS DISTINCT FROM (NEW."refused") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spot_easting" IS DISTINCT FROM (NEW."spot_easting") OR OLD."spot_northing" IS DISTINCT FROM (NEW."spot_northing") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."through_referrer" IS DISTINCT FROM (NEW."through_referrer") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."wants" IS DISTINCT FROM (NEW."wants") OR OLD."ward_id" IS DISTINCT FROM (NEW."ward_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "named", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."named", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;', hash='0f4b5c963aca75f8cba48155e7643eef424134b0', operation='UPDATE', pgid='pgtrigger_update_update_223e7', table='referrals_referral', when='AFTER')),
        ),
        migrations.AddField(
            model_name='marker',
            name='ended_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='marker',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='marker',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='markers', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='namedreader',
            name='ended_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='namedreader',
            name='named_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='namedreader',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='named_readers', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='namedreader',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='particulars',
            name='changed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='particulars',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='particulars', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='particularshistory',
            name='changed_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='particularshistory',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='particularshistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='particularshistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.particulars'),
        ),
        migrations.AddField(
            model_name='relation',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relation',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='relation',
            name='their_yes_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relationhistory',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relationhistory',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='relationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='relationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='referrals.relation'),
        ),
        migrations.AddField(
            model_name='relationhistory',
            name='their_yes_to',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restriction',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restriction',
            name='lift_asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restriction',
            name='lifted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restriction',
            name='owner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='restriction',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='referrals.person'),
        ),
        migrations.AddField(
            model_name='restriction',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral'),
        ),
        migrations.AddField(
            model_name='restriction',
            name='set_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.UniqueConstraint(fields=('purpose', 'version'), name='one_statement_a_version'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0ac3e91149827e6cf27042b3c1cc9ab192b381b2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9e6b6', table='referrals_statement', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='consent',
            name='statement',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.statement'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.UniqueConstraint(fields=('referral', 'purpose', 'recipient', 'number'), name='one_answer_a_number'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision', 'best_interests'), _negated=True), models.Q(('capacity', 'lacks'), models.Q(('note', ''), _negated=True)), _connector='OR'), name='best_interests_say_why'),
        ),
        migrations.AddField(
            model_name='whereabouts',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='whereabouts', to='referrals.person'),
        ),
        migrations.DeleteModel(
            name='ConsentHistory',
        ),
        migrations.AddConstraint(
            model_name='namedreader',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'user'), name='named_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='particulars',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_particularshistory" ("changed_at", "changed_by_id", "contact_methods", "formats", "id", "interests", "interpreter", "needs_asked", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professionals", "reviewed_on", "spoken_language", "strengths", "supports") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_methods", NEW."formats", NEW."id", NEW."interests", NEW."interpreter", NEW."needs_asked", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."professionals", NEW."reviewed_on", NEW."spoken_language", NEW."strengths", NEW."supports"); RETURN NULL;', hash='7a96738c1eb5f49905702de2296d85f405c9480b', operation='INSERT', pgid='pgtrigger_insert_insert_4f80b', table='referrals_particulars', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='particulars',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."changed_by_id" IS DISTINCT FROM (NEW."changed_by_id") OR OLD."contact_methods" IS DISTINCT FROM (NEW."contact_methods") OR OLD."formats" IS DISTINCT FROM (NEW."formats") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."needs_asked" IS DISTINCT FROM (NEW."needs_asked") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."professionals" IS DISTINCT FROM (NEW."professionals") OR OLD."reviewed_on" IS DISTINCT FROM (NEW."reviewed_on") OR OLD."spoken_language" IS DISTINCT FROM (NEW."spoken_language") OR OLD."strengths" IS DISTINCT FROM (NEW."strengths") OR OLD."supports" IS DISTINCT FROM (NEW."supports"))', func='INSERT INTO "referrals_particularshistory" ("changed_at", "changed_by_id", "contact_methods", "formats", "id", "interests", "interpreter", "needs_asked", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professionals", "reviewed_on", "spoken_language", "strengths", "supports") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_methods", NEW."formats", NEW."id", NEW."interests", NEW."interpreter", NEW."needs_asked", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."professionals", NEW."reviewed_on", NEW."spoken_language", NEW."strengths", NEW."supports"); RETURN NULL;', hash='217411bff67aed2681d731055080e6af1aa2c89c', operation='UPDATE', pgid='pgtrigger_update_update_cfb3f', table='referrals_particulars', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='particularshistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='78720063aec74177aeeb8fdf32a3d14891055d9f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6d786', table='referrals_particularshistory', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "referrals_relationhistory" ("ended_at", "id", "is_carer", "lives_with", "made_at", "made_by_id", "may_speak", "name", "needs", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "their_yes", "their_yes_on", "their_yes_to_id", "tie") VALUES (NEW."ended_at", NEW."id", NEW."is_carer", NEW."lives_with", NEW."made_at", NEW."made_by_id", NEW."may_speak", NEW."name", NEW."needs", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."their_yes", NEW."their_yes_on", NEW."their_yes_to_id", NEW."tie"); RETURN NULL;', hash='27318e387b76b2da785e492ccc16bed14f560168', operation='INSERT', pgid='pgtrigger_insert_insert_85ae8', table='referrals_relation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_carer" IS DISTINCT FROM (NEW."is_carer") OR OLD."lives_with" IS DISTINCT FROM (NEW."lives_with") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."may_speak" IS DISTINCT FROM (NEW."may_speak") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."their_yes" IS DISTINCT FROM (NEW."their_yes") OR OLD."their_yes_on" IS DISTINCT FROM (NEW."their_yes_on") OR OLD."their_yes_to_id" IS DISTINCT FROM (NEW."their_yes_to_id") OR OLD."tie" IS DISTINCT FROM (NEW."tie"))', func='INSERT INTO "referrals_relationhistory" ("ended_at", "id", "is_carer", "lives_with", "made_at", "made_by_id", "may_speak", "name", "needs", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "their_yes", "their_yes_on", "their_yes_to_id", "tie") VALUES (NEW."ended_at", NEW."id", NEW."is_carer", NEW."lives_with", NEW."made_at", NEW."made_by_id", NEW."may_speak", NEW."name", NEW."needs", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."their_yes", NEW."their_yes_on", NEW."their_yes_to_id", NEW."tie"); RETURN NULL;', hash='483f517c80200937d27d2e8ec39555a48f1434db', operation='UPDATE', pgid='pgtrigger_update_update_2863a', table='referrals_relation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relationhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a909586c9246142afb187fc9c9838b31d3739594', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54db5', table='referrals_relationhistory', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='restriction',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_restriction_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='restriction',
            constraint=models.CheckConstraint(condition=models.Q(('set_at', None), ('owner__isnull', False), _connector='OR'), name='restriction_has_an_owner'),
        ),
        migrations.AddConstraint(
            model_name='restriction',
            constraint=models.CheckConstraint(condition=models.Q(('lifted_by', None), models.Q(('lift_asked_by__isnull', False), models.Q(('lifted_by', models.F('lift_asked_by')), _negated=True)), _connector='OR'), name='lifted_by_two'),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunPython(load_statements, migrations.RunPython.noop),
    ]
