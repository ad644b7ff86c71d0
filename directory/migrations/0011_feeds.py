"""What a feed's server said and how it may be passed on; what the words of others mean here."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from directory.openreferral import words_of_others


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0010_more_words'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='feed',
            options={'ordering': ['name']},
        ),
        migrations.RemoveField(
            model_name='feed',
            name='etag',
        ),
        migrations.RemoveField(
            model_name='feed',
            name='last_modified',
        ),
        migrations.AddField(
            model_name='feed',
            name='asked_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='feed',
            name='not_before',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='feed',
            name='pass_on',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='feed',
            name='reading_since',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='feedrun',
            name='agreed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='feedrun',
            name='problem',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='feedrun',
            name='would_go',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None),
        ),
        migrations.AlterField(
            model_name='feedrun',
            name='state',
            field=models.CharField(choices=[('done', 'Read whole'), ('unchanged', 'Nothing new there'), ('partial', 'Broke off; what came before was kept'), ('stopped', 'Stopped: far fewer listings than before'), ('left', 'Far fewer listings than before; left as it was')], max_length=10),
        ),
        migrations.CreateModel(
            name='Meaning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('where', models.CharField(choices=[('term', 'A topic a feed gives a listing'), ('name', 'A word in its name'), ('text', 'A word in its name or description')], default='term', max_length=4)),
                ('said', models.CharField(max_length=120)),
                ('label', models.CharField(blank=True, max_length=200)),
                ('taxonomy', models.CharField(blank=True, max_length=80)),
                ('parent', models.CharField(blank=True, max_length=120)),
                ('kind', models.CharField(blank=True, choices=[('group', 'A group'), ('activity', 'An activity'), ('befriending', 'Befriending'), ('community', 'An online community'), ('mentoring', 'Mentoring'), ('connector', 'Help finding your way'), ('advice', 'Advice'), ('volunteering', 'Volunteering'), ('transport', 'Transport'), ('venue', 'A place to be')], max_length=20)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('audiences', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('seen', models.PositiveIntegerField(default=0)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', '-seen', 'said'],
                'constraints': [models.UniqueConstraint(fields=('where', 'said'), name='one_meaning_a_word'), models.CheckConstraint(condition=models.Q(('said', ''), _negated=True), name='a_meaning_of_something')],
            },
        ),
        migrations.CreateModel(
            name='FeedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=1000)),
                ('etag', models.CharField(blank=True, max_length=300)),
                ('last_modified', models.CharField(blank=True, max_length=60)),
                ('reader', models.CharField(max_length=64)),
                ('records', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
                ('last_page', models.PositiveIntegerField(default=1)),
                ('feed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='directory.feed')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('feed', 'address'), name='one_answer_an_address')],
            },
        ),
        migrations.RunPython(lambda apps, _editor: words_of_others.load(apps), migrations.RunPython.noop),
    ]
