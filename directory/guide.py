"""Whom listings are for, and what is known of each kind: rows a directory starts with. Editors may change them all."""

from django.utils.translation import gettext_noop as _

# code, name, and how people say it.
AUDIENCES = [
    ("older", _("Older people"), ["pensioner", "pensioners", "retired", "over 60s", "elderly", "seniors"]),
    ("young", _("Young adults"), ["young people", "students", "twenties", "under 30s"]),
    ("men", _("Men"), ["man", "blokes", "lads", "dads"]),
    ("women", _("Women"), ["woman", "ladies"]),
    ("carers", _("Carers"), ["carer", "look after my wife", "look after my husband", "look after my mum"]),
    ("parents", _("New parents"), ["new mum", "new mums", "baby", "toddler", "new dad", "parents", "single parent"]),
    ("bereaved", _("People who have lost somebody"), ["bereaved", "bereavement", "widow", "widower", "grief"]),
    ("disabled", _("Disabled people"), ["disabled", "disability", "wheelchair", "wheelchair user"]),
    ("learning_disability", _("People with a learning disability"), ["learning disability", "learning difficulties"]),
    ("autistic", _("Autistic people"), ["autistic", "autism", "aspergers", "neurodiverse"]),
    ("memory", _("People living with memory loss"), ["dementia", "alzheimers", "memory loss", "memory problems"]),
    ("sight_hearing", _("People who see or hear less"), ["blind", "deaf", "sight loss", "hard of hearing"]),
    ("long_term", _("People with a long illness"), ["stroke", "cancer", "parkinsons", "chronic pain", "long covid"]),
    ("mind", _("People having a hard time"), ["anxiety", "anxious", "depression", "depressed", "mental health"]),
    ("lgbt", _("LGBTQ+ people"), ["lgbt", "lgbtq", "gay", "lesbian", "trans", "bisexual"]),
    ("veterans", _("Veterans and their families"), ["veteran", "veterans", "ex forces", "army", "navy", "raf"]),
    ("newcomers", _("People new to the country"), ["refugee", "refugees", "asylum seeker", "migrant", "new here"]),
    ("faith", _("People of a faith"), ["church", "mosque", "temple", "synagogue", "gurdwara"]),
]  # fmt: skip

# kind, days between checks. What is known of each kind is for each place to write, with its source.
KINDS = {
    "group": 182, "activity": 91, "befriending": 182, "community": 91, "mentoring": 182, "connector": 182,
    "advice": 182, "volunteering": 182, "transport": 182, "venue": 365,
}  # fmt: skip


def load(apps) -> None:  # noqa: ANN001 (the registry of a migration, or Django's own)
    """Put in what is missing. What an editor has changed since stays as they left it."""
    audience, kind = apps.get_model("directory", "Audience"), apps.get_model("directory", "KindGuide")
    rows = [audience(code=c, name=n, synonyms=s, position=at) for at, (c, n, s) in enumerate(AUDIENCES)]
    audience.objects.bulk_create(rows, ignore_conflicts=True)
    kinds = [kind(kind=name, check_every_days=days) for name, days in KINDS.items()]
    kind.objects.bulk_create(kinds, ignore_conflicts=True)
