"""Take a spreadsheet of listings or online communities, all of it or nothing; or only say what it would do."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from connect.identity import identify
from connect.people.models import Membership, User
from connect.people.roles import Role
from directory.bulk import actions, reading
from directory.bulk.models import Upload
from directory.bulk.reading import LEFT_OUT, SAME, WRONG, Plan
from directory.bulk.workbooks import Unreadable


class Command(BaseCommand):
    help = "Import listings from a spreadsheet (.xlsx or .csv), as on the page “Listings by the hundred”."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--communities", action="store_true", help="it is a sheet of online communities")
        parser.add_argument("--dry-run", action="store_true", help="say what it would do, and write nothing")
        parser.add_argument("--as", dest="editor", help="the e-mail address of the editor who takes it")

    def handle(self, *args: object, **options: object) -> None:
        path = Path(str(options["file"]))
        what = Upload.What.COMMUNITIES if options["communities"] else Upload.What.LISTINGS
        try:
            upload = actions.read(path.read_bytes(), file_name=path.name, what=what)
        except OSError as problem:
            raise CommandError(f"{path} cannot be read: {problem.strerror}") from problem
        except Unreadable as problem:
            raise CommandError(problem.message) from problem
        plan = reading.plan(upload)
        self._tell(plan, upload)
        if options["dry_run"]:
            return
        if not plan.is_right:
            raise CommandError("Nothing was taken: a row is to be put right first, or there is nothing to take.")
        self._take(upload, plan, str(options["editor"] or ""))

    def _tell(self, plan: Plan, upload: Upload) -> None:
        for heading in upload.problems["strange"]:
            self.stdout.write(f"The column “{heading}” is not ours, and is not read")
        for row in plan.rows:
            for each in row.reading.problems if row.what == WRONG else ():
                self.stdout.write(f"! row {row.n}, {each.column}: {each.says}")
            for match in row.matches:
                chosen = "taken for" if row.chosen == str(match.service.pk) else "much like"
                self.stdout.write(f"? row {row.n}, {row.name}: {chosen} {match.service.name} ({match.service.pk})")
        names = ("new", "changed", SAME, WRONG, LEFT_OUT)
        self.stdout.write(", ".join(f"{plan.counts[name]} {name}" for name in names))

    @transaction.atomic
    def _take(self, upload: Upload, plan: Plan, email: str) -> None:
        editor = User.objects.filter(email=email.lower()).first()
        acting = Membership.objects.current().filter(user=editor, role=Role.DIR).select_related("organisation").first()
        if editor is None or acting is None:
            raise CommandError("Say with --as which editor of the directory takes it, by e-mail address.")
        editor.acting = acting
        identify(editor)
        try:
            taken = actions.take(upload, by=editor, mark=plan.mark)
        except actions.RowRefused as refused:
            raise CommandError(f"Nothing was taken. Row {refused.row.n}: {refused.says}") from None
        told = f"Taken: {taken.new} new, {taken.changed} changed, {taken.waiting} waiting for a second editor"
        self.stdout.write(f"{told}; {taken.doubles} pairs to look at")
