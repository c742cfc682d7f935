-- The role in which every request works. It owns nothing and cannot sign in: a login takes it on for one transaction.
do $$
declare
  -- From PostgreSQL 16 on, who makes a role may grant it but not yet take it on.
  membership text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not exists (select from pg_roles where rolname = 'prongsai_app') then
    create role prongsai_app nologin;
  end if;
  if not pg_has_role(current_user, 'prongsai_app', membership) then
    execute format('grant prongsai_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to prongsai_app;

-- The agency of the running transaction; null outside any. A setting that was reset reads as an empty text.
create function current_agency() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.agency_id', true), '')::uuid;

create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create table agency (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  -- Names are null until the first report or a person gives them.
  name_th text check (name_th <> ''),
  name_en text check (name_en <> ''),
  short_name text check (short_name <> ''),
  created_at timestamptz not null default now()
);

alter table agency enable row level security;
alter table agency force row level security;
-- Names of agencies are public. An agency is founded, and changed, only from within itself.
create policy agency_listed on agency for select using (true);
create policy agency_founded on agency for insert with check (id = current_agency());
create policy agency_changed on agency for update using (id = current_agency());
grant select, insert, update on agency to prongsai_app;

create table audit_log (
  agency_id uuid not null references agency (id),
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('person', 'command', 'system')),
  actor_name text not null,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  object_kind text not null,
  object_id text not null,
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  primary key (agency_id, id)
);

create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_not_emptied before truncate on audit_log
  for each statement execute function refuse_change();

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy audit_log_of_agency on audit_log using (agency_id = current_agency());
grant select, insert on audit_log to prongsai_app;
