"""Words the directory starts with: what people would like, and what they call it. Editors may change it all."""

from django.utils.translation import gettext_noop as _

# code, name, and how people say it. Nobody is lonely on our screens, but people do type the word.
NEEDS = [
    (
        "company",
        _("Company"),
        ["lonely", "loneliness", "alone", "on my own", "isolated", "isolation", "nobody to talk to",
         "no one to talk to", "someone to talk to", "somebody to talk to", "make friends",
         "meet people", "company", "friendship", "chat"],
    ),
    (
        "something_to_do",
        _("Something to do"),
        ["bored", "nothing to do", "hobby", "hobbies", "something to do", "keep busy", "fill the day"],
    ),
    (
        "getting_out",
        _("Getting out"),
        ["housebound", "stuck at home", "stuck indoors", "getting out", "get out more", "out of the house", "day out"],
    ),
    (
        "people_like_me",
        _("People like me"),
        ["people like me", "same boat", "people my age", "people who understand", "lost my wife", "lost my husband",
         "my wife died", "my husband died"],
    ),
    (
        "practical_help",
        _("A lift or a hand"),
        ["help at home", "lift", "shopping for me", "practical help", "odd jobs", "a hand", "cannot get there"],
    ),
    (
        "phone_chat",
        _("A chat by phone"),
        ["phone call", "ring me", "chat by phone", "telephone", "somebody to ring me"],
    ),
]  # fmt: skip

# When somebody says the first, the others are looked for too; what they typed still comes first.
SYNONYMS = {
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
}


def load(apps) -> None:  # noqa: ANN001 (the registry of a migration, or Django's own)
    """Put in what is missing. What an editor has changed since stays as they left it."""
    need, synonym = apps.get_model("directory", "Need"), apps.get_model("directory", "Synonym")
    rows = [need(code=c, name=n, synonyms=s, position=at) for at, (c, n, s) in enumerate(NEEDS)]
    need.objects.bulk_create(rows, ignore_conflicts=True)
    synonym.objects.bulk_create([synonym(said=s, means=m) for s, m in SYNONYMS.items()], ignore_conflicts=True)
