"""A broader thesaurus for directories that began with the small one; names by their beginnings."""

from django.db import migrations

from directory import reference

# What the small one said. A line that still says so becomes the broad one's; an editor's stays.
BEFORE = {
    "lunch": ["dinner", "meal", "soup", "cafe", "cooking"],
    "dinner": ["lunch", "meal", "supper"],
    "food": ["lunch", "meal", "cafe", "cooking", "soup"],
    "meal": ["lunch", "dinner", "cafe"],
    "tea": ["coffee", "cafe"],
    "coffee": ["cafe", "coffee morning"],
    "coffee morning": ["cafe", "drop in"],
    "lost my wife": ["bereavement", "bereaved", "widow", "grief"],
    "lost my husband": ["bereavement", "bereaved", "widow", "grief"],
    "my wife died": ["bereavement", "bereaved", "widow", "grief"],
    "my husband died": ["bereavement", "bereaved", "widow", "grief"],
    "grief": ["bereavement", "bereaved", "loss"],
    "widow": ["bereavement", "bereaved"],
    "widower": ["bereavement", "bereaved", "widow"],
    "lonely": ["befriending", "friendship", "company"],
    "loneliness": ["befriending", "friendship", "company"],
    "nobody to talk to": ["befriending", "listening", "chat"],
    "no one to talk to": ["befriending", "listening", "chat"],
    "make friends": ["befriending", "friendship", "social club"],
    "men's shed": ["men in sheds", "woodwork", "repair"],
    "mens shed": ["men in sheds", "woodwork", "repair"],
    "woodwork": ["carpentry", "shed"],
    "knitting": ["knit and natter", "crochet", "sewing", "craft"],
    "knit and natter": ["knitting", "crochet", "craft"],
    "craft": ["crafts", "knitting", "sewing", "art"],
    "gardening": ["allotment", "garden", "growing"],
    "allotment": ["gardening", "garden", "growing"],
    "exercise": ["keep fit", "fitness", "walking", "tai chi", "yoga"],
    "keep fit": ["exercise", "fitness"],
    "walking": ["walk", "ramble", "rambling"],
    "walks": ["walking", "ramble"],
    "singing": ["choir", "sing"],
    "choir": ["singing"],
    "dementia": ["memory", "alzheimer"],
    "alzheimers": ["dementia", "memory"],
    "memory": ["dementia"],
    "carer": ["carers", "caring"],
    "looking after my mum": ["carers", "caring"],
    "looking after my husband": ["carers", "caring"],
    "anxious": ["anxiety", "mental health", "wellbeing"],
    "depressed": ["depression", "mental health", "wellbeing"],
    "feeling low": ["depression", "mental health", "wellbeing"],
    "computer": ["digital", "internet", "it skills"],
    "internet": ["digital", "computer"],
    "english lessons": ["esol", "conversation"],
    "esol": ["english", "conversation"],
    "new baby": ["parents", "postnatal", "baby"],
    "mum and baby": ["baby", "toddler", "parents"],
    "toddler": ["baby", "parents", "stay and play"],
    "debt": ["money advice", "benefits"],
    "benefits": ["welfare rights", "money advice"],
    "volunteering": ["volunteer", "helping"],
    "lift": ["transport", "driver", "dial a ride"],
    "transport": ["driver", "dial a ride", "minibus"],
    "church": ["faith", "worship"],
    "mosque": ["faith", "prayer"],
    "dog": ["dogs", "pets"],
    "football": ["walking football", "sport"],
    "swimming": ["swim", "pool"],
    "dancing": ["dance"],
    "reading": ["book club", "library"],
    "books": ["book club", "library", "reading"],
    "games": ["board games", "bingo", "cards", "chess"],
    "bingo": ["games"],
}  # fmt: skip


def widen(apps, editor):
    synonym, now = apps.get_model("directory", "Synonym"), reference.synonyms()
    for said, was in BEFORE.items():
        if said in now:
            synonym.objects.filter(said=said, means=was).update(means=now[said])
    rows = [synonym(said=said, means=means) for said, means in now.items()]
    synonym.objects.bulk_create(rows, ignore_conflicts=True)


NAMES = """create index service_name_begins on directory_service (directory_plain(name) collate "C" text_pattern_ops)"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0013_alike")]
    operations = [
        migrations.RunPython(widen, migrations.RunPython.noop),
        migrations.RunSQL(NAMES, "drop index service_name_begins"),
    ]
