import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, append_only, jobs, wall

TABLES = ("told", "counted", "countedmonth", "releaseread")
# Until now a total stood without a place; the rows cannot change, and this says only where they always were.
TOTALS_HAVE_A_PLACE = """
alter table outcomes_figure disable trigger user;
update outcomes_figure f set place_code = r.area_code, place_name = r.area_name, level = 'whole'
from outcomes_release r where r.id = f.release_id and f.place_code = '';
set constraints all immediate;
alter table outcomes_figure enable trigger user;
"""
READ_BY_STATS = """do $$ begin if to_regrole('connect_stats') is not null then
grant select on outcomes_told to connect_stats; end if; end $$;"""
# The true counts are the freezer's alone.
WALLS = [
    wall("outcomes_counted", read=jobs("freeze"), insert=jobs("freeze")),
    wall("outcomes_releaseread", read=f"reader_id = {ME} or {ROLE} = 'DPO'", insert=f"reader_id = {ME}"),
]


class Migration(migrations.Migration):

    dependencies = [("outcomes", "0006_documents_copies_equality")]

    operations = [
        migrations.RemoveConstraint("figure", "one_figure_a_place"),
        migrations.RemoveConstraint("figure", "measure_is_known"),
        migrations.RenameField("figure", "place", "position"),
        migrations.RenameField("figure", "measure", "count"),
        migrations.RenameField("figure", "ward_code", "place_code"),
        migrations.RenameField("figure", "ward_name", "place_name"),
        migrations.AddField("figure", "level", models.CharField(choices=[('ward', 'Ward'), ('locality', 'Locality'), ('whole', 'Whole area')], default="ward", max_length=10), preserve_default=False),
        migrations.AddField("figure", "rule", models.CharField(choices=[('round5_audit_v1', 'Rounded'), ('suppress_v1', 'Exact'), ('things', 'Things')], default="round5_audit_v1", max_length=40), preserve_default=False),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('area_code', models.CharField(max_length=20)),
                ('party', models.CharField(max_length=200)),
                ('reference', models.CharField(max_length=100)),
                ('begins_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('agreed_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-begins_on'],
            },
        ),
        migrations.CreateModel(
            name='Counted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('count', models.CharField(max_length=40)),
                ('category', models.CharField(blank=True, max_length=120)),
                ('ward_code', models.CharField(max_length=20)),
                ('n', models.PositiveIntegerField()),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
            ],
        ),
        migrations.CreateModel(
            name='CountedMonth',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('area_code', models.CharField(max_length=20)),
                ('month', models.DateField()),
                ('definitions', models.PositiveSmallIntegerField()),
                ('counted_to', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='ReleaseRead',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('place_code', models.CharField(max_length=20)),
                ('day', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('value', models.CharField(max_length=40)),
                ('place_code', models.CharField(max_length=20)),
                ('place_name', models.CharField(max_length=100)),
                ('level', models.CharField(choices=[('ward', 'Ward'), ('locality', 'Locality'), ('whole', 'Whole area')], max_length=10)),
                ('people', models.CharField(max_length=12)),
                ('told', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['value', 'place_name'],
            },
        ),
        migrations.AlterModelOptions(
            name='figure',
            options={'ordering': ['position']},
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='shown_is_disclosed',
        ),
        migrations.RemoveConstraint(
            model_name='release',
            name='released_once',
        ),
        migrations.RemoveConstraint(
            model_name='release',
            name='period_is_a_month',
        ),
        migrations.AddField(
            model_name='figure',
            name='category',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='release',
            name='grain',
            field=models.CharField(choices=[('month', 'Month'), ('quarter', 'Quarter'), ('year', 'Financial year')], default='month', max_length=10),
        ),
        migrations.AlterField(
            model_name='figure',
            name='count',
            field=models.CharField(max_length=40),
        ),
        migrations.AlterField(
            model_name='figure',
            name='place_code',
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name='figure',
            name='place_name',
            field=models.CharField(max_length=100),
        ),
        migrations.AlterField(
            model_name='figure',
            name='position',
            field=models.PositiveIntegerField(),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.UniqueConstraint(fields=('release', 'count', 'category', 'place_code'), name='one_figure_a_spot'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rule', 'round5_audit_v1'), _negated=True), ('shown__regex', '^(\\*|-|0|[1-9][0-9]*[05])$'), _connector='OR'), name='shown_is_disclosed'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.UniqueConstraint(fields=('grain', 'period', 'area_code'), name='released_once'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('period__day', 1)), name='period_begins_a_month'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='agreed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='countedmonth',
            constraint=models.UniqueConstraint(fields=('area_code', 'month'), name='counted_once'),
        ),
        migrations.AddField(
            model_name='counted',
            name='of',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='outcomes.countedmonth'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='countedmonth',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bbfd0f8aed1b7b9aeccc607cdba69d069977ff4b', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_faa73', table='outcomes_countedmonth', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='releaseread',
            name='reader',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='releaseread',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='outcomes.release'),
        ),
        migrations.AddField(
            model_name='told',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='values', to='outcomes.release'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('begins_on'))), name='agreement_ends'),
        ),
        migrations.AddConstraint(
            model_name='counted',
            constraint=models.UniqueConstraint(fields=('of', 'count', 'category', 'ward_code'), name='one_count_an_atom'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='counted',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='712e1e4e5ff021503e7c03bc23f0f70220544886', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_3619d', table='outcomes_counted', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='releaseread',
            constraint=models.UniqueConstraint(fields=('release', 'place_code', 'reader', 'day'), name='read_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='told',
            constraint=models.UniqueConstraint(fields=('release', 'value', 'place_code'), name='one_value_a_spot'),
        ),
        migrations.AddConstraint(
            model_name='told',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('people', '*'), _negated=True), ('told', {}), _connector='OR'), name='nothing_told_of_few'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='told',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='829393275ce02a7189497800a9d0df3130d0caa3', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_4726c', table='outcomes_told', when='BEFORE')),
        ),
        migrations.RunSQL(TOTALS_HAVE_A_PLACE, migrations.RunSQL.noop),
        migrations.RunSQL(READ_BY_STATS, migrations.RunSQL.noop),
        *(migrations.RunSQL(append_only(f"outcomes_{table}"), migrations.RunSQL.noop) for table in TABLES),
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in WALLS),
    ]
