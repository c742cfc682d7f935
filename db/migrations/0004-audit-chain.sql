-- The audit log of an agency as a chain: every entry has the next number and carries the hash of the one before it, so
-- that an entry that was changed, left out or put in between breaks it. The database makes the chain, whoever writes.

-- The owner of the tables may be bound by row security, and has to see every entry for once.
alter table audit_log no force row level security;
drop trigger audit_log_append_only on audit_log;
drop trigger audit_log_not_emptied on audit_log;

-- The defaults never stand: the trigger below writes over them, and without it the checks refuse them.
alter table audit_log
  add column actor_id uuid check (actor_id is null or actor_kind = 'person'),
  add column seq bigint not null default 0,
  add column previous_hash text not null default '',
  add column hash text not null default '';

-- The last link of each chain. A tail that was cut off is missed here.
create table audit_head (
  agency_id uuid primary key references agency (id),
  seq bigint not null check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

-- SHA-256 of an entry as a JSON array of texts (null where there is no actor_id), the items divided by comma and space.
create function audit_hash(entry audit_log) returns text
  language sql stable
  set search_path = pg_catalog, pg_temp
  return encode(sha256(convert_to(jsonb_build_array(
    entry.agency_id::text,
    entry.seq::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.actor_kind,
    entry.actor_id::text,
    entry.actor_name,
    entry.action,
    entry.object_kind,
    entry.object_id,
    entry.detail::text,
    entry.previous_hash
  )::text, 'UTF8')), 'hex');

-- Entries from before the chain, in the order in which they were written.
do $$
declare
  old record;
  link record;
begin
  for old in select agency_id, id from audit_log order by agency_id, id loop
    insert into audit_head values (old.agency_id, 0, repeat('0', 64)) on conflict do nothing;
    select * into strict link from audit_head where agency_id = old.agency_id;
    update audit_log set seq = link.seq + 1, previous_hash = link.hash
      where agency_id = old.agency_id and id = old.id;
    update audit_log as entry set hash = audit_hash(entry) where agency_id = old.agency_id and id = old.id;
    update audit_head as head set seq = entry.seq, hash = entry.hash from audit_log as entry
      where head.agency_id = old.agency_id and entry.agency_id = old.agency_id and entry.id = old.id;
  end loop;
end
$$;

alter table audit_log
  drop constraint audit_log_pkey,
  drop column id,
  add primary key (agency_id, seq),
  add check (seq >= 1),
  add check (previous_hash ~ '^[0-9a-f]{64}$'),
  add check (hash ~ '^[0-9a-f]{64}$');

create index audit_log_by_action on audit_log (agency_id, action, seq);
create index audit_log_by_object on audit_log (agency_id, object_kind, object_id, seq);
create index audit_log_by_actor on audit_log (agency_id, actor_id, seq);
create index audit_log_by_time on audit_log (agency_id, at);

-- Holds the agency's last link until the transaction ends: of two writers the second waits, and a number that is not kept
-- is given again. It runs with the rights of the tables' owner, since nobody else may move the last link.
create function chain_audit_entry() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  link record;
begin
  -- The owner may stand above row security: that the entry is of the agency of the transaction is asked here.
  if new.agency_id is distinct from public.current_agency() then
    raise exception 'an entry of another agency violates row-level security of %', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  select seq, hash into link from public.audit_head where agency_id = new.agency_id for update;
  if not found then
    insert into public.audit_head values (new.agency_id, 0, repeat('0', 64)) on conflict do nothing;
    select seq, hash into strict link from public.audit_head where agency_id = new.agency_id for update;
  end if;
  new.seq := link.seq + 1;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.previous_hash := link.hash;
  new.hash := public.audit_hash(new);
  update public.audit_head set seq = new.seq, hash = new.hash where agency_id = new.agency_id;
  return new;
end
$$;
-- Put on a table of somebody's own, it would move the last link without an entry.
revoke execute on function chain_audit_entry() from public;

create trigger audit_log_chained before insert on audit_log
  for each row execute function chain_audit_entry();
-- Of the statement, so that they refuse where row security hides every row, too.
create trigger audit_log_append_only before update or delete on audit_log
  for each statement execute function refuse_change();
create trigger audit_log_not_emptied before truncate on audit_log
  for each statement execute function refuse_change();

create function refuse_foreign_hand() returns trigger
  language plpgsql as $$
begin
  -- Depth 1 is this trigger itself.
  if pg_trigger_depth() < 2 then
    raise exception '% is moved by entries of the audit log only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger audit_head_moved_by_entries before insert or update on audit_head
  for each statement execute function refuse_foreign_hand();
create trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function refuse_change();

alter table audit_log force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_head_of_agency on audit_head using (agency_id = current_agency());
grant select on audit_head to prongsai_app;
revoke insert on audit_log from prongsai_app;
grant insert (agency_id, actor_kind, actor_id, actor_name, action, object_kind, object_id, detail)
  on audit_log to prongsai_app;
