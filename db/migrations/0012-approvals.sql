-- Meetings, resolutions bound to the exact content, chains of approval, and what is public because of them.

-- ที่ประชุม: a body that decides.
create table meeting_body (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null check (name <> '' and length(name) <= 300),
  short_name text check (short_name <> '' and length(short_name) <= 60),
  version integer not null default 1 check (version >= 1),
  ended_at timestamptz,
  primary key (agency_id, id)
);
create unique index meeting_body_name on meeting_body (agency_id, name) where ended_at is null;

-- สายการเห็นชอบ: through which bodies, in which order, a kind of thing goes before it is public. Another chain is another
-- version; the one in force is not superseded.
create table approval_chain (
  agency_id uuid not null references agency (id),
  id uuid not null,
  matter_kind text not null check (matter_kind ~ '^[a-z][a-z-]{1,39}$'),
  version integer not null check (version >= 1),
  made_at timestamptz not null,
  made_by text not null,
  superseded_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, matter_kind, version)
);
create unique index approval_chain_in_force on approval_chain (agency_id, matter_kind) where superseded_at is null;

create table approval_chain_step (
  agency_id uuid not null,
  chain_id uuid not null,
  position integer not null check (position >= 1),
  body_id uuid not null,
  -- 'acknowledged': that the body took note is enough; approval is, too.
  accepts text not null check (accepts in ('approved', 'acknowledged')),
  circular_allowed boolean not null,
  -- Roles that may record its resolutions.
  recorders text[] not null check (cardinality(recorders) > 0),
  primary key (agency_id, chain_id, position),
  unique (agency_id, chain_id, body_id),
  foreign key (agency_id, chain_id) references approval_chain (agency_id, id),
  foreign key (agency_id, body_id) references meeting_body (agency_id, id)
);

create table meeting (
  agency_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  -- 'circular': asked in writing, nobody met; `held_on` is the day of the result.
  form text not null check (form in ('meeting', 'circular')),
  -- Text, counted by calendar year: "9/2567", "26(4)-2568"; digits as 0–9.
  number text not null check (number <> '' and length(number) <= 40),
  held_on date not null,
  -- Buddhist era, of `held_on`.
  calendar_year smallint not null check (calendar_year = extract(year from held_on) + 543),
  -- "09:30".
  starts_at text check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at text check (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text check (place <> ''),
  chair text check (chair <> ''),
  chair_position text check (chair_position <> ''),
  secretary text check (secretary <> ''),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  version integer not null default 1 check (version >= 1),
  entered_at timestamptz not null,
  entered_by uuid,
  entered_by_name text not null,
  -- 'report-text': only that a report speaks of it is known.
  origin text not null check (origin in ('entered', 'report-text')),
  primary key (agency_id, id),
  foreign key (agency_id, body_id) references meeting_body (agency_id, id),
  foreign key (agency_id, entered_by) references person (agency_id, id)
);
create unique index meeting_number on meeting (agency_id, body_id, calendar_year, number) where state <> 'cancelled';
create index meeting_by_day on meeting (agency_id, held_on desc, id);

create table meeting_attendee (
  agency_id uuid not null,
  meeting_id uuid not null,
  position integer not null check (position >= 1),
  name text not null check (name <> ''),
  -- Of the person in the meeting or the organisation: "ประธาน", "ผู้อำนวยการ".
  title text check (title <> ''),
  presence text not null check (presence in ('present', 'absent', 'attending')),
  primary key (agency_id, meeting_id, position),
  foreign key (agency_id, meeting_id) references meeting (agency_id, id)
);

-- เรื่อง: exactly what is put before a meeting, as it was then. Never changes; another content is another row.
create table matter (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  -- What of that kind: a fiscal year, the identifier of a document.
  key text not null check (key <> '' and length(key) <= 80),
  title text not null check (title <> ''),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- SHA-256 of the canonical JSON of `content` (RFC 8785).
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by text not null,
  primary key (agency_id, id),
  unique (agency_id, kind, key, content_hash)
);
create trigger matter_append_only before update or delete on matter
  for each row execute function refuse_change();

create table agenda_item (
  agency_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- Order in the agenda, from 1, with gaps where one was removed.
  position integer not null check (position >= 1),
  -- As printed: "4.1".
  number text check (number <> '' and length(number) <= 20),
  title text not null check (title <> ''),
  details text check (details <> ''),
  -- Null where nothing of the program is put before the meeting.
  matter_id uuid,
  version integer not null default 1 check (version >= 1),
  added_at timestamptz not null,
  added_by_name text not null,
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, meeting_id) references meeting (agency_id, id),
  foreign key (agency_id, matter_id) references matter (agency_id, id)
);
create index agenda_item_of_meeting on agenda_item (agency_id, meeting_id, position);
create index agenda_item_of_matter on agenda_item (agency_id, matter_id) where matter_id is not null;

