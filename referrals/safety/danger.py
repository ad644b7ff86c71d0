"""Words that may mean somebody is in danger. They move what was written to the top of a person's list, no more."""

import re
import unicodedata

from directory import distress

# What others write about somebody, beside what people say of themselves (directory.distress has those). Apostrophes
# are left out on both sides. Better ten harmless lines at the top of a list than one that waited.
ENGLISH = (
    "suicide", "suicidal", "kill himself", "kill herself", "kill themselves", "killing himself", "killing herself",
    "kill him", "kill her", "end his life", "end her life", "end their life", "wants to die", "wishes he was dead",
    "wishes she was dead", "better off dead", "no point going on", "cannot cope", "cant cope", "harm himself",
    "harm herself", "harm themselves", "harming himself", "harming herself", "self harm", "cutting himself",
    "cutting herself", "overdose", "took pills", "too many tablets",
    "hurt", "hurts", "hurting", "hit", "hits", "hitting", "beaten", "beats him", "beats her", "beats them", "punched",
    "punches", "kicked", "slapped", "strangled", "choked", "pushed him", "pushed her", "bruise", "bruises", "bruised",
    "black eye", "unexplained injury", "burn marks", "bleeding", "weapon", "knife", "gun",
    "unsafe", "not safe", "doesnt feel safe", "dont feel safe", "isnt safe", "in danger", "at risk", "threatened",
    "threatens", "threatening", "stalked", "stalking", "followed home", "afraid of", "frightened of", "scared of",
    "terrified of", "frightened to", "scared to go home", "afraid to go home", "controls him", "controls her",
    "controlling", "wont let him", "wont let her", "not allowed out", "locked in", "locks him", "locks her",
    "shouts at him", "shouts at her", "humiliates",
    "abuse", "abused", "abuses", "abusive", "abusing", "domestic violence", "violent", "violence", "rape", "raped",
    "assault", "assaulted", "molested", "touched him", "touched her", "sexual", "forced to", "fgm",
    "forced marriage", "slavery", "trafficked", "trafficking", "passport taken", "exploited", "exploiting", "cuckooed",
    "cuckooing", "takes his money", "takes her money", "taking his money", "taking her money", "takes their money",
    "taking their money", "took his card", "took her card", "has his bank card", "has her bank card", "scammed",
    "no food", "nothing to eat", "not eaten", "hasnt eaten", "havent eaten", "not eating", "starving", "no heating",
    "no gas", "no electric", "no electricity", "no water", "no medication", "not taking medication", "neglect",
    "neglected", "neglecting", "left alone all day", "lying in", "soiled", "bed sores", "pressure sores", "collapsed",
    "found on the floor", "missing", "evicted", "sleeping rough", "child at risk", "children at risk",
)  # fmt: skip
# A draft, for somebody who speaks it to confirm.
WELSH = (
    "hunanladdiad", "lladd ei hun", "lladd eu hunain", "eisiau marw", "isio marw", "moyn marw", "gwell bod wedi marw",
    "hunan niweidio", "niweidio ei hun", "gorddos", "brifo", "wedi brifo", "anafu", "anaf", "taro", "bwrw", "curo",
    "clais", "cleisiau", "cyllell", "anniogel", "ddim yn ddiogel", "ddim yn saff", "mewn perygl", "bygwth", "bygythiad",
    "ofn", "ofnus", "ofni", "cam drin", "camdrin", "camdriniaeth", "trais", "treisio", "ymosod", "rheoli hi",
    "rheoli fe", "cloi i mewn", "dwyn arian", "cymryd ei arian", "cymryd ei harian", "caethwasiaeth", "esgeulustod",
    "esgeuluso", "dim bwyd", "heb fwyta", "llwgu", "newynu", "dim gwres", "dim trydan", "ar goll", "gorfodi",
)  # fmt: skip
MOST_WORDS = 5000
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def tokens(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).lower()
    return [word.replace("'", "").replace("’", "") for word in WORD.findall(folded)]


def found(text: str) -> list[str]:
    """What in these words may mean danger, as it would be said to the reader; empty when nothing does."""
    words = tokens(text)[:MOST_WORDS]
    said = f" {' '.join(words)} "
    hits = [phrase for phrase in (*ENGLISH, *WELSH, *distress.TOLD, *distress.NAMED) if f" {phrase} " in said]
    slips = [word for word in words if distress.is_said([word])]  # a slip of the finger in a long word
    return [
        hit for hit in sorted({*hits, *slips}) if not any(hit != other and f" {hit} " in f" {other} " for other in hits)
    ]
