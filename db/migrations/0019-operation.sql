-- What who runs the program needs: what works in the background, which copies of the program are running, how much an agency
-- may keep, and a role that reads everything for a backup and can change nothing.

-- Nobody is a member of it here: a policy for it would else hold for that member at any time. A backup takes it on within the
-- one transaction in which it reads.
do $$
begin
  if not exists (select from pg_roles where rolname = 'prongsai_backup') then
    create role prongsai_backup nologin;
  end if;
end
$$;

-- One row for each thing that the program does by itself, whichever copy does it: no person, no agency, no content.
create table job_run (
  job text primary key check (job ~ '^[a-z][a-z-]{1,39}$'),
  -- The copy that works on it now, and until when it has it alone; another copy takes over after that.
  holder uuid,
  held_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  succeeded_at timestamptz,
  -- A code, never a message: messages may name what a person wrote.
  fault text check (fault ~ '^[a-z][a-z0-9.-]{0,79}$'),
  runs bigint not null default 0 check (runs >= 0),
  faults bigint not null default 0 check (faults between 0 and runs),
  -- Of the last run that succeeded: counts, sizes, names of files that the program gave.
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  check ((holder is null) = (held_until is null))
);

-- The copies of the program. One that was killed is told by `seen_at`.
create table program_copy (
  id uuid primary key,
  version text not null check (version <> ''),
  -- The newest migration that it knows.
  schema_number integer not null check (schema_number > 0),
  started_at timestamptz not null,
  seen_at timestamptz not null
);

grant select, insert, update on job_run to prongsai_app;
grant select, insert, update, delete on program_copy to prongsai_app;

-- Of all files of an agency together, in bytes; null: the limit of the settings. Set at the machine, not in the browser.
alter table agency add column file_quota bigint check (file_quota > 0);

-- Reads every row of every agency, the sealed ones too (as they are: sealed), and changes none.
grant usage on schema public, protected to prongsai_backup;
grant select on all tables in schema public, protected to prongsai_backup;
grant select on all sequences in schema public, protected to prongsai_backup;
do $$
declare
  guarded regclass;
begin
  for guarded in select class.oid from pg_class as class join pg_namespace as namespace on namespace.oid = relnamespace
      where nspname in ('public', 'protected') and relkind in ('r', 'p') and relrowsecurity loop
    execute format('create policy backup_reads on %s for select to prongsai_backup using (true)', guarded);
  end loop;
end
$$;