-- มติ. Never reworded: a wrong one is withdrawn with its reason, and another is recorded.
create table resolution (
  agency_id uuid not null,
  id uuid not null,
  agenda_item_id uuid not null,
  matter_id uuid,
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('approved', 'approved-with-changes', 'acknowledged', 'rejected', 'returned')),
  wording text not null check (wording <> ''),
  -- The day of the meeting, or of the result of a circular.
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  recorded_by_name text not null,
  origin text not null check (origin in ('entered', 'report-text')),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text check (withdrawn_reason <> ''),
  primary key (agency_id, id),
  foreign key (agency_id, agenda_item_id) references agenda_item (agency_id, id),
  foreign key (agency_id, matter_id) references matter (agency_id, id),
  foreign key (agency_id, recorded_by) references person (agency_id, id),
  check ((matter_id is null) = (content_hash is null)),
  check ((withdrawn_at is null) = (withdrawn_by_name is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
-- Of two secretaries who record one item, the second finds the first one's resolution.
create unique index resolution_of_item on resolution (agency_id, agenda_item_id) where withdrawn_at is null;
create index resolution_of_matter on resolution (agency_id, matter_id) where matter_id is not null;

-- Which reports speak of a resolution, and as of what: also where no content of the program is bound to it.
create table reported_resolution (
  agency_id uuid not null,
  resolution_id uuid not null,
  fiscal_year smallint not null,
  about text not null check (about in ('measures', 'report', 'other')),
  primary key (agency_id, fiscal_year, resolution_id, about),
  foreign key (agency_id, resolution_id) references resolution (agency_id, id)
);

-- A condition or a deadline of a resolution, as a task.
create table resolution_task (
  agency_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  position integer not null check (position >= 1),
  text text not null check (text <> ''),
  due_on date,
  unit_id uuid,
  person_id uuid,
  done_at timestamptz,
  done_by_name text,
  done_note text check (done_note <> ''),
  primary key (agency_id, id),
  foreign key (agency_id, resolution_id) references resolution (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  check ((done_at is null) = (done_by_name is null))
);
create index resolution_task_of_resolution on resolution_task (agency_id, resolution_id, position);
create index resolution_task_open on resolution_task (agency_id, due_on) where done_at is null;

-- What is public, for ever: a content, its version, and by which resolutions.
create table publication (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  key text not null check (key <> '' and length(key) <= 80),
  version integer not null check (version >= 1),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Both null for what was public before there were chains.
  matter_id uuid,
  chain_id uuid,
  -- What each of its cells rests on, as it was when it became public.
  proof jsonb check (jsonb_typeof(proof) = 'object'),
  published_at timestamptz not null,
  published_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text check (withdrawn_reason <> ''),
  withdrawn_by_resolution uuid,
  primary key (agency_id, id),
  unique (agency_id, kind, key, version),
  foreign key (agency_id, matter_id) references matter (agency_id, id),
  foreign key (agency_id, chain_id) references approval_chain (agency_id, id),
  foreign key (agency_id, withdrawn_by_resolution) references resolution (agency_id, id),
  check ((matter_id is null) = (chain_id is null)),
  check ((withdrawn_at is null) = (withdrawn_by_name is null) and (withdrawn_at is null) = (withdrawn_reason is null)
    and (withdrawn_at is null) = (withdrawn_by_resolution is null))
);
create index publication_by_hash on publication (agency_id, content_hash);
-- The same content is public once.
create unique index publication_of_content on publication (agency_id, kind, key, content_hash) where withdrawn_at is null;

-- By which resolution each step of its chain was passed.
create table publication_step (
  agency_id uuid not null,
  publication_id uuid not null,
  position integer not null check (position >= 1),
  resolution_id uuid not null,
  primary key (agency_id, publication_id, position),
  foreign key (agency_id, publication_id) references publication (agency_id, id),
  foreign key (agency_id, resolution_id) references resolution (agency_id, id)
);

-- Files of a publication: once handed out they are those bytes for ever, kept in the store under their hash.
create table publication_file (
  agency_id uuid not null,
  publication_id uuid not null,
  format text not null check (format ~ '^[a-z]{2,10}$'),
  file_name text not null check (file_name ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- Version of the program that made it.
  made_with text not null,
  primary key (agency_id, publication_id, file_name),
  foreign key (agency_id, publication_id) references publication (agency_id, id)
);
create index publication_file_by_hash on publication_file (agency_id, sha256);

-- A link in the walk from a published cell to its proof that no longer holds; told once to its owner.
create table walk_finding (
  agency_id uuid not null,
  id uuid not null,
  publication_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z.-]{1,59}$'),
  -- The cell ("issue-1.measure-2.summary"), empty for the whole.
  cell text not null,
  -- What is broken: the identifier of the evidence, the resolution or the item.
  object_id text not null check (object_id <> ''),
  raised_at timestamptz not null,
  resolved_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, publication_id) references publication (agency_id, id)
);
create unique index walk_finding_open on walk_finding (agency_id, publication_id, code, cell, object_id)
  where resolved_at is null;

-- Reports that were public before: they stay so, and say that no chain is known of them.
insert into publication (agency_id, id, kind, key, version, content_hash, published_at, published_by_name)
select cycle.agency_id, gen_random_uuid(), 'report', cycle.fiscal_year::text,
  row_number() over (partition by cycle.agency_id, cycle.fiscal_year order by cycle.version),
  cycle.content_hash, cycle.saved_at, run.imported_by
from cycle
join import_run as run on run.agency_id = cycle.agency_id and run.id = cycle.import_run_id
where not exists (
  select from cycle as later
  where later.agency_id = cycle.agency_id and later.fiscal_year = cycle.fiscal_year
    and later.content_hash = cycle.content_hash and later.version > cycle.version);

-- Nothing becomes public without the exact approval, whatever the program does: the chain in force for its kind, every
-- step of it in order, each by a body that has not decided otherwise of the same content since.
create function refuse_unapproved_publication() returns trigger
  language plpgsql as $$
declare
  step record;
  passed date;
  since date := '-infinity';
  steps integer := 0;
begin
  if not exists (
    select from approval_chain as chain
    where chain.agency_id = new.agency_id and chain.id = new.chain_id and chain.matter_kind = new.kind
      and chain.superseded_at is null
  ) then
    raise exception 'no chain of approval in force for this kind' using errcode = 'restrict_violation';
  end if;
  if not exists (
    select from matter
    where matter.agency_id = new.agency_id and matter.id = new.matter_id and matter.kind = new.kind
      and matter.key = new.key and matter.content_hash = new.content_hash
  ) then
    raise exception 'what is published is not what was put before a meeting' using errcode = 'restrict_violation';
  end if;
  for step in
    select * from approval_chain_step as s
    where s.agency_id = new.agency_id and s.chain_id = new.chain_id order by s.position
  loop
    steps := steps + 1;
    select min(yes.decided_on) into passed from (
      select r.decided_on, r.recorded_at, r.decision
      from resolution as r
      join agenda_item as i on i.agency_id = r.agency_id and i.id = r.agenda_item_id
      join meeting as m on m.agency_id = i.agency_id and m.id = i.meeting_id
      where r.agency_id = new.agency_id and r.matter_id = new.matter_id and r.withdrawn_at is null
        and m.body_id = step.body_id and m.state = 'held'
        and (m.form = 'meeting' or step.circular_allowed)
        and (r.decision = 'approved' or (r.decision = 'acknowledged' and step.accepts = 'acknowledged'))
        and r.decided_on >= since
        -- What was withdrawn from the public needs to be approved anew.
        and not exists (
          select from publication as gone
          where gone.agency_id = new.agency_id and gone.kind = new.kind and gone.key = new.key
            and gone.content_hash = new.content_hash and gone.withdrawn_at >= r.recorded_at)
        and not exists (
          select from resolution as no
          join agenda_item as ni on ni.agency_id = no.agency_id and ni.id = no.agenda_item_id
          join meeting as nm on nm.agency_id = ni.agency_id and nm.id = ni.meeting_id
          where no.agency_id = r.agency_id and no.matter_id = r.matter_id and no.withdrawn_at is null
            and nm.body_id = step.body_id and nm.state = 'held'
            and no.decision in ('rejected', 'returned', 'approved-with-changes')
            and (no.decided_on, no.recorded_at) >= (r.decided_on, r.recorded_at))
    ) as yes;
    if passed is null then
      raise exception 'step % of the chain of approval was not passed', step.position using errcode = 'restrict_violation';
    end if;
    since := passed;
  end loop;
  if steps = 0 then
    raise exception 'a chain of approval has at least one step' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger publication_is_approved before insert on publication
  for each row execute function refuse_unapproved_publication();

-- A publication changes once: when it is withdrawn, by a resolution about its withdrawal.
create function refuse_unresolved_withdrawal() returns trigger
  language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'a withdrawn publication does not change' using errcode = 'restrict_violation';
  end if;
  if not exists (
    select from resolution as r
    join matter on matter.agency_id = r.agency_id and matter.id = r.matter_id
    where r.agency_id = new.agency_id and r.id = new.withdrawn_by_resolution and r.withdrawn_at is null
      and r.decision = 'approved' and matter.kind = 'withdrawal' and matter.key = new.id::text
  ) then
    raise exception 'no resolution withdraws this publication' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger publication_withdrawn_once before update on publication
  for each row execute function refuse_unresolved_withdrawal();

create function refuse_second_withdrawal() returns trigger
  language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'a withdrawn resolution does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger resolution_withdrawn_once before update on resolution
  for each row execute function refuse_second_withdrawal();

-- What people are told of now is of things with names of two words, too.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind ~ '^[a-z-]+[.][a-z-]+$');

do $$
declare
  name text;
begin
  foreach name in array array['meeting_body', 'approval_chain', 'approval_chain_step', 'meeting', 'meeting_attendee',
    'matter', 'agenda_item', 'resolution', 'reported_resolution', 'resolution_task', 'publication', 'publication_step',
    'publication_file', 'walk_finding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update on meeting_body, meeting, agenda_item to prongsai_app;
grant update (superseded_at) on approval_chain to prongsai_app;
-- Who was there is its present state alone; what changed is in the audit log.
grant delete on meeting_attendee to prongsai_app;
grant update (withdrawn_at, withdrawn_by_name, withdrawn_reason) on resolution to prongsai_app;
grant update (done_at, done_by_name, done_note) on resolution_task to prongsai_app;
grant update (withdrawn_at, withdrawn_by_name, withdrawn_reason, withdrawn_by_resolution) on publication to prongsai_app;
grant update (resolved_at) on walk_finding to prongsai_app;
