-- The complaint desk: what people tell the agency about its service, what staff do with it, and the days on which offices are
-- closed. Reports of corruption are never here: they have a schema of their own (0017).

-- Days on which offices are closed, by year: those known to the program, as the agency has them.
create table public_holiday (
  agency_id uuid not null references agency (id),
  day date not null,
  name_th text not null check (name_th <> '' and length(name_th) <= 200),
  name_en text check (name_en <> '' and length(name_en) <= 200),
  -- A substitution (วันหยุดชดเชย) stands for a holiday that falls on a Saturday or Sunday; a special one is by a resolution.
  kind text not null check (kind in ('holiday', 'substitution', 'special')),
  -- Every year on that day; compared with no announcement; or confirmed by somebody of the agency.
  certainty text not null check (certainty in ('practice', 'unverified', 'confirmed')),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (agency_id, day)
);

-- Every run of three letters of a text, once: what an index over Thai finds words by, since no spaces part them.
create function search_pieces(text) returns text[]
  language sql immutable parallel safe strict
  return (
    select coalesce(array_agg(distinct piece), '{}')
    from (
      select letter || lead(letter, 1) over (order by place) || lead(letter, 2) over (order by place) as piece
      from unnest(string_to_array($1, null)) with ordinality as letters (letter, place)
    ) as pieces
    where piece is not null
  );

-- Days by which is answered, topics, what is kept how long: as `DeskSettings`.
create table desk_settings (
  agency_id uuid primary key references agency (id),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- เรื่อง: what one person told, asked or complained of, and how it stands. What was said and done is in `desk_event`.
create table desk_ticket (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Tells nothing of how many there are.
  reference text not null check (reference ~ '^R-2[56][0-9]{2}-[0-9]{7}$'),
  -- The form by which it came: the same form posted twice is one ticket.
  form_hash text not null check (form_hash ~ '^[0-9a-f]{64}$'),
  -- By which the person comes back, keyed: a copy of the database opens nothing.
  follow_up_hash text not null check (follow_up_hash ~ '^[0-9a-f]{64}$'),
  -- X25519: what is moved to the protected channel is given back to whoever holds the follow-up number, and to nobody else.
  claim_public_key bytea not null check (length(claim_public_key) = 32),
  claim_salt bytea not null check (length(claim_salt) = 16),
  channel text not null check (channel in ('web', 'counter', 'staff', 'open311')),
  lang text not null check (lang in ('th', 'en')),
  kind text not null check (kind in ('praise', 'suggestion', 'question', 'complaint')),
  state text not null
    check (state in ('new', 'assigned', 'in-progress', 'answered', 'closed', 'reopened', 'merged', 'junk', 'moved')),
  priority text not null check (priority in ('low', 'normal', 'high')),
  -- What it is about, as the person chose: a service page of the site, a topic of the settings, a unit.
  service_slug text check (service_slug <> '' and length(service_slug) <= 80),
  topic text check (topic ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(topic) <= 40),
  about_unit_id uuid,
  -- Who works on it.
  unit_id uuid,
  officer_id uuid,
  -- What the person wrote; null once it was moved.
  body text check (body <> '' and length(body) <= 20000),
  name text check (name <> '' and length(name) <= 200),
  email text check (email like '%_@_%' and length(email) <= 254),
  telephone text check (telephone <> '' and length(telephone) <= 40),
  place text check (place <> '' and length(place) <= 500),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- What staff let the public read of it (Open311).
  released_text text check (released_text <> '' and length(released_text) <= 4000),
  received_at timestamptz not null,
  received_on date not null,
  -- วันครบกำหนด by working days; null where nothing is promised for its kind.
  due_on date,
  -- The first answer, by which it was in time or not.
  answered_on date,
  -- Whether the first answer came by the day that was due then; null where there is none, or nothing was promised.
  in_time boolean,
  closed_on date,
  merged_into uuid,
  -- So many times who answers for it was told that it is overdue.
  escalated_step smallint not null default 0 check (escalated_step between 0 and 9),
  -- The day due of which who works on it was reminded.
  reminded_of date,
  -- Since when its text is on its way to the protected channel: until it is there or was refused, nothing is added.
  moving_at timestamptz,
  -- When name, address and telephone were erased.
  erased_at timestamptz,
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  search_text text not null,
  folded text not null generated always as (fold_search(search_text)) stored,
  pieces text[] not null generated always as (search_pieces(fold_search(search_text))) stored,
  primary key (agency_id, id),
  unique (agency_id, reference),
  unique (agency_id, form_hash),
  foreign key (agency_id, about_unit_id) references unit (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, officer_id) references person (agency_id, id),
  foreign key (agency_id, merged_into) references desk_ticket (agency_id, id),
  check ((latitude is null) = (longitude is null)),
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into <> id),
  -- Nothing of what was moved to the protected channel stays.
  check (state <> 'moved' or (body is null and name is null and email is null and telephone is null and place is null
    and latitude is null and released_text is null and search_text = reference)),
  check (state = 'moved' or body is not null)
);
create index desk_ticket_listed on desk_ticket (agency_id, received_at desc, id);
create index desk_ticket_open on desk_ticket (agency_id, due_on) where state in ('new', 'assigned', 'in-progress', 'reopened');
create index desk_ticket_of_unit on desk_ticket (agency_id, unit_id, received_at desc);
create index desk_ticket_merged on desk_ticket (agency_id, merged_into) where merged_into is not null;
create index desk_ticket_pieces on desk_ticket using gin (pieces);

