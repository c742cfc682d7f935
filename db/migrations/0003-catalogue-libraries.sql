-- Lists of the assessment that an agency brought itself: each takes the place of one part of the program's own catalogue,
-- for that agency alone. A list is never changed or removed: a corrected one is the next version.

create table catalogue_library (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- The framework of a year ('2568'), or the crosswalk from one year to another ('2566-2567'); Buddhist era.
  part text not null check (part ~ '^25\d\d(-25\d\d)?$'),
  version integer not null check (version >= 1),
  -- What the list says of itself.
  urn text not null check (urn <> ''),
  ref_id text not null check (ref_id <> ''),
  library_version integer not null check (library_version >= 0),
  provider text check (provider <> ''),
  -- The file as it was brought, and the SHA-256 of its bytes.
  file_name text not null,
  yaml text not null check (octet_length(yaml) <= 1048576),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What was read from it (json, not jsonb: as it was written), and the SHA-256 of its canonical JSON (RFC 8785).
  content json not null check (json_typeof(content) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz not null,
  imported_by text not null,
  -- The version before it; null for the first, which takes the place of the program's own.
  supersedes uuid,
  primary key (agency_id, id),
  foreign key (agency_id, supersedes) references catalogue_library (agency_id, id),
  check ((version = 1) = (supersedes is null))
);
-- The latest of each part are read for every page: `distinct on (part)` walks this index in its order.
create unique index catalogue_library_latest on catalogue_library (agency_id, part, version desc);

create trigger catalogue_library_append_only before update or delete on catalogue_library
  for each row execute function refuse_change();
create trigger catalogue_library_not_emptied before truncate on catalogue_library
  for each statement execute function refuse_change();

alter table catalogue_library enable row level security;
alter table catalogue_library force row level security;
create policy catalogue_library_of_agency on catalogue_library using (agency_id = current_agency());
grant select, insert on catalogue_library to prongsai_app;

-- With which catalogue a cycle was read: its hash and the version of each framework year. Null for one that was read
-- before this was recorded.
alter table import_run add column catalogue jsonb check (jsonb_typeof(catalogue) = 'object');
