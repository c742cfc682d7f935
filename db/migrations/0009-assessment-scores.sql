-- Scores of the assessment as they were imported. One is never written over: a correction supersedes it.

create table score_import (
  agency_id uuid not null references agency (id),
  id uuid not null,
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The catalogue that it was read with, as `import_run` keeps it.
  catalogue jsonb not null check (jsonb_typeof(catalogue) = 'object'),
  -- Where the figures come from, in the words of who imported them.
  source_note text check (source_note <> ''),
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (agency_id, id)
);

create table assessment_score (
  agency_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  -- Framework year, B.E., and the item or indicator with its year ("2567:e11").
  year smallint not null check (year between 2500 and 2699),
  ref text not null check (ref ~ '^[0-9]{4}:'),
  -- Decimal text with two places, of 100.
  value text not null check (value ~ '^[0-9]{1,3}[.][0-9]{2}$'),
  n_answered integer check (n_answered >= 0),
  n_required integer check (n_required >= 0),
  sheet text,
  row_number integer not null check (row_number >= 1),
  superseded_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, import_id) references score_import (agency_id, id)
);
create unique index assessment_score_current on assessment_score (agency_id, ref) where superseded_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['score_import', 'assessment_score'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (superseded_at) on assessment_score to prongsai_app;
