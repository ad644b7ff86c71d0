"""What the serving logins may do with every table there is and will be, said by the owner in this database."""

from django.db import migrations

GRANTS = """
create schema if not exists stats;
do $$ begin
if to_regrole('connect_stats') is not null then
  grant usage on schema public, stats to connect_stats;
end if;
if to_regrole('connect_web') is null then return; end if;  -- a host with one role only
grant usage on schema public to connect_web;
grant select, insert, update, delete on all tables in schema public to connect_web;
grant usage on all sequences in schema public to connect_web;
alter default privileges in schema public grant select, insert, update, delete on tables to connect_web;
alter default privileges in schema public grant usage on sequences to connect_web;
revoke insert, update, delete on django_migrations from connect_web;
end $$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(GRANTS, migrations.RunSQL.noop)]
