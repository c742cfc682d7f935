-- การรับทราบนโยบาย: that everybody who works in the agency was asked to read a published policy, and who says they did.

-- One version of a policy that people were asked to read, once.
create table reading_round (
  agency_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  -- Of the page as it was published.
  version integer not null,
  due_on date not null,
  asked_at timestamptz not null,
  asked_by_name text not null,
  primary key (agency_id, id),
  unique (agency_id, page_id, version),
  foreign key (agency_id, page_id, version) references site_publication (agency_id, page_id, version)
);

-- One person who was asked.
create table reading (
  agency_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  -- Null until they say so.
  read_at timestamptz,
  primary key (agency_id, round_id, person_id),
  foreign key (agency_id, round_id) references reading_round (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index reading_of_person on reading (agency_id, person_id) where read_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['reading_round', 'reading'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update (reminded_at, read_at) on reading to prongsai_app;