-- What was said of a ticket and done with it, in order. Never changes, but that a text is erased.
create table desk_event (
  agency_id uuid not null,
  ticket_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('received', 'addition', 'answer', 'note', 'assigned', 'changed', 'merged', 'took-in',
    'reopened', 'closed', 'junk', 'restored', 'rated', 'released', 'question', 'moved', 'overdue', 'erased')),
  by_kind text not null check (by_kind in ('person', 'staff', 'program')),
  by_id uuid,
  -- Null for the person who came with it.
  by_name text check (by_name <> ''),
  -- Words for the person (answer), for staff (note, reasons), or of the person (addition); never in `detail`.
  body text check (body <> '' and length(body) <= 20000),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  at timestamptz not null,
  erased_at timestamptz,
  primary key (agency_id, ticket_id, number),
  foreign key (agency_id, ticket_id) references desk_ticket (agency_id, id),
  foreign key (agency_id, by_id) references person (agency_id, id),
  check (erased_at is null or body is null)
);
create function refuse_all_but_erasure() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null and new.body is null
    and (to_jsonb(new) - 'body' - 'erased_at') = (to_jsonb(old) - 'body' - 'erased_at') then
    return new;
  end if;
  raise exception '% takes no changes but that a text is erased', tg_table_name;
end
$$;
create trigger desk_event_append_only before update or delete on desk_event
  for each row execute function refuse_all_but_erasure();

-- A file of a ticket. What lies in the store is sealed with a key of its own: without this row it is nothing.
create table desk_file (
  agency_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  -- With which event it came or was sent.
  event_number integer not null,
  file_name text not null check (file_name <> '' and length(file_name) <= 255),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  -- Bytes, of the file and of what lies in the store.
  size bigint not null check (size > 0),
  -- Of what lies in the store; no two files have the same.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Null once the file was removed; then the store is told to forget it, until it has.
  content_key bytea check (length(content_key) = 48),
  scan text not null check (scan in ('not-scanned', 'clean', 'infected')),
  scanned_at timestamptz,
  scan_finding text check (scan_finding <> '' and length(scan_finding) <= 200),
  primary key (agency_id, id),
  unique (agency_id, sha256),
  foreign key (agency_id, ticket_id, event_number) references desk_event (agency_id, ticket_id, number)
);
create index desk_file_of_ticket on desk_file (agency_id, ticket_id);
create index desk_file_unscanned on desk_file (agency_id) where scan = 'not-scanned' and content_key is not null;
create index desk_file_removed on desk_file (agency_id) where content_key is null;

-- แบบข้อความตอบ.
create table desk_template (
  agency_id uuid not null references agency (id),
  id uuid not null,
  title text not null check (title <> '' and length(title) <= 120),
  body_th text not null check (body_th <> '' and length(body_th) <= 8000),
  body_en text check (body_en <> '' and length(body_en) <= 8000),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by_name text not null,
  removed_at timestamptz,
  primary key (agency_id, id)
);

-- What the person thought of it when it was over; once for each ticket.
create table desk_rating (
  agency_id uuid not null,
  ticket_id uuid not null,
  score smallint not null check (score between 1 and 5),
  is_solved boolean not null,
  comment text check (comment <> '' and length(comment) <= 2000),
  rated_on date not null,
  primary key (agency_id, ticket_id),
  foreign key (agency_id, ticket_id) references desk_ticket (agency_id, id)
);

-- Programs of others that may send tickets (Open311).
create table desk_sender (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null check (name <> '' and length(name) <= 120),
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by_name text not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, key_hash)
);

do $$
declare
  name text;
begin
  foreach name in array array['public_holiday', 'desk_settings', 'desk_ticket', 'desk_event', 'desk_file', 'desk_template',
    'desk_rating', 'desk_sender'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update, delete on public_holiday to prongsai_app;
grant update on desk_settings, desk_ticket, desk_template to prongsai_app;
grant update (body, erased_at) on desk_event to prongsai_app;
grant update (content_key, file_name, scan, scanned_at, scan_finding), delete on desk_file to prongsai_app;
grant update (comment) on desk_rating to prongsai_app;
grant update (ended_at) on desk_sender to prongsai_app;
