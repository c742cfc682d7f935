-- The protected channel: reports of wrongdoing, sealed. Nothing here can be read with the database alone.
-- A schema and a role of its own: the role of the rest of the program cannot enter it. Names of tables PostgreSQL tells to all.
-- No row has a time finer than a day, an address, or a number that counts: identifiers are random.

do $$
declare
  -- From PostgreSQL 16 on, who makes a role may grant it but not yet take it on.
  membership text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not exists (select from pg_roles where rolname = 'prongsai_protected') then
    create role prongsai_protected nologin;
  end if;
  if not pg_has_role(current_user, 'prongsai_protected', membership) then
    execute format('grant prongsai_protected to %I', current_user);
  end if;
end
$$;

create schema protected;
revoke all on schema protected from public;
grant usage on schema protected to prongsai_protected;
-- `current_agency()` and nothing else of the other schema.
grant usage on schema public to prongsai_protected;

-- How the channel of an agency works. `content` as `ChannelSettings`: times, retention, hours of digests, categories, words.
create table protected.channel_setting (
  agency_id uuid primary key,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- X25519; the private half was never here. Null while there is no recovery by quorum.
  recovery_public_key bytea check (octet_length(recovery_public_key) = 32),
  -- By the channel: as of the keys of holders.
  recovery_endorsement bytea,
  recovery_shares integer check (recovery_shares between 2 and 9),
  recovery_threshold integer check (recovery_threshold between 2 and recovery_shares),
  -- What proofs of report are signed with, under the key of the installation.
  proof_public_key bytea check (octet_length(proof_public_key) = 32),
  sealed_proof_key bytea,
  version integer not null default 1 check (version >= 1),
  changed_day date not null,
  check ((recovery_public_key is null) = (recovery_shares is null)
     and (recovery_public_key is null) = (recovery_threshold is null)
     and (recovery_public_key is null) = (recovery_endorsement is null)),
  check ((proof_public_key is null) = (sealed_proof_key is null))
);

-- Who is appointed to read, or to keep one of the two keys of identities. `office_key`: what a reporter may leave out.
create table protected.appointment (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('recipient', 'custodian', 'external')),
  role_th text not null check (role_th <> ''),
  role_en text not null check (role_en <> ''),
  office_key text check (office_key <> ''),
  -- The order in which overdue cases go up.
  step integer not null default 1 check (step between 1 and 9),
  appointed_day date not null,
  ended_day date,
  version integer not null default 1 check (version >= 1),
  primary key (agency_id, id)
);
create unique index appointment_held on protected.appointment (agency_id, person_id, kind) where ended_day is null;

-- The keys of one appointment. The private halves lie in the vault, under a passphrase and under a recovery key.
create table protected.holder_key (
  agency_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  sealing_public_key bytea not null check (octet_length(sealing_public_key) = 32),
  signing_public_key bytea not null check (octet_length(signing_public_key) = 32),
  vault_salt bytea not null,
  vault_cost jsonb not null,
  wrapped_vault bytea not null,
  wrapped_vault_recovery bytea not null,
  -- By the key before it, where there was one.
  vouched_signature bytea,
  -- By the channel, with a key that is not in the database: a row that was written past the program has none.
  endorsement bytea not null,
  valid_from date not null,
  valid_to date,
  -- Private key only outside: what is sealed for it is read and signed on another machine.
  is_offline boolean not null default false,
  primary key (agency_id, id),
  foreign key (agency_id, appointment_id) references protected.appointment (agency_id, id)
);
create unique index holder_key_current on protected.holder_key (agency_id, appointment_id) where valid_to is null;

