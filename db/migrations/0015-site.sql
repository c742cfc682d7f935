-- The public site: what staff write for it, what of that is public, who leads the agency, where it is and how it looks.

-- Contact, brand and words of the home page, as `SiteProfile`.
create table site_profile (
  agency_id uuid primary key references agency (id),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- A page at work. What of it is public is in `site_publication`.
create table site_page (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind in ('page', 'policy', 'news', 'question', 'service')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  unit_id uuid,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- วันที่ต้องทบทวน.
  review_on date,
  -- The day of review of which people were told.
  review_told_on date,
  version integer not null default 1 check (version >= 1),
  made_at timestamptz not null,
  made_by_name text not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create unique index site_page_slug on site_page (agency_id, kind, slug) where removed_at is null;

-- Every address under which a page was ever public: it answers for ever.
create table site_address (
  agency_id uuid not null,
  kind text not null,
  slug text not null,
  page_id uuid not null,
  primary key (agency_id, kind, slug),
  foreign key (agency_id, page_id) references site_page (agency_id, id)
);

-- A page as it became public. Never changes but for its end.
create table site_publication (
  agency_id uuid not null references agency (id),
  id uuid not null,
  page_id uuid not null,
  version integer not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  review_on date,
  -- By which approval, where the agency has a chain for it.
  publication_id uuid,
  published_at timestamptz not null,
  published_by_name text not null,
  -- Taken down; a newer version alone ends nothing.
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text check (ended_reason <> ''),
  primary key (agency_id, id),
  unique (agency_id, page_id, version),
  foreign key (agency_id, page_id) references site_page (agency_id, id),
  foreign key (agency_id, publication_id) references publication (agency_id, id),
  check ((ended_at is null) = (ended_by_name is null) and (ended_at is null) = (ended_reason is null))
);
create trigger site_publication_is_approved before insert on site_publication
  for each row execute function refuse_unresolved_content('page');

-- A banner on the home page, or one that opens over it, from day to day.
create table site_banner (
  agency_id uuid not null references agency (id),
  id uuid not null,
  form text not null check (form in ('banner', 'popup')),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by_name text not null,
  removed_at timestamptz,
  primary key (agency_id, id)
);

-- ผู้บริหาร.
create table executive (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name_th text not null check (name_th <> ''),
  name_en text check (name_en <> ''),
  position_th text not null check (position_th <> ''),
  position_en text check (position_en <> ''),
  telephone text check (telephone <> ''),
  email text check (email like '%_@_%'),
  -- A public file: its hash, name and what it shows.
  picture jsonb check (jsonb_typeof(picture) = 'object'),
  position integer not null check (position >= 1),
  version integer not null default 1 check (version >= 1),
  removed_at timestamptz,
  primary key (agency_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['site_profile', 'site_page', 'site_address', 'site_publication', 'site_banner', 'executive'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on %I to prongsai_app', name);
  end loop;
end
$$;
grant update on site_profile, site_page, site_banner, executive to prongsai_app;
grant update (ended_at, ended_by_name, ended_reason) on site_publication to prongsai_app;
