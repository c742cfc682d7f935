-- The disclosure centre: what each OIT item of a framework year is answered with, what of it is public, what was submitted.

create table disclosure_year (
  agency_id uuid not null references agency (id),
  framework_year smallint not null check (framework_year between 2500 and 2700),
  -- Days as the year's calendar has them; null where not known.
  submission_from date,
  submission_to date check (submission_to >= submission_from),
  scoring_from date,
  scoring_to date check (scoring_to >= scoring_from),
  -- ช่วงชี้แจง: provisional scores are shown, and may be disputed, by what stood at the submitted address alone.
  clarification_from date,
  clarification_to date check (clarification_to >= clarification_from),
  -- From then on the addresses are what they were.
  submitted_at timestamptz,
  submitted_by_name text,
  version integer not null default 1 check (version >= 1),
  primary key (agency_id, framework_year),
  check ((submitted_at is null) = (submitted_by_name is null))
);

-- Who answers for an item, and until when. Which items there are is said by the catalogue.
create table disclosure_item (
  agency_id uuid not null references agency (id),
  framework_year smallint not null check (framework_year between 2500 and 2700),
  code text not null check (code ~ '^[A-Za-z][A-Za-z0-9.-]{0,19}$'),
  unit_id uuid,
  due_on date,
  version integer not null default 1 check (version >= 1),
  primary key (agency_id, framework_year, code),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);

-- Something that the agency discloses. One fact may answer elements of several items and years.
create table disclosure_fact (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid,
  version integer not null default 1 check (version >= 1),
  made_at timestamptz not null,
  made_by_name text not null,
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);

-- The fact as it was from one change to the next. Never changes.
create table disclosure_fact_version (
  agency_id uuid not null,
  fact_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('text', 'file', 'link', 'page')),
  title_th text not null check (title_th <> '' and length(title_th) <= 300),
  title_en text check (title_en <> '' and length(title_en) <= 300),
  -- What it says, in words: all of a text, a summary of the others.
  words text check (words <> '' and length(words) <= 20000),
  -- A file of evidence, as it was then.
  evidence_id uuid,
  evidence_version integer,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text,
  media_type text,
  size bigint check (size > 0),
  -- An address elsewhere, or the path of a page that the program makes.
  address text check (address <> '' and length(address) <= 2000),
  -- The day that it is of.
  content_date date,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (agency_id, fact_id, number),
  foreign key (agency_id, fact_id) references disclosure_fact (agency_id, id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id),
  check ((kind = 'file') = (sha256 is not null)),
  check ((sha256 is null) = (file_name is null) and (sha256 is null) = (media_type is null)
    and (sha256 is null) = (size is null) and (sha256 is null) = (evidence_id is null)),
  check ((kind in ('link', 'page')) = (address is not null)),
  check (kind <> 'text' or words is not null)
);
create trigger disclosure_fact_version_append_only before update or delete on disclosure_fact_version
  for each row execute function refuse_change();

-- What an element of an item is answered with: facts in their order, or a declared absence. No row: missing.
create table disclosure_entry (
  agency_id uuid not null references agency (id),
  framework_year smallint not null check (framework_year between 2500 and 2700),
  code text not null check (code ~ '^[A-Za-z][A-Za-z0-9.-]{0,19}$'),
  element text not null check (element ~ '^[a-z][a-z0-9-]{0,59}$'),
  position integer not null check (position >= 1),
  state text not null check (state in ('value', 'none')),
  fact_id uuid,
  -- Why there is none: "ไม่มีค่าธรรมเนียม".
  declared text check (declared <> '' and length(declared) <= 2000),
  entered_at timestamptz not null,
  entered_by_name text not null,
  primary key (agency_id, framework_year, code, element, position),
  foreign key (agency_id, fact_id) references disclosure_fact (agency_id, id),
  check ((state = 'value') = (fact_id is not null)),
  check ((state = 'none') = (declared is not null)),
  check (state = 'value' or position = 1)
);
create unique index disclosure_entry_of_fact on disclosure_entry (agency_id, framework_year, code, element, fact_id)
  where fact_id is not null;
create index disclosure_entry_by_fact on disclosure_entry (agency_id, fact_id) where fact_id is not null;