-- A case. `lookup` finds it for who has the 24 digits; everything that was said is sealed in `item`.
create table protected.report (
  agency_id uuid not null,
  id uuid not null,
  lookup bytea check (octet_length(lookup) = 16),
  reporter_sealing_key bytea not null check (octet_length(reporter_sealing_key) = 32),
  reporter_signing_key bytea not null check (octet_length(reporter_signing_key) = 32),
  wrapped_reporter_key bytea not null,
  -- SHA-256 of what the form carried: the same form twice is one case.
  submission_hash bytea not null check (octet_length(submission_hash) = 32),
  channel text not null check (channel in ('web', 'desk')),
  category text not null check (category <> ''),
  status text not null
    check (status in ('received', 'acknowledged', 'in-progress', 'answered', 'closed', 'junk', 'erased')),
  received_day date not null,
  acknowledge_due date not null,
  answer_due date not null,
  close_due date not null,
  acknowledged_day date,
  answered_day date,
  closed_day date,
  -- When it will be erased; known once it is closed.
  erase_due date,
  legal_hold boolean not null default false,
  has_unread_addition boolean not null default true,
  escalated_step integer not null default 0 check (escalated_step between 0 and 9),
  -- Stages that were counted as late, each once: 'acknowledge', 'answer', 'close'.
  late_stages text[] not null default '{}' check (late_stages <@ array['acknowledge', 'answer', 'close']),
  -- Counted as finished: one that is taken up once more is not counted again.
  is_counted_finished boolean not null default false,
  -- Since a code is given anew once only.
  is_reissued boolean not null default false,
  chain_head bytea not null check (octet_length(chain_head) = 32),
  next_seq integer not null check (next_seq >= 0),
  epoch integer not null default 0 check (epoch >= 0),
  -- Of the desk, for a case that came through the wrong door: opened with the secret of the follow-up there.
  transfer_id uuid,
  sealed_claim bytea,
  primary key (agency_id, id),
  unique (agency_id, lookup),
  unique (agency_id, submission_hash)
);
create unique index report_transfer on protected.report (agency_id, transfer_id) where transfer_id is not null;

create table protected.epoch (
  agency_id uuid not null,
  report_id uuid not null,
  number integer not null check (number >= 0),
  public_key bytea not null check (octet_length(public_key) = 32),
  primary key (agency_id, report_id, number),
  foreign key (agency_id, report_id) references protected.report (agency_id, id) on delete cascade
);

-- The private key of an epoch, sealed for one who may read it: a key of a holder, 'reporter' or 'recovery'.
create table protected.case_grant (
  agency_id uuid not null,
  report_id uuid not null,
  epoch integer not null,
  holder text not null check (holder in ('reporter', 'recovery') or holder ~ '^[0-9a-f-]{36}$'),
  sealed_key bytea not null,
  primary key (agency_id, report_id, epoch, holder),
  foreign key (agency_id, report_id, epoch) references protected.epoch (agency_id, report_id, number) on delete cascade
);
create index case_grant_holder on protected.case_grant (agency_id, holder);

-- What was said or done, in its order: sealed, chained, signed.
create table protected.item (
  agency_id uuid not null,
  report_id uuid not null,
  seq integer not null check (seq >= 0),
  epoch integer not null,
  kind text not null,
  author text not null check (author in ('reporter', 'recipient', 'custodian', 'channel')),
  -- Whose signature it is; null for the reporter's and the channel's.
  author_key_id uuid,
  day date not null,
  sealed_dek bytea not null,
  body bytea not null,
  chain_hash bytea not null check (octet_length(chain_hash) = 32),
  signature bytea not null,
  primary key (agency_id, report_id, seq),
  foreign key (agency_id, report_id, epoch) references protected.epoch (agency_id, report_id, number) on delete cascade
);

-- A sealed file. Its name, type and size are in the manifest of its item; `path` is random, `padded_size` hides its size.
create table protected.sealed_file (
  agency_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  seq integer not null,
  path text not null check (path ~ '^[0-9a-f]{2}/[0-9a-f]{32}$'),
  padded_size bigint not null check (padded_size >= 0),
  -- SHA-256 of the sealed bytes: what was exchanged is known before anybody opens it.
  sealed_hash bytea not null check (octet_length(sealed_hash) = 32),
  primary key (agency_id, id),
  foreign key (agency_id, report_id, seq) references protected.item (agency_id, report_id, seq) on delete cascade
);
create unique index sealed_file_path on protected.sealed_file (agency_id, path);

