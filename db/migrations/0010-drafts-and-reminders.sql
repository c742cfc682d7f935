-- What people type before it is saved, what they are told, and when they are reminded.

-- One form of one person, as typed last. When the form is saved or the draft thrown away, no fields are left, and the row
-- says until when: what was typed before that and comes late is not kept again.
create table draft (
  agency_id uuid not null,
  person_id uuid not null,
  -- Which form: the address of its page and its name ("/office/measures/… summary").
  form text not null check (form like '/%' and length(form) <= 300),
  -- What the page was called; empty where no fields are left.
  title text not null check (length(title) <= 300),
  -- How the text begins by which its person knows it again.
  begins text not null check (length(begins) <= 300),
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  -- The version that was on the page when it was typed; null for a form of something new.
  seen_version integer,
  -- When it was typed.
  kept_at timestamptz not null,
  primary key (agency_id, person_id, form),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

-- What somebody is told in the office (the bell). The words are made of kind and detail when it is shown.
create table notice (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+[.][a-z-]+$'),
  -- Where it leads, behind /office/.
  part text not null,
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  -- What its words come from, and with which they are withdrawn (a comment); null where they stand for themselves.
  source_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index notice_of_person on notice (agency_id, person_id, created_at desc);
create index notice_unread on notice (agency_id, person_id) where read_at is null;
create index notice_of_source on notice (agency_id, source_id) where source_id is not null;

-- How somebody wants to be reminded; without a row, by the defaults of the program.
create table reminder_setting (
  agency_id uuid not null,
  person_id uuid not null,
  is_on boolean not null,
  -- Hour of the day in Thailand.
  digest_hour smallint not null check (digest_hour between 0 and 23),
  -- How many days before a due day it is named.
  days_before smallint not null check (days_before between 0 and 60),
  -- SHA-256 of the secret in the address of the calendar; null while there is none.
  calendar_hash text check (calendar_hash ~ '^[0-9a-f]{64}$'),
  -- One-letter shortcuts of the keyboard (WCAG 2.2, 2.1.4: they can be turned off).
  has_shortcuts boolean not null default true,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create unique index reminder_setting_calendar on reminder_setting (agency_id, calendar_hash)
  where calendar_hash is not null;

-- A digest goes out once a day for each person, whoever of several programs comes first.
create table digest (
  agency_id uuid not null,
  person_id uuid not null,
  day date not null,
  -- Null where nothing was to be said.
  mail_id uuid,
  primary key (agency_id, person_id, day),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

-- Who is told when something of a unit is long overdue.
alter table unit add column head_id uuid;
alter table unit add foreign key (agency_id, head_id) references person (agency_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['draft', 'notice', 'reminder_setting', 'digest'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update, delete on draft to prongsai_app;
grant update (read_at), delete on notice to prongsai_app;
grant update on reminder_setting to prongsai_app;
