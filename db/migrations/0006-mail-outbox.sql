-- Mail on its way: written in the transaction of the change that it tells of, sent after that transaction was kept.

-- The role in which the sender looks for agencies that have mail to send. It sees when something is due, and of which
-- agency, across all of them; nothing of the mail itself.
do $$
declare
  -- From PostgreSQL 16 on, who makes a role may grant it but not yet take it on.
  membership text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not exists (select from pg_roles where rolname = 'prongsai_sender') then
    create role prongsai_sender nologin;
  end if;
  if not pg_has_role(current_user, 'prongsai_sender', membership) then
    execute format('grant prongsai_sender to %I', current_user);
  end if;
end
$$;

grant usage on schema public to prongsai_sender;

create table mail_outbox (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Which letter it is: `invitation`, `password-reset`.
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  lang text not null check (lang in ('th', 'en')),
  -- To whom it was written, when the recipient is a person of the agency.
  person_id uuid,
  to_address text not null check (to_address ~ '^[^[:space:]<>,;"]+@[^[:space:]<>,;"]+$' and length(to_address) <= 254),
  -- A line break here would be another header of the mail.
  to_name text check (to_name <> '' and to_name !~ '[[:cntrl:]]'),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  -- They hold links that can be used once: erased as soon as nobody will send them any more.
  text_body text,
  html_body text,
  -- `withheld`: was due while mail was off, and goes out when it is on.
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'withheld', 'expired')),
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  -- Who sends it has until then to say how it went; after that another may try.
  claimed_until timestamptz,
  -- A code and the numbers of the mail server, never its words: they may quote an address.
  last_error text check (last_error ~ '^[a-z-]+( [0-9.]+)*$' and length(last_error) <= 60),
  created_at timestamptz not null,
  sent_at timestamptz,
  -- When its link ends; null for mail that stays true.
  expires_at timestamptz,
  primary key (agency_id, id),
  check ((state in ('sent', 'expired')) = (text_body is null)),
  check ((text_body is null) = (html_body is null)),
  check ((state = 'sending') = (claimed_until is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index mail_outbox_listed on mail_outbox (agency_id, created_at desc, id);
-- What may still be sent, or has to be erased: few rows beside all that were sent.
create index mail_outbox_open on mail_outbox (agency_id, next_attempt_at) where state not in ('sent', 'expired');

alter table mail_outbox enable row level security;
alter table mail_outbox force row level security;
create policy mail_outbox_of_agency on mail_outbox using (agency_id = current_agency());
-- A login that belongs to the role without having taken it on sees nothing by this.
create policy mail_outbox_due on mail_outbox for select to prongsai_sender using (current_user = 'prongsai_sender');
grant select, insert on mail_outbox to prongsai_app;
-- To whom it goes and what it is about never changes.
grant update (state, attempts, next_attempt_at, claimed_until, last_error, sent_at, text_body, html_body)
  on mail_outbox to prongsai_app;
grant select (agency_id, state, next_attempt_at, claimed_until, expires_at) on mail_outbox to prongsai_sender;