-- Who the reporter is, where they said so: sealed for two custodians, one inside the other.
create table protected.identity (
  agency_id uuid not null,
  report_id uuid not null,
  outer_key_id uuid not null,
  inner_key_id uuid not null,
  sealed_dek bytea not null,
  body bytea not null,
  primary key (agency_id, report_id),
  foreign key (agency_id, report_id) references protected.report (agency_id, id) on delete cascade
);

-- An identity on its way to one named reader. `half_opened`: after the first custodian, still sealed for the second.
create table protected.identity_release (
  agency_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  asked_by_key_id uuid not null,
  reader_key_id uuid not null,
  -- The items of the chain in which it was asked for and done.
  asked_seq integer not null,
  state text not null check (state in ('asked', 'half-opened', 'released', 'refused', 'expired')),
  consent text not null default 'not-asked' check (consent in ('not-asked', 'asked', 'given', 'refused')),
  asked_day date not null,
  -- Why it is asked for, sealed for each custodian: they read no case.
  sealed_reason_outer bytea not null,
  sealed_reason_inner bytea not null,
  half_opened bytea,
  outer_signature bytea,
  inner_signature bytea,
  sealed_dek bytea,
  days integer not null check (days between 1 and 90),
  expires_on date,
  primary key (agency_id, id),
  foreign key (agency_id, report_id) references protected.report (agency_id, id) on delete cascade
);

-- The room's own log of acts: a day and a role, no person; each row carries the hash of the one before it.
create table protected.audit_entry (
  agency_id uuid not null,
  seq integer not null check (seq >= 1),
  day date not null,
  actor_role text not null,
  action text not null,
  object text not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (agency_id, seq)
);

-- The hash at the end of the log as it was made public, once a day whether or not anything was done.
create table protected.audit_head (
  agency_id uuid not null,
  day date not null,
  head bytea not null check (octet_length(head) = 32),
  primary key (agency_id, day)
);

-- Counts by month, kept after a case is gone; no case can be told from them.
create table protected.case_count (
  agency_id uuid not null,
  month date not null check (extract(day from month) = 1),
  channel text not null,
  category text not null,
  -- received, acknowledged-in-time, acknowledged-late, answered-in-time, answered-late, closed-in-time, closed-late, …
  event text not null,
  n integer not null check (n >= 0),
  primary key (agency_id, month, channel, category, event)
);

-- Of which day and hour the constant digest went out: once only, whichever program did so.
create table protected.digest_sent (
  agency_id uuid not null,
  day date not null,
  hour integer not null check (hour between 0 and 23),
  primary key (agency_id, day, hour)
);

do $$
declare
  name text;
begin
  foreach name in array array['channel_setting', 'appointment', 'holder_key', 'report', 'epoch', 'case_grant', 'item',
    'sealed_file', 'identity', 'identity_release', 'audit_entry', 'audit_head', 'case_count', 'digest_sent'] loop
    execute format('alter table protected.%I enable row level security', name);
    execute format('alter table protected.%I force row level security', name);
    execute format('create policy %I on protected.%I using (agency_id = public.current_agency())', name || '_of_agency', name);
    execute format('grant select, insert on protected.%I to prongsai_protected', name);
  end loop;
end
$$;
grant update on protected.channel_setting, protected.appointment, protected.holder_key, protected.report,
  protected.identity_release, protected.case_count to prongsai_protected;
-- What is erased goes; items of a case that stands are never taken out nor changed. A re-sealed grant replaces one.
grant delete on protected.report, protected.epoch, protected.case_grant, protected.item, protected.sealed_file,
  protected.identity, protected.identity_release, protected.digest_sent to prongsai_protected;
