-- An improvement cycle (one fiscal year of one agency) in rows. A version of it is never written over: another content
-- is another version, and the one before it is superseded. The role may therefore insert, and set superseded_at once.

create function is_field(field jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_typeof(field) = 'object' and field ->> 'state' in ('value', 'none', 'missing');

create table import_run (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- All three are null for a cycle that was read from no file.
  file_name text,
  sha256 text,
  format text check (format in ('text', 'docx', 'xlsx', 'csv', 'json')),
  notes jsonb not null check (jsonb_typeof(notes) = 'array'),
  suspected_faults jsonb not null check (jsonb_typeof(suspected_faults) = 'array'),
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (agency_id, id),
  check ((file_name is null) = (sha256 is null) and (file_name is null) = (format is null))
);

create table cycle (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Buddhist era.
  fiscal_year smallint not null check (fiscal_year between 2500 and 2699),
  version integer not null check (version >= 1),
  -- SHA-256 of the canonical JSON of the whole content (RFC 8785).
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  results_year smallint not null check (results_year between 2500 and 2699),
  answers text not null,
  agency jsonb not null check (jsonb_typeof(agency) = 'object'),
  cover jsonb not null check (jsonb_typeof(cover) = 'object'),
  background jsonb not null check (jsonb_typeof(background) = 'array'),
  criteria jsonb check (jsonb_typeof(criteria) = 'object'),
  units jsonb not null check (jsonb_typeof(units) = 'array'),
  name_lists jsonb not null check (jsonb_typeof(name_lists) = 'array'),
  import_run_id uuid not null,
  saved_at timestamptz not null,
  superseded_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, fiscal_year, version),
  foreign key (agency_id, import_run_id) references import_run (agency_id, id)
);
create unique index cycle_current on cycle (agency_id, fiscal_year) where superseded_at is null;

create function refuse_second_superseding() returns trigger
  language plpgsql as $$
begin
  if old.superseded_at is not null then
    raise exception 'a superseded cycle does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger cycle_superseded_once before update on cycle
  for each row execute function refuse_second_superseding();

create table issue (
  agency_id uuid not null,
  cycle_id uuid not null,
  -- Order in the report, from 1.
  position integer not null check (position >= 1),
  number integer not null,
  title text not null,
  listed_title text,
  analysis jsonb not null check (jsonb_typeof(analysis) = 'array'),
  limitations jsonb not null check (jsonb_typeof(limitations) = 'array'),
  primary key (agency_id, cycle_id, position),
  unique (agency_id, cycle_id, number),
  foreign key (agency_id, cycle_id) references cycle (agency_id, id)
);

create table measure (
  agency_id uuid not null,
  cycle_id uuid not null,
  issue_position integer not null,
  position integer not null check (position >= 1),
  number integer not null,
  printed_number text,
  text jsonb not null check (is_field(text)),
  period jsonb not null check (is_field(period)),
  owners jsonb not null check (is_field(owners)),
  summary jsonb not null check (is_field(summary)),
  primary key (agency_id, cycle_id, issue_position, position),
  unique (agency_id, cycle_id, issue_position, number),
  foreign key (agency_id, cycle_id, issue_position) references issue (agency_id, cycle_id, position)
);

create table outcome (
  agency_id uuid not null,
  cycle_id uuid not null,
  issue_position integer not null,
  position integer not null check (position >= 1),
  -- Numbers of the measures that it covers.
  covers integer[] not null,
  text jsonb not null check (is_field(text)),
  facts jsonb not null check (jsonb_typeof(facts) = 'array'),
  primary key (agency_id, cycle_id, issue_position, position),
  foreign key (agency_id, cycle_id, issue_position) references issue (agency_id, cycle_id, position)
);

create table resolution_mention (
  agency_id uuid not null,
  cycle_id uuid not null,
  position integer not null check (position >= 1),
  body text not null,
  -- Text, counted by calendar year: "9/2567", "26(4)-2568".
  meeting_number text not null,
  held_on date not null,
  held_on_written text not null,
  wording text not null,
  about text not null check (about in ('measures', 'report', 'other')),
  part text not null check (part in ('cover', 'background', 'outcome', 'summary')),
  issue_number integer,
  measure_number integer,
  primary key (agency_id, cycle_id, position),
  foreign key (agency_id, cycle_id) references cycle (agency_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['import_run', 'cycle', 'issue', 'measure', 'outcome', 'resolution_mention'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (superseded_at) on cycle to prongsai_app;
