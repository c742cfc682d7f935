-- What an assessor would meet at each address that the agency answers for: checks, what they found, and what was seen.

-- Hosts of other sites that the agency lets the program ask. Its own site needs no leave.
create table watched_host (
  agency_id uuid not null references agency (id),
  host text not null check (host = lower(host) and host ~ '^[a-z0-9.-]{1,253}(:\d{1,5})?$'),
  note text check (note <> ''),
  added_at timestamptz not null,
  added_by_name text not null,
  primary key (agency_id, host)
);

-- One look at one address. Never changes.
create table watch_check (
  agency_id uuid not null references agency (id),
  id uuid not null,
  address text not null check (address <> '' and length(address) <= 2000),
  asked_by text not null check (asked_by in ('night', 'person', 'command')),
  started_at timestamptz not null,
  duration_ms integer not null check (duration_ms >= 0),
  -- Null where nobody answered.
  status smallint check (status between 100 and 599),
  final_address text,
  media_type text,
  -- Bytes that were read.
  size bigint check (size >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  last_modified timestamptz,
  title text,
  -- Redirects, certificate, elements, links, text layer, accessibility: what the check saw, as `WatchFacts`.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  -- Codes with what each is about, as `WatchFinding`.
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  -- Whether an assessor would find what is asked for.
  passes boolean not null,
  primary key (agency_id, id)
);
create index watch_check_of_address on watch_check (agency_id, address, started_at desc);
create trigger watch_check_append_only before update or delete on watch_check
  for each row execute function refuse_change();

-- Something that is wrong, from the check that first saw it to the one that no longer did; told once to its owner.
create table watch_finding (
  agency_id uuid not null references agency (id),
  id uuid not null,
  address text not null check (address <> '' and length(address) <= 2000),
  code text not null check (code ~ '^[a-z][a-z.-]{1,59}$'),
  -- The element, the column or the link that it is about; empty for the whole address.
  subject text not null check (length(subject) <= 2000),
  weight text not null check (weight in ('fails', 'warns')),
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  raised_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at timestamptz,
  primary key (agency_id, id)
);
create unique index watch_finding_open on watch_finding (agency_id, address, code, subject) where resolved_at is null;
create index watch_finding_by_address on watch_finding (agency_id, address, raised_at desc);

-- What was seen at an address at a time, kept as evidence: the bytes that came, and a dated record of them as PDF.
create table watch_capture (
  agency_id uuid not null references agency (id),
  id uuid not null,
  address text not null check (address <> '' and length(address) <= 2000),
  check_id uuid not null,
  reason text not null check (reason in ('submission', 'night', 'person')),
  captured_at timestamptz not null,
  captured_by_name text not null,
  media_type text not null,
  file_name text not null check (file_name <> ''),
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  record_size bigint not null check (record_size > 0),
  record_sha256 text not null check (record_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (agency_id, id),
  foreign key (agency_id, check_id) references watch_check (agency_id, id)
);
create index watch_capture_of_address on watch_capture (agency_id, address, captured_at desc);
create trigger watch_capture_append_only before update or delete on watch_capture
  for each row execute function refuse_change();

-- Rounds over all addresses of an agency, so that of several programs one makes each: every night at 2, and every hour while
-- assessors look. Day and hour are of Thailand.
create table watch_round (
  agency_id uuid not null references agency (id),
  day date not null,
  hour smallint not null check (hour between 0 and 23),
  started_at timestamptz not null,
  ended_at timestamptz,
  checked integer not null default 0 check (checked >= 0),
  primary key (agency_id, day, hour)
);

do $$
declare
  name text;
begin
  foreach name in array array['watched_host', 'watch_check', 'watch_finding', 'watch_capture', 'watch_round'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant delete on watched_host to prongsai_app;
grant update (last_seen_at, resolved_at, detail) on watch_finding to prongsai_app;
grant update (ended_at, checked) on watch_round to prongsai_app;
