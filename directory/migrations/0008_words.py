"""Reading what people type: slips of the finger and of the ear, what phrases mean, how common a word is. Kept by trigger."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

# The part of a word that search looks at; a small word is its own. No apostrophe but the possessive: don't is dont.
STEM = r"""
create function directory_stem(said text) returns text language sql immutable strict parallel safe as $$
    select coalesce((ts_lexize('english_stem', word))[1], word)
    from (select regexp_replace(said, '''(t|m|d|ve|re|ll)$', '\1') as word) spoken
$$;
"""

# Lost my wife, lost his wife: the same. In Python: `words.LITTLE`.
KEY = r"""
create function directory_key(said text) returns text language sql immutable strict parallel safe as $$
    select coalesce(string_agg(directory_stem(word), ' ' order by at), '')
    from (select trim(both '''' from part) as word, at
          from regexp_split_to_table(directory_plain(said), '[^a-z0-9''\u0080-\uffff]+') with ordinality x(part, at)) w
    where word not in ('', 'a', 'an', 'the', 'my', 'your', 'his', 'her', 'their', 'our', 'some', 'any', 'this', 'that')
$$;
"""

# About how an English word sounds: consonants, and whether it begins with a vowel. Karioke is karaoke.
SOUND = r"""
create function directory_sound(word text) returns text language plpgsql immutable strict parallel safe as $$
declare
    rule text[];
begin
    foreach rule slice 1 in array array[
        ['^(?:kn|gn|pn)', 'n'], ['^wr', 'r'], ['^ps', 's'], ['^x', 's'], ['x', 'ks'], ['ph', 'f'], ['tch', 'X'],
        ['sch', 'sk'], ['sh|ch|ti(?=[ao])|ci(?=[ao])|si(?=on)', 'X'], ['gh', ''], ['dg(?=[eiy])', 'j'],
        ['c(?=[eiy])', 's'], ['ck|c|q', 'k'], ['z', 's'], ['v', 'f'], ['th', 't'], ['^[aeiou]', 'A'],
        ['(?!^)[aeiouwhy]', ''], ['(.)\1+', '\1'], ['(..)s$', '\1']]
    loop
        word := regexp_replace(word, rule[1], rule[2], 'g');
    end loop;
    return word;
end $$;
"""

# Symmetric deletion (Wolf Garbe's SymSpell): two words with such a rest in common are two slips apart at most.
SLIPS = """
create function directory_slips(word text) returns text[] language sql immutable strict parallel safe as $$
    select array(
        select start
        union select left(start, i - 1) || substr(start, i + 1) from generate_series(1, length(start)) i
        union select left(start, i - 1) || substr(start, i + 1, j - i - 1) || substr(start, j + 1)
            from generate_series(1, length(start)) i, generate_series(i + 1, length(start)) j where length(start) > 4)
    from (select left(word, 7) as start) s
$$;
"""

BEFORE_WORD = """
create function directory_before_word() returns trigger language plpgsql as $$
begin
    new.sound := directory_sound(new.word);
    return new;
end $$;
create trigger directory_before_word before insert on directory_word
    for each row execute function directory_before_word();
"""

AFTER_WORDS = """
create function directory_after_words() returns trigger language plpgsql as $$
begin
    insert into directory_slip (gone, word)
    select unnest(directory_slips(word)), word from fresh where length(word) > 2 order by 1, 2 on conflict do nothing;
    return null;
end $$;
create trigger directory_after_words after insert on directory_word referencing new table as fresh
    for each statement execute function directory_after_words();
"""

# Hubby is husband is wife, in "lost my …" and "… died"; and so is one child another. In Python: `words.kin`.
KIN = r"""
create function directory_kin(key text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(key,
        '\m(husband|hubbi|wife|missus|partner|spous|fianc|mum|mummi|mam|mom|mother|dad|daddi|father|parent|brother|sister'
        '|gran|granni|nan|nana|grandma|grandad|grandpa|grandmoth|grandfath|aunt|aunti|uncl|friend)\M', 'kin', 'g'),
        '\m(son|daughter|boy|girl|child|children|kid|lad)\M', 'young', 'g')
$$;
"""

# What was said, and what it means: with a colon in it, everything so marked. Left out is what small words hide in:
# "turn up" would be every turn.
SPEAK = """
create function directory_speak(source text, said text, means text[]) returns void language plpgsql as $$
begin
    insert into directory_phrase (key, source, said, means, tags)
    select distinct on (key) left(key, 120), source, said,
           array(select word from unnest(means) with ordinality m(word, at) where word !~ ':' and (
               word !~ ' ' or word ~ '[0-9]' or numnode(phraseto_tsquery('english', directory_plain(word))) > 1)
               order by at),
           array(select word from unnest(means) word where word ~ ':')
    from unnest(array[directory_key(said), directory_kin(directory_key(said))]) key
    where key = directory_key(said) or key ~ ' ';
    insert into directory_word (word, stem, n, spoken)
    select distinct word, directory_stem(word), 0, true
    from unnest(said || means) phrase, regexp_split_to_table(directory_plain(phrase), '[^a-z]+') word
    where phrase !~ ':' and length(word) between 3 and 40 and cardinality(ts_lexize('english_stem', word)) > 0
    order by word
    on conflict (word) do nothing;
    update directory_word set spoken = true where not spoken and word in (
        select word from unnest(said || means) phrase, regexp_split_to_table(directory_plain(phrase), '[^a-z]+') word
        where phrase !~ ':');
end $$;
"""

SPOKEN = """
create function directory_spoken() returns trigger language plpgsql as $$
declare
    gone text := coalesce(to_jsonb(old) ->> 'said', to_jsonb(old) ->> 'code');
    line jsonb := to_jsonb(new);
    phrase text;
begin
    delete from directory_phrase where source = tg_argv[0] || ':' || gone;
    if tg_argv[0] = 'said' and line is not null then
        perform directory_speak('said:' || new.said, new.said, new.means::text[]);
    elsif line is not null then
        foreach phrase in array array[new.name::text] || new.synonyms::text[] loop
            perform directory_speak(tg_argv[0] || ':' || new.code, phrase, array[tg_argv[0] || ':' || new.code]);
        end loop;
    end if;
    return null;
end $$;
"""

# By night, and after a long import: how many listings have each word. One pass over the index.
WEIGH = """
create function directory_weigh() returns void language sql as $$
    with counted as (
        select word as stem, ndoc from ts_stat('select words from directory_searchentry where first'))
    update directory_word w set n = coalesce(ndoc, 0)
    from directory_word each left join counted using (stem)
    where w.word = each.word and w.n <> coalesce(ndoc, 0)
$$;
"""

FUNCTIONS = [
    (STEM, "directory_stem(text)"),
    (KEY, "directory_key(text)"),
    (SOUND, "directory_sound(text)"),
    (SLIPS, "directory_slips(text)"),
    (BEFORE_WORD, "directory_before_word() cascade"),
    (AFTER_WORDS, "directory_after_words() cascade"),
    (KIN, "directory_kin(text)"),
    (SPEAK, "directory_speak(text, text, text[])"),
    (SPOKEN, "directory_spoken() cascade"),
    (WEIGH, "directory_weigh()"),
]
SPEAKING = {"said": "directory_synonym", "need": "directory_need", "for": "directory_audience"}

# What is there already goes through the triggers once.
ALREADY = """
update directory_word set sound = directory_sound(word);
insert into directory_slip (gone, word)
    select unnest(directory_slips(word)), word from directory_word where length(word) > 2 on conflict do nothing;
update directory_synonym set said = said;
update directory_need set code = code;
update directory_audience set code = code;
select directory_weigh();
"""


def listen(what: str, table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"create trigger directory_spoken after insert or update or delete on {table} "
        f"for each row execute function directory_spoken('{what}')",
        f"drop trigger directory_spoken on {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_guide")]
    operations = [
        migrations.AddField(
            "word", "sound", models.CharField(db_collation="C", db_default="", db_index=True, default="", max_length=40)
        ),
        migrations.AddField("word", "n", models.IntegerField(default=1, db_default=1)),
        migrations.AddField("word", "spoken", models.BooleanField(default=False, db_default=False)),
        migrations.CreateModel(
            name="Slip",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "gone", "word", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("gone", models.CharField(db_collation="C", max_length=7)),
                ("word", models.CharField(db_collation="C", max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Phrase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(db_collation="C", db_index=True, max_length=120)),
                ("source", models.CharField(db_index=True, max_length=100)),
                ("said", models.CharField(max_length=80)),
                ("means", ArrayField(models.TextField(), default=list, size=None)),
                ("tags", ArrayField(models.TextField(), default=list, size=None)),
            ],
        ),
        *(migrations.RunSQL(sql, f"drop function {signature}") for sql, signature in FUNCTIONS),
        *(listen(*each) for each in SPEAKING.items()),
        migrations.RunSQL(ALREADY, migrations.RunSQL.noop),
    ]
