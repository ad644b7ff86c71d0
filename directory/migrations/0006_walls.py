"""Who may read what people tell the directory: editors, the teller by their own key, and the organiser by their link."""

from django.db import migrations

from connect.walls import KEY, ME, ROLE, SCOPE, jobs, wall

EDITOR = f"{ROLE} = 'DIR'"
STAFF = f"{ROLE} in ('DIR', 'CON', 'TL', 'DPO', 'ADM')"
AT_WORK = jobs("reminders", "import", "seed", "delivery")
BY_LINK = f"({jobs('link')} and service_id = any({SCOPE}))"
ANYBODY = "true"
MINE = f"user_id = {ME}"

WALLS = [
    # An organiser reads by link what is proposed for their own listing; whoever sent a form, what that form made.
    wall(
        "directory_changerequest",
        read=f"{EDITOR} or key = {KEY} or {BY_LINK} or {AT_WORK}",
        insert=ANYBODY,
        update=f"{EDITOR} or {BY_LINK} or {AT_WORK}",
    ),
    wall("directory_report", read=f"{EDITOR} or key = {KEY} or {AT_WORK}", insert=ANYBODY, update=EDITOR),
    wall("directory_usefulness", read=f"{EDITOR} or key = {KEY} or {AT_WORK}", insert=ANYBODY, update=EDITOR),
    wall(
        "directory_gap",
        read=f"{EDITOR} or {ROLE} in ('CON', 'TL') or key = {KEY} or {jobs('freeze', 'seed')}",
        insert=ANYBODY,
        update=EDITOR,
    ),
    wall(
        "directory_verification",
        read=f"{STAFF} or {BY_LINK} or {AT_WORK}",
        insert=f"{EDITOR} or {BY_LINK} or {AT_WORK}",
    ),
    wall(
        "directory_revision",
        read=f"{STAFF} or {BY_LINK} or {AT_WORK}",
        insert=f"{EDITOR} or {BY_LINK} or {AT_WORK}",
    ),
    wall("directory_editornote", read=f"{ROLE} in ('DIR', 'CON', 'TL')", insert=EDITOR, delete=EDITOR),
    wall("directory_watch", read=f"{MINE} or {AT_WORK}", insert=MINE, delete=MINE),
    wall(
        "directory_savedsearch",
        read=f"{MINE} or {AT_WORK}",
        insert=MINE,
        update=f"{MINE} or {AT_WORK}",
        delete=MINE,
    ),
    wall("directory_upload", read=f"by_id = {ME}", insert=f"by_id = {ME}", update=f"by_id = {ME}", delete=f"by_id = {ME}"),
]


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_whole_directory"), ("audit", "0001_grants")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in WALLS]
