"""Readings at the end and on coming back, one of each a time with us; yeses to a story, told and read by others."""

from django.conf import settings
from django.db import migrations, models

from connect.walls import also, jobs
from referrals.person import wording

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
OVER = f"({jobs('own_page', 'transfer', 'clocks', 'guarding')} and {SEEN})"  # what was to come ends with the rest
WALLS = also("referrals_measuredue", "select", OVER, "over_seen") + also("referrals_measuredue", "update", OVER, "over")


def load(apps, _schema):
    wording.load(apps)



class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0025_how_somebody_is_reached'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='measuredue',
            name='measured_once',
        ),
        migrations.AddField(
            model_name='measuredue',
            name='episode',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to'), ('story', 'their story may be written down with them, for the team to read'), ('publish', 'their story may be read by others, without their name')], max_length=20),
        ),
        migrations.AlterField(
            model_name='measuredue',
            name='what',
            field=models.CharField(choices=[('baseline', 'The first one'), ('follow_up', 'After three months'), ('later', 'After half a year'), ('exit', 'At the end'), ('reentry', 'When they came back')], max_length=10),
        ),
        migrations.AlterField(
            model_name='measuredue',
            name='why_not',
            field=models.CharField(blank=True, choices=[('declined', 'They would rather not'), ('unable', 'They could not'), ('unwell', 'They were too unwell'), ('not_right', 'It would not have been right to ask'), ('ended', 'Our time with them ended first')], max_length=10),
        ),
        migrations.AlterField(
            model_name='statement',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to'), ('story', 'their story may be written down with them, for the team to read'), ('publish', 'their story may be read by others, without their name')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='measuredue',
            constraint=models.UniqueConstraint(fields=('referral', 'episode', 'what'), name='measured_once'),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
