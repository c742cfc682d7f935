-- Agencies get what tells them apart, then units, people, roles and everything by which people sign in.

-- Kinds of agencies as the assessment counts them; the list itself is data of the room.
alter table agency add column agency_type text check (agency_type <> '');
alter table agency add column ministry text check (ministry <> '');
-- The host name under which this agency is met; null for one that answers wherever no other agency does.
alter table agency add column host_name text unique
  check (host_name = lower(host_name) and host_name ~ '^[a-z0-9.-]{1,253}$');

create table unit (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- As the agency writes it ("CSR"); null for one without a code.
  code text check (code <> ''),
  name_th text not null check (name_th <> ''),
  name_en text check (name_en <> ''),
  parent_id uuid,
  valid_from date not null,
  -- The last day; null while it exists.
  valid_to date check (valid_to >= valid_from),
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references unit (agency_id, id),
  check (parent_id <> id)
);
-- A code may be used again after the unit that had it has ended.
create unique index unit_code on unit (agency_id, upper(code)) where valid_to is null and code is not null;
create index unit_children on unit (agency_id, parent_id);

create table person (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null check (name <> ''),
  -- Lower case, Unicode NFKC; null for one who is named but does not sign in.
  email text check (email = lower(email) and email like '%_@_%'),
  position_title text check (position_title <> ''),
  unit_id uuid,
  lang text not null check (lang in ('th', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, email),
  foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index person_of_unit on person (agency_id, unit_id);

create table role_grant (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('administrator', 'ita-coordinator', 'unit-owner', 'meeting-secretary',
    'approver', 'executive', 'auditor', 'desk-officer')),
  -- The unit of a unit owner.
  unit_id uuid,
  valid_from date not null,
  -- The last day on which it holds; null while no end is known. The day before the first: taken back before it ended a day.
  valid_to date check (valid_to >= valid_from - 1),
  granted_at timestamptz not null,
  granted_by text not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  check ((role = 'unit-owner') = (unit_id is not null))
);
create index role_grant_of_person on role_grant (agency_id, person_id);

create table password_credential (
  agency_id uuid not null,
  person_id uuid not null,
  -- Argon2id in the PHC string format.
  hash text not null check (hash like '$argon2id$%'),
  set_at timestamptz not null,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

create table totp_credential (
  agency_id uuid not null,
  person_id uuid not null,
  -- Sealed with the program's key: a copy of the database alone opens no account.
  secret_sealed bytea not null,
  -- Null until the first code was given.
  confirmed_at timestamptz,
  -- The last time step that was used: every code is good once (RFC 6238, 5.2).
  last_step bigint not null,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

create table recovery_code (
  agency_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  used_at timestamptz,
  primary key (agency_id, code_hash),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index recovery_code_of_person on recovery_code (agency_id, person_id);

create table passkey (
  agency_id uuid not null,
  -- Credential identifier, base64url.
  id text not null,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null check (label <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index passkey_of_person on passkey (agency_id, person_id);

create table oidc_provider (
  agency_id uuid not null references agency (id),
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  label_th text not null check (label_th <> ''),
  label_en text not null check (label_en <> ''),
  issuer text not null check (issuer like 'http%'),
  client_id text not null check (client_id <> ''),
  -- Null for a client without a secret (PKCE alone).
  client_secret_sealed bytea,
  scope text not null check (scope like '%openid%'),
  -- Whether its sign-in counts as two factors.
  has_second_factor boolean not null,
  removed_at timestamptz,
  primary key (agency_id, id)
);

create table oidc_identity (
  agency_id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (agency_id, issuer, subject),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index oidc_identity_of_person on oidc_identity (agency_id, person_id);

-- A sign-in that is under way, for ten minutes: with a provider (OpenID Connect) or with a passkey (WebAuthn). It is taken
-- out when its answer comes, so that an answer is good once. `key_hash` is of the secret that the browser holds.
create table sign_in_attempt (
  agency_id uuid not null references agency (id),
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('oidc', 'passkey-sign-in', 'passkey-registration')),
  -- Provider, verifier, nonce, challenge, where to go afterwards.
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  -- Who adds a way to sign in; null for who is not known yet.
  person_id uuid,
  created_at timestamptz not null,
  primary key (agency_id, key_hash),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

create table one_time_link (
  agency_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'password-reset', 'sign-in')),
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  -- When it was used, or lost its force because another took its place.
  used_at timestamptz,
  primary key (agency_id, token_hash),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index one_time_link_of_person on one_time_link (agency_id, person_id);

create table session (
  agency_id uuid not null,
  -- The browser holds the token, the database its SHA-256.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  id uuid not null,
  person_id uuid not null,
  method text not null check (method in ('password', 'passkey', 'oidc', 'link')),
  has_second_factor boolean not null,
  -- Browser and system in words, without a version or an address.
  browser text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, token_hash),
  unique (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index session_of_person on session (agency_id, person_id) where ended_at is null;

-- Browsers in which somebody signed in before: guesses made elsewhere do not count against them.
create table known_browser (
  agency_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  last_used_at timestamptz not null,
  primary key (agency_id, token_hash, person_id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

-- What somebody typed and sent after their session had ended: kept for them until they have signed in again.
create table kept_form (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  address text not null check (address like '/%'),
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  kept_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['unit', 'person', 'role_grant', 'password_credential', 'totp_credential',
    'recovery_code', 'passkey', 'oidc_provider', 'oidc_identity', 'sign_in_attempt', 'one_time_link', 'session',
    'known_browser', 'kept_form'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (agency_id = current_agency())', name || '_of_agency', name);
    execute format('grant select, insert, update on %I to prongsai_app', name);
  end loop;
  -- What is only a key or a draft may go without a trace; people, units, roles and sessions end and stay.
  foreach name in array array['password_credential', 'totp_credential', 'recovery_code', 'passkey', 'oidc_identity',
    'sign_in_attempt', 'one_time_link', 'known_browser', 'kept_form', 'session'] loop
    execute format('grant delete on %I to prongsai_app', name);
  end loop;
end
$$;

-- Counters against guessing, under hashed keys: they belong to no agency and say nothing of anybody.
create unlogged table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
grant select, insert, update, delete on rate_limit to prongsai_app;