-- An item as it became public: everything that its page shows. Never changes but for its withdrawal.
create table disclosure_publication (
  agency_id uuid not null references agency (id),
  id uuid not null,
  framework_year smallint not null check (framework_year between 2500 and 2700),
  code text not null check (code ~ '^[A-Za-z][A-Za-z0-9.-]{0,19}$'),
  version integer not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- SHA-256 of the canonical JSON of `content` (RFC 8785).
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- By which approval, where the agency has a chain for it.
  publication_id uuid,
  published_at timestamptz not null,
  published_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text check (withdrawn_reason <> ''),
  primary key (agency_id, id),
  unique (agency_id, framework_year, code, version),
  foreign key (agency_id, publication_id) references publication (agency_id, id),
  check ((withdrawn_at is null) = (withdrawn_by_name is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);

-- Files that anybody may have, at addresses that never change: /files/<hash>/<name>.
create table public_file (
  agency_id uuid not null references agency (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (file_name <> '' and length(file_name) <= 200),
  media_type text not null,
  size bigint not null check (size > 0),
  made_public_at timestamptz not null,
  made_public_by_name text not null,
  -- Taken from the public: the address says since when, by whom and why.
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text check (ended_reason <> ''),
  primary key (agency_id, sha256, file_name),
  check ((ended_at is null) = (ended_by_name is null) and (ended_at is null) = (ended_reason is null))
);

-- ที่อยู่ที่ส่ง: what the assessor opens. Written once, when the year is submitted.
create table submitted_address (
  agency_id uuid not null,
  framework_year smallint not null,
  code text not null,
  address text not null check (address <> '' and length(address) <= 2000),
  submitted_at timestamptz not null,
  submitted_by_name text not null,
  -- What stood there then.
  capture_id uuid,
  primary key (agency_id, framework_year, code),
  foreign key (agency_id, framework_year) references disclosure_year (agency_id, framework_year),
  foreign key (agency_id, capture_id) references watch_capture (agency_id, id)
);

-- ผลเบื้องต้นและการชี้แจง of one item.
create table disclosure_dispute (
  agency_id uuid not null,
  framework_year smallint not null,
  code text not null,
  provisional_score smallint not null check (provisional_score in (0, 100)),
  assessor_reason text check (assessor_reason <> ''),
  is_disputed boolean not null,
  argument text check (argument <> ''),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  version integer not null default 1 check (version >= 1),
  primary key (agency_id, framework_year, code),
  foreign key (agency_id, framework_year, code) references submitted_address (agency_id, framework_year, code),
  check (not is_disputed or argument is not null)
);

-- Where the agency has a chain of approval for a kind of thing, nothing of it becomes public without: one row of
-- `publication` with the very same content. Where it has none, who may publish does.
create function refuse_unresolved_content() returns trigger
  language plpgsql as $$
declare
  asked_kind text := tg_argv[0];
  asked_key text := case tg_argv[0] when 'disclosure' then to_jsonb(new) ->> 'framework_year' || ':' || (to_jsonb(new) ->> 'code')
    else to_jsonb(new) ->> 'page_id' end;
begin
  if new.publication_id is null and exists (
    select from approval_chain as chain
    where chain.agency_id = new.agency_id and chain.matter_kind = asked_kind and chain.superseded_at is null
  ) then
    raise exception 'this kind has a chain of approval' using errcode = 'restrict_violation';
  end if;
  if new.publication_id is not null and not exists (
    select from publication as p
    where p.agency_id = new.agency_id and p.id = new.publication_id and p.kind = asked_kind and p.key = asked_key
      and p.content_hash = new.content_hash and p.withdrawn_at is null
  ) then
    raise exception 'the approval is of another content' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger disclosure_publication_is_approved before insert on disclosure_publication
  for each row execute function refuse_unresolved_content('disclosure');

do $$
declare
  name text;
begin
  foreach name in array array['disclosure_year', 'disclosure_item', 'disclosure_fact', 'disclosure_fact_version',
    'disclosure_entry', 'disclosure_publication', 'public_file', 'submitted_address', 'disclosure_dispute'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update on disclosure_year, disclosure_item, disclosure_fact, disclosure_dispute to prongsai_app;
grant update (position) on disclosure_entry to prongsai_app;
grant delete on disclosure_entry to prongsai_app;
grant update (withdrawn_at, withdrawn_by_name, withdrawn_reason) on disclosure_publication to prongsai_app;
grant update (ended_at, ended_by_name, ended_reason) on public_file to prongsai_app;
grant update (capture_id) on submitted_address to prongsai_app;
