"""Whether two names may be one person's: how they sound, what they are short for, a slip of the finger."""

import re
import unicodedata

from rapidfuzz.distance import OSA

# Each line is one name and what it is called at home. Welsh forms stand beside the English ones.
SHORT_FOR = """
albert al bert bertie
alexander alex alec sandy sacha
alexandra alex sandra sandy
alfred alf alfie fred
alison ali
andrew andy drew
ann anne anna annie nan nancy
anthony tony ant
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
catherine katherine kathleen kath kathy cathy kate katie kitty catrin
charles charlie chas siarl
charlotte lottie charlie
christine christina chris chrissie tina
christopher chris kit
daniel dan danny
david dave davy dafydd dai
deborah debbie deb
derek del
donald don
dorothy dot dottie dolly
edward ed eddie ted teddy ned
eleanor ellie nell nellie elen
elizabeth elisabeth liz lizzie beth betty bess libby lisa elsie
emily em emmie
ernest ernie
evelyn evie
florence flo flossie
frances fran francesca
francis frank
frederick fred freddie
geoffrey jeffrey geoff jeff
george georgie sior
gerald gerry
gladys glad
gordon gord
graham gra
gwendolyn gwen
harold harry hal
helen nell nellie elen
henry harry hal
herbert herb bert bertie
ian iain
irene rene
isabel isabella bella izzy
jacqueline jackie
james jim jimmy jamie jem iago
jane jean jan janie sian
janet jan
jennifer jen jenny
jeremy jerry jez
joan joanie siwan
john johnny jack ioan sion ieuan evan
jonathan jon jonny
joseph joe joey
josephine jo josie
joyce joy
judith judy
kenneth ken kenny
lawrence laurence larry laurie
leonard len lenny
leslie les
lilian lily lil
louise lou
malcolm mal
margaret maggie meg peggy marge margie rita greta mair
marjorie marge margie
martin marty
mary maria marie molly polly mair mari
matthew matt
maureen mo
michael mike mick micky mihangel
mohammed muhammad mohamed mohammad mo
montague monty
nicholas nick nicky
norman norm
olive ollie
oliver ollie
pamela pam
patricia pat patsy trish tricia
patrick pat paddy
peter pete pedr
philip phil phillip
raymond ray
rebecca becky becca
richard rick dick rich ricky
robert rob bob bobby robbie bert
ronald ron ronnie
rosemary rose rosie
roy royston
samuel sam sammy
samantha sam
sarah sara sally sal
sidney sydney sid syd
stanley stan
stephen steven steve steffan
susan susannah sue susie
sylvia syl
terence terry
theresa teresa terry tess
thomas tom tommy tomos
timothy tim
valerie val
victor vic
victoria vicky tori
vincent vince vin
violet vi
vivian viv
walter wally walt
wilfred wilf
william bill billy will willie wil gwilym liam
winifred win winnie
yvonne von
"""
FAMILIES = [frozenset(line.split()) for line in SHORT_FOR.strip().splitlines()]
LONG_ENOUGH = 5  # letters, for one of them to be a slip
# What sounds alike in English names, and in Welsh ones as English ears write them down.
SOUNDS = (
    (r"^mc|^mac", "mk"), (r"^kn", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"ph", "f"), (r"ff", "f"), (r"gh(?=t)", ""),
    (r"igh", "y"), (r"ck", "k"), (r"sch", "s"), (r"tch", "c"), (r"dd(?=[aeiouy])", "th"), (r"ll", "l"),
    (r"c(?=[eiy])", "s"),
    (r"ch", "c"), (r"c", "k"), (r"q", "k"), (r"x", "ks"), (r"z", "s"), (r"v", "f"), (r"w", "f"), (r"j", "g"),
    (r"h", ""), (r"y", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip


def folded(name: str) -> str:
    """Letters only, without accents: Siân is sian, O'Brien is obrien."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalpha())


def sound(name: str) -> str:
    """A key that is the same for names that sound alike; the first letter's sound, then the consonants."""
    key = folded(name)
    for heard, said in SOUNDS:
        key = re.sub(heard, said, key)
    return key[:1] + re.sub(r"[aeiou]", "", key[1:])


def alike(one: str, other: str) -> bool:
    """Two names of one sort, first with first or last with last."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return False
    return _plain(a) == _plain(b) or _is_short_for(a, b) or _is_slip(a, b) or _sound_alike(a, b)


def _plain(name: str) -> str:
    """Lloyd and Loyd, Smith and Smyth."""
    return re.sub(r"(.)\1+", r"\1", name.replace("y", "i"))


def _sound_alike(a: str, b: str) -> bool:
    """Joan and John sound alike to this key, and are not: it takes three sounds to say."""
    return sound(a) == sound(b) and len(sound(a)) > 2


def _is_short_for(a: str, b: str) -> bool:
    return any(a in family and b in family for family in FAMILIES)


def _is_slip(a: str, b: str) -> bool:
    """One letter wrong, missing, too many or changed about; the first letter is seldom the wrong one."""
    return min(len(a), len(b)) >= LONG_ENOUGH and a[0] == b[0] and OSA.distance(a, b, score_cutoff=1) <= 1
