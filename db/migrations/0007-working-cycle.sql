-- The cycle of a year while it is worked on: it changes every day, by many people. What is published of it is a version in
-- `cycle`, which never changes.

-- How a text is searched: without tone marks, other marks above, spaces and zero-width characters, so that Thai is found
-- as it is spoken. Both sides of a comparison go through it.
create function fold_search(text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(
    replace(lower(normalize($1, nfkc)), U&'\0e40\0e40', U&'\0e41'),
    U&'[\0e47-\0e4c\0e4e\0e3a\200b-\200d\2060\feff[:space:]]', '', 'g');

create table working_cycle (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Buddhist era.
  fiscal_year smallint not null check (fiscal_year between 2500 and 2699),
  results_year smallint not null check (results_year between 2500 and 2699),
  answers text not null,
  cover jsonb not null check (jsonb_typeof(cover) = 'object'),
  background jsonb not null check (jsonb_typeof(background) = 'array'),
  criteria jsonb check (jsonb_typeof(criteria) = 'object'),
  name_lists jsonb not null check (jsonb_typeof(name_lists) = 'array'),
  resolutions jsonb not null check (jsonb_typeof(resolutions) = 'array'),
  -- Null: the units as the measures name them.
  units jsonb check (jsonb_typeof(units) = 'array'),
  version integer not null default 1 check (version >= 1),
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (agency_id, id),
  unique (agency_id, fiscal_year)
);

create table working_issue (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  -- Order in the report, from 1, with gaps where one was removed.
  position integer not null check (position >= 1),
  title text not null,
  listed_title text,
  analysis jsonb not null check (jsonb_typeof(analysis) = 'array'),
  limitations jsonb not null check (jsonb_typeof(limitations) = 'array'),
  version integer not null default 1 check (version >= 1),
  -- The issue of another year that it was copied from.
  copied_from uuid,
  removed_at timestamptz,
  -- Everything in it that is searched.
  search_text text not null,
  folded text not null generated always as (fold_search(search_text)) stored,
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references working_cycle (agency_id, id)
);
create index working_issue_of_cycle on working_issue (agency_id, cycle_id, position);

create table working_measure (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  issue_id uuid not null,
  -- Order within the issue, from 1, with gaps where one was removed.
  position integer not null check (position >= 1),
  printed_number text,
  text jsonb not null check (is_field(text)),
  kind text check (kind <> ''),
  period jsonb not null check (is_field(period)),
  -- As the report prints the owners; null: the units of measure_unit under their names.
  owners_written text check (owners_written <> ''),
  expected_evidence text check (expected_evidence <> ''),
  -- Baht as decimal text, or declared none.
  budget jsonb not null check (is_field(budget)),
  summary jsonb not null check (is_field(summary)),
  state text not null check (state in ('not-started', 'working', 'in-review', 'returned', 'done')),
  -- The day by which it is to be handed in; null: the last day of its period.
  due_on date,
  version integer not null default 1 check (version >= 1),
  copied_from uuid,
  removed_at timestamptz,
  search_text text not null,
  folded text not null generated always as (fold_search(search_text)) stored,
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references working_cycle (agency_id, id),
  foreign key (agency_id, issue_id) references working_issue (agency_id, id)
);
create index working_measure_of_cycle on working_measure (agency_id, cycle_id, issue_id, position);

create table measure_unit (
  agency_id uuid not null,
  measure_id uuid not null,
  unit_id uuid not null,
  -- Order in which the units are named, from 1.
  position integer not null check (position >= 1),
  primary key (agency_id, measure_id, unit_id),
  foreign key (agency_id, measure_id) references working_measure (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index measure_unit_of_unit on measure_unit (agency_id, unit_id);

-- Who of the units sees to it; without anybody, everyone who answers for one of the units does.
create table measure_person (
  agency_id uuid not null,
  measure_id uuid not null,
  person_id uuid not null,
  primary key (agency_id, measure_id, person_id),
  foreign key (agency_id, measure_id) references working_measure (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index measure_person_of_person on measure_person (agency_id, person_id);

create table working_outcome (
  agency_id uuid not null,
  id uuid not null,
  issue_id uuid not null,
  position integer not null check (position >= 1),
  -- Measures of the issue that it covers, in their order.
  covers uuid[] not null,
  text jsonb not null check (is_field(text)),
  facts jsonb not null check (jsonb_typeof(facts) = 'array'),
  -- Beside each fact the results it was picked from: {"before": id or null, "after": id or null}, or null.
  picked jsonb not null check (jsonb_typeof(picked) = 'array'),
  version integer not null default 1 check (version >= 1),
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, issue_id) references working_issue (agency_id, id)
);
create index working_outcome_of_issue on working_outcome (agency_id, issue_id, position);

-- What happened to a measure on its way to being done.
create table measure_step (
  agency_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  kind text not null check (kind in ('assigned', 'started', 'submitted', 'returned', 'accepted', 'reopened', 'extended',
    'reminded')),
  person_id uuid,
  by_name text not null,
  at timestamptz not null,
  -- Why it was returned or reopened; what is said with the others.
  reason text check (reason <> ''),
  -- When what was returned was handed in again.
  answered_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, measure_id) references working_measure (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  check (kind not in ('returned', 'reopened') or reason is not null)
);
create index measure_step_of_measure on measure_step (agency_id, measure_id, at);

create table progress_entry (
  agency_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  person_id uuid,
  by_name text not null,
  happened_on date not null,
  text jsonb not null check (jsonb_typeof(text) = 'array'),
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, measure_id) references working_measure (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index progress_entry_of_measure on progress_entry (agency_id, measure_id, happened_on);

create table work_comment (
  agency_id uuid not null,
  id uuid not null,
  issue_id uuid,
  measure_id uuid,
  person_id uuid,
  by_name text not null,
  text text not null check (text <> ''),
  -- People named with @ in it.
  mentions uuid[] not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, issue_id) references working_issue (agency_id, id),
  foreign key (agency_id, measure_id) references working_measure (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  check ((issue_id is null) <> (measure_id is null))
);
create index work_comment_of_issue on work_comment (agency_id, issue_id) where issue_id is not null;
create index work_comment_of_measure on work_comment (agency_id, measure_id) where measure_id is not null;

-- Every change of every field, with what stood there before.
create table field_change (
  agency_id uuid not null references agency (id),
  id bigint generated always as identity,
  object_kind text not null check (object_kind in ('cycle', 'issue', 'measure', 'outcome')),
  object_id uuid not null,
  -- The version of the object that the change made.
  version integer not null check (version >= 1),
  field text not null check (field <> ''),
  before jsonb not null,
  after jsonb not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (agency_id, id)
);
create index field_change_of_object on field_change (agency_id, object_kind, object_id, id);

create trigger field_change_append_only before update or delete on field_change
  for each row execute function refuse_change();

do $$
declare
  name text;
begin
  foreach name in array array['working_cycle', 'working_issue', 'working_measure', 'measure_unit', 'measure_person',
    'working_outcome', 'measure_step', 'progress_entry', 'work_comment', 'field_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
  foreach name in array array['working_cycle', 'working_issue', 'working_measure', 'working_outcome'] loop
    execute format('grant update on %I to prongsai_app', name);
  end loop;
  -- Who is named for a measure is its present state alone; its past is in field_change.
  foreach name in array array['measure_unit', 'measure_person'] loop
    execute format('grant update, delete on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (answered_at) on measure_step to prongsai_app;
grant update (withdrawn_at) on progress_entry to prongsai_app;
grant update (withdrawn_at) on work_comment to prongsai_app;
