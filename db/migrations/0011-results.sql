-- Results of the assessment: printed totals beside scores, files that wait for their columns to be named, answers of the
-- surveys with their stored sums, named snapshots, and published results of other agencies.

-- How a file was read, and whether its figures were announced (sheet) or computed here from answers.
alter table score_import
  add column kind text not null default 'sheet' check (kind in ('sheet', 'answers')),
  add column mapping jsonb check (jsonb_typeof(mapping) = 'object');

-- An instrument's score, the total or the level as a source prints it. Never written over: a correction supersedes it.
create table assessment_total (
  agency_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  -- Framework year, B.E.
  year smallint not null check (year between 2500 and 2699),
  part text not null check (part in ('IIT', 'EIT', 'OIT', 'total', 'level')),
  -- Decimal text as printed; for a level its key.
  value text not null check (value <> ''),
  -- What the value is out of ("30", "100"); null for a level.
  out_of text check (out_of ~ '^[0-9]+([.][0-9]+)?$'),
  n_answered integer check (n_answered >= 0),
  n_required integer check (n_required >= 0),
  sheet text,
  row_number integer not null check (row_number >= 1),
  superseded_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, import_id) references score_import (agency_id, id)
);
create unique index assessment_total_current on assessment_total (agency_id, year, part) where superseded_at is null;

-- A file that was sent and waits until somebody says what its columns are. It goes when it is imported, or after a day.
create table result_upload (
  agency_id uuid not null references agency (id),
  id uuid not null,
  purpose text not null check (purpose in ('scores', 'peers', 'answers')),
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  mapping jsonb check (jsonb_typeof(mapping) = 'object'),
  source_note text check (source_note <> ''),
  kept_at timestamptz not null,
  kept_by text not null,
  primary key (agency_id, id)
);

-- What the columns of a source mean, kept for its next file: the same heads are read the same way.
create table result_mapping (
  agency_id uuid not null references agency (id),
  id uuid not null,
  purpose text not null check (purpose in ('scores', 'peers')),
  -- SHA-256 of the folded heads of the file.
  head_key text not null check (head_key ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> ''),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (agency_id, id),
  unique (agency_id, purpose, head_key)
);

-- Answers of one file, one byte for a respondent's answer to a column, row after row: 0 not answered, else the number of
-- the option. They are never changed; a file that should not count is withdrawn, and its answers leave the sums.
create table answer_batch (
  agency_id uuid not null references agency (id),
  id uuid not null,
  year smallint not null check (year between 2500 and 2699),
  instrument text not null check (instrument in ('IIT', 'EIT')),
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The catalogue that it was read with.
  catalogue jsonb not null check (jsonb_typeof(catalogue) = 'object'),
  source_note text check (source_note <> ''),
  -- Codes of the columns, items or sub-items, in the order of the bytes.
  columns text[] not null check (cardinality(columns) > 0),
  n_respondents integer not null check (n_respondents > 0),
  answers bytea not null,
  imported_at timestamptz not null,
  imported_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (agency_id, id),
  check (octet_length(answers) = n_respondents * cardinality(columns)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index answer_batch_once on answer_batch (agency_id, year, instrument, sha256) where withdrawn_at is null;

-- How often each option was chosen, so that new answers are added to a sum and nothing is counted again.
create table answer_sum (
  agency_id uuid not null references agency (id),
  year smallint not null check (year between 2500 and 2699),
  -- Item or sub-item ("i1", "i1.2").
  code text not null check (code ~ '^[ie][0-9]{1,2}([.][0-9]{1,2})?$'),
  -- From "not answered" at the first place, then option by option.
  counts integer[] not null,
  primary key (agency_id, year, code)
);

-- How many had to answer, and whose word that is: no source states the rule.
create table answer_target (
  agency_id uuid not null references agency (id),
  year smallint not null check (year between 2500 and 2699),
  instrument text not null check (instrument in ('IIT', 'EIT')),
  n_required integer not null check (n_required > 0),
  set_at timestamptz not null,
  set_by text not null,
  primary key (agency_id, year, instrument)
);

-- Results as they stood on a day, under a name. Never changed.
create table score_snapshot (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null check (name <> ''),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by text not null,
  primary key (agency_id, id)
);
create unique index score_snapshot_name on score_snapshot (agency_id, name);

-- Published results of agencies, this one or others, as a file of them says. One row an agency and year.
create table peer_import (
  agency_id uuid not null references agency (id),
  id uuid not null,
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  source_note text check (source_note <> ''),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (agency_id, id)
);
create table peer_result (
  agency_id uuid not null,
  import_id uuid not null,
  row_number integer not null check (row_number >= 1),
  year smallint not null check (year between 2500 and 2699),
  -- The name folded for comparing, so that a later file of the same agency and year takes the place of this row.
  name_key text not null check (name_key <> ''),
  name text not null check (name <> ''),
  code text,
  kind text,
  ministry text,
  province text,
  -- Of 100, decimal text; null where the file has none.
  total text,
  iit text,
  eit text,
  oit text,
  level text,
  -- Indicators 1 to 10, of 100; null where the file has none.
  indicators text[] not null check (cardinality(indicators) = 10),
  superseded_at timestamptz,
  primary key (agency_id, import_id, row_number, year),
  foreign key (agency_id, import_id) references peer_import (agency_id, id)
);
create unique index peer_result_current on peer_result (agency_id, year, name_key) where superseded_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['assessment_total', 'result_upload', 'result_mapping', 'answer_batch', 'answer_sum',
    'answer_target', 'score_snapshot', 'peer_import', 'peer_result'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (superseded_at) on assessment_total, peer_result to prongsai_app;
grant update (mapping, source_note), delete on result_upload to prongsai_app;
grant update (name, mapping, saved_at, saved_by), delete on result_mapping to prongsai_app;
grant update (withdrawn_at, withdrawn_by) on answer_batch to prongsai_app;
grant update (counts) on answer_sum to prongsai_app;
grant update (n_required, set_at, set_by) on answer_target to prongsai_app;
