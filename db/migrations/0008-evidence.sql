-- Evidence: files and links that prove something. A file is kept once for an agency, under the hash of its content.

create table stored_file (
  agency_id uuid not null references agency (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  -- As its content says, not its name.
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  stored_at timestamptz not null,
  scan text not null check (scan in ('not-scanned', 'clean', 'infected')),
  scanned_at timestamptz,
  -- What the scanner calls what it found.
  scan_finding text check (scan_finding <> '' and length(scan_finding) <= 200),
  primary key (agency_id, sha256),
  check ((scan = 'not-scanned') = (scanned_at is null))
);
create index stored_file_unscanned on stored_file (agency_id, stored_at) where scan = 'not-scanned';

create table evidence (
  agency_id uuid not null references agency (id),
  id uuid not null,
  title text not null check (title <> ''),
  note text check (note <> ''),
  -- The day that it is about, apart from the day on which it was brought in.
  evidence_date date,
  expires_on date,
  is_confidential boolean not null,
  -- Whose it is; null where it is of no unit.
  unit_id uuid,
  version integer not null default 1 check (version >= 1),
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  search_text text not null,
  folded text not null generated always as (fold_search(search_text)) stored,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, added_by) references person (agency_id, id)
);
create index evidence_listed on evidence (agency_id, added_at desc, id);

-- The newest number is the one in use; earlier ones stay.
create table evidence_version (
  agency_id uuid not null,
  evidence_id uuid not null,
  number integer not null check (number >= 1),
  -- One of the two: a file, under the name that it came with, or a link.
  file_name text check (file_name <> '' and file_name !~ '[[:cntrl:]/\\]'),
  sha256 text,
  link text check (link ~ '^https?://' and length(link) <= 2000),
  -- Where the picture was taken, as its own data says: {"latitude": …, "longitude": …}; null where it says nothing.
  location jsonb check (jsonb_typeof(location) = 'object'),
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  primary key (agency_id, evidence_id, number),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id),
  foreign key (agency_id, sha256) references stored_file (agency_id, sha256),
  foreign key (agency_id, added_by) references person (agency_id, id),
  check ((sha256 is null) <> (link is null)),
  check ((sha256 is null) = (file_name is null))
);
create index evidence_version_of_file on evidence_version (agency_id, sha256) where sha256 is not null;

-- What a piece of evidence proves: a measure, an outcome, an item of disclosure. The other rooms say what their identifiers mean.
create table evidence_use (
  agency_id uuid not null,
  evidence_id uuid not null,
  object_kind text not null check (object_kind ~ '^[a-z][a-z-]{1,39}$'),
  object_id text not null check (object_id <> '' and length(object_id) <= 80),
  used_by_name text not null,
  used_at timestamptz not null,
  primary key (agency_id, evidence_id, object_kind, object_id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id)
);
create index evidence_use_of_object on evidence_use (agency_id, object_kind, object_id);

-- An upload on its way, in pieces: it is whose it was begun by, and goes on after a broken connection.
create table upload (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  file_name text not null check (file_name <> ''),
  size bigint not null check (size > 0),
  started_at timestamptz not null,
  -- What became of it; all null while it is on its way.
  evidence_id uuid,
  refused text check (refused ~ '^[a-z.-]+$'),
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id),
  check ((ended_at is null) = (evidence_id is null and refused is null))
);
create index upload_of_person on upload (agency_id, person_id) where ended_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['stored_file', 'evidence', 'evidence_version', 'evidence_use', 'upload'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (scan, scanned_at, scan_finding) on stored_file to prongsai_app;
grant update on evidence to prongsai_app;
grant delete on evidence_use to prongsai_app;
grant update (evidence_id, refused, ended_at) on upload to prongsai_app;
grant delete on upload to prongsai_app;
