"""Listings that may be one are found by what they share, in indexes; a merge takes watchers along; uploads are purged."""

from django.db import migrations

from connect.walls import JOB, also

# As directory.bulk.likeness.link_of and digits_of have it; a test holds the two equal.
LINK = r"""
create function directory_link(address text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(rtrim(regexp_replace(regexp_replace(regexp_replace(
        split_part(lower(btrim(address)), '#', 1), '^[a-z]+://', ''), '^((www|m|mobile|web|mbasic|touch)\.)+', ''),
        '[?&](utm_[a-z]+|fbclid|ref|igshid|mibextid|locale)=[^&]*', '', 'g'), '/?&'),
        '^(facebook\.com/groups/[^/?]+).*$', '\1')
$$;
"""
DIGITS = r"""
create function directory_digits(phone text) returns text language sql immutable strict parallel safe as $$
    select case when length(d) >= 9 then right(d, 10) else '' end from regexp_replace(phone, '\D', '', 'g') d
$$;
"""
INDEXES = [
    ("service_by_link", "directory_service (directory_link(url)) where url <> ''"),
    ("service_by_email", "directory_service (lower(contact_email)) where contact_email <> ''"),
    ("service_by_phone", "directory_service (directory_digits(contact_phone)) where contact_phone <> ''"),
    ("community_by_link", "directory_onlinecommunity (directory_link(address))"),
    ("location_by_postcode", "directory_location (postcode) where postcode <> ''"),
    ("location_by_spot", "directory_location (easting, northing)"),
]
# Who watched the one that goes watches the one that stays: done while it is merged, by the job and not by the editor.
WATCHERS = also("directory_watch", "update", f"{JOB} = 'merging'", "follows_a_merge")
WATCHERS += also("directory_watch", "select", f"{JOB} = 'merging'", "found_by_a_merge")
WATCHERS += f"create policy watched_both on directory_watch for delete using ({JOB} = 'merging');"
OLD = "at < now() - interval '7 days'"
PURGE = f"create policy purged_after_a_week on directory_upload for delete using ({JOB} = 'retention' and {OLD});"


class Migration(migrations.Migration):
    dependencies = [("directory", "0012_search_filters")]
    operations = [
        migrations.RunSQL(LINK, "drop function directory_link(text)"),
        migrations.RunSQL(DIGITS, "drop function directory_digits(text)"),
        *(
            migrations.RunSQL(f"create index directory_{name} on {what}", f"drop index directory_{name}")
            for name, what in INDEXES
        ),
        migrations.RunSQL(
            WATCHERS,
            "drop policy follows_a_merge on directory_watch; drop policy found_by_a_merge on directory_watch;"
            "drop policy watched_both on directory_watch;",
        ),
        migrations.RunSQL(PURGE, "drop policy purged_after_a_week on directory_upload"),
    ]
