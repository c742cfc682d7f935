import type pg from 'pg'

/**
 * What the catalog of a migrated database says about the walls between agencies. Everything that is found is named, so
 * that a table which somebody adds is behind them or is written down here with its reason.
 */

/** Tables that belong to no agency. */
const WITHOUT_AGENCY: Readonly<Record<string, string>> = {
  agency: 'the list of agencies is public, and each is changed only from within itself',
  schema_migration: 'which migrations were applied; the program may read it alone',
  job_run: 'what the program does by itself, for all agencies together; no content',
  program_copy: 'which copies of the program are running',
  rate_limit:
    'counters against guessing under hashed keys, also for visitors of whom nobody knows the agency',
}

/** Policies for others than all or prongsai_app: who they are for. */
const SPECIAL_POLICIES: Readonly<Record<string, string>> = {
  'mail_outbox.mail_outbox_due': 'prongsai_sender',
}

/** The role of backups may read every row of every table, and nothing else; its policy stands on each. */
const BACKUP_POLICY = { name: 'backup_reads', role: 'prongsai_backup' }

/** Functions that work with the rights of the owner of the tables. */
const OWNERS_FUNCTIONS: Readonly<Record<string, string>> = {
  chain_audit_entry: 'moves the last link of the chain of the agency of the transaction, which it checks',
}

/** The schemas that are looked at, and in which role the program works there. */
export const ROLES: Readonly<Record<string, string>> = {
  public: 'prongsai_app',
  protected: 'prongsai_protected',
}

export type Relation = Readonly<{
  /** With its schema, where that is another than `public`. */
  name: string
  schema: string
  /** `relkind` of pg_class. */
  kind: string
  isEnabled: boolean
  isForced: boolean
  /** Null without a column agency_id. */
  isAgencyRequired: boolean | null
  isAgencyFirst: boolean | null
  isInvoker: boolean
  policies: readonly Readonly<{ name: string; reads: boolean; roles: readonly string[] }>[]
  /** What the role of backups may do. */
  ofBackup: readonly string[]
  /** What others than the owner may do that row security does not look at. */
  unguarded: readonly string[]
}>

const RELATIONS = `
  select case nspname when 'public' then '' else nspname || '.' end || relname as name, nspname as schema, relkind as kind,
    relrowsecurity as "isEnabled", relforcerowsecurity as "isForced",
    agency.attnotnull as "isAgencyRequired",
    (select conkey[1] = agency.attnum from pg_constraint where conrelid = class.oid and contype = 'p') as "isAgencyFirst",
    coalesce(reloptions && '{security_invoker=true,security_invoker=on}', false) as "isInvoker",
    array(select privilege_type from aclexplode(relacl) where grantee = 'prongsai_backup'::regrole order by 1) as "ofBackup",
    array(select json_build_object('name', polname, 'reads', polcmd = 'r', 'roles', array(
        select case role when 0 then 'public' else pg_get_userbyid(role)::text end from unnest(polroles) as role))
      from pg_policy where polrelid = class.oid order by polname) as policies,
    array(select privilege_type from aclexplode(relacl) where grantee <> relowner
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      union select privilege_type from pg_attribute as granted, aclexplode(granted.attacl)
        where granted.attrelid = class.oid and grantee <> relowner and privilege_type = 'REFERENCES'
      order by 1) as unguarded
  from pg_class as class
    join pg_namespace as namespace on namespace.oid = relnamespace
    left join pg_attribute as agency on agency.attrelid = class.oid and agency.attname = 'agency_id'
  where relkind in ('r', 'p', 'f', 'v', 'm') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
  order by relname`

// A foreign key is checked above row security: it must not let one agency point at a row of another.
const KEYS_BETWEEN_AGENCIES = `
  select conrelid::regclass::text as name, conname as key from pg_constraint
    join pg_attribute as here on here.attrelid = conrelid and here.attname = 'agency_id'
    left join pg_attribute as there on there.attrelid = confrelid
      and there.attname = case confrelid when 'public.agency'::regclass then 'id' else 'agency_id' end
  where contype = 'f' and there.attnum is not null
    and coalesce(array_position(conkey, here.attnum), 0) is distinct from array_position(confkey, there.attnum)
  order by 1, 2`

const FUNCTIONS_OF_OWNER = `
  select proname as name from pg_proc join pg_namespace as namespace on namespace.oid = pronamespace
  where prosecdef and nspname <> 'information_schema' and nspname not like 'pg\\_%' order by 1`

/** Everything in the database that stands open, one sentence each; empty when the walls are whole. */
export async function wallFaults(owner: pg.Pool): Promise<readonly string[]> {
  const relations = (await owner.query<Relation>(RELATIONS)).rows
  const keys = (await owner.query<{ name: string; key: string }>(KEYS_BETWEEN_AGENCIES)).rows
  const functions = (await owner.query<{ name: string }>(FUNCTIONS_OF_OWNER)).rows
  const found = [
    ...relations.map(({ name }) => name),
    ...relations.flatMap(({ name, policies }) => policies.map((policy) => `${name}.${policy.name}`)),
    ...functions.map(({ name }) => name),
  ]
  const writtenDown = [WITHOUT_AGENCY, SPECIAL_POLICIES, OWNERS_FUNCTIONS].flatMap(Object.keys)
  return [
    ...relations.flatMap((relation) => faultsOf(relation).map((fault) => `${relation.name}: ${fault}`)),
    ...keys.map(({ name, key }) => `${name}: the foreign key ${key} may lead to another agency`),
    ...functions
      .filter(({ name }) => !(name in OWNERS_FUNCTIONS))
      .map(
        ({ name }) =>
          `${name}: the function works with the rights of its owner, and no reason is written down`,
      ),
    ...writtenDown
      .filter((name) => !found.includes(name))
      .map((name) => `${name}: is written down as an exception and is not there`),
  ]
}

/** The tables that hold rows of agencies, by name, those outside `public` with their schema. */
export async function tablesOfAgencies(owner: pg.Pool): Promise<readonly string[]> {
  const relations = (await owner.query<Relation>(RELATIONS)).rows
  return relations
    .filter(({ kind, isAgencyRequired }) => 'rp'.includes(kind) && isAgencyRequired !== null)
    .map(({ name }) => name)
}

function faultsOf(relation: Relation): readonly string[] {
  if (!(relation.schema in ROLES)) return [`is in the schema ${relation.schema}, where nobody looks`]
  if (relation.kind === 'v')
    return relation.isInvoker ? [] : ['the view shows what its owner sees: security_invoker is missing']
  if (!'rp'.includes(relation.kind)) return ['row security does not reach a relation of this kind']
  const unguarded = relation.unguarded.map(
    (right) => `${right} is granted, which row security does not look at`,
  )
  const common = [...unguarded, ...faultsOfBackup(relation)]
  return relation.name in WITHOUT_AGENCY ? common : [...common, ...faultsOfTenant(relation)]
}

/** A table that a backup does not hold is lost with the disk; one that it could change would be no backup. */
function faultsOfBackup({ ofBackup, isEnabled, policies }: Relation): readonly string[] {
  const policy = policies.find(({ name }) => name === BACKUP_POLICY.name)
  const isForBackup = policy?.reads && policy.roles.join() === BACKUP_POLICY.role
  return [
    ...(ofBackup.join() === 'SELECT'
      ? []
      : [`backups may ${ofBackup.join(', ') || 'do nothing'} here, not SELECT`]),
    ...(isEnabled && !isForBackup ? [`the policy ${BACKUP_POLICY.name} is missing`] : []),
  ]
}

function faultsOfTenant(relation: Relation): readonly string[] {
  const { name, schema, policies } = relation
  const foreign = policies.flatMap((policy) =>
    policy.roles
      .filter((role) => role !== 'public' && role !== ROLES[schema])
      .filter((role) => !(policy.name === BACKUP_POLICY.name && policy.reads && role === BACKUP_POLICY.role))
      .filter((role) => SPECIAL_POLICIES[`${name}.${policy.name}`] !== role)
      .map((role) => `the policy ${policy.name} is for ${role}, and no reason is written down`),
  )
  const says: readonly (readonly [boolean, string])[] = [
    [relation.isAgencyRequired === null, 'has no agency_id, and no reason is written down'],
    [relation.isAgencyRequired === false, 'agency_id may be null'],
    [
      relation.isAgencyRequired !== null && !relation.isAgencyFirst,
      'agency_id is not first in the primary key',
    ],
    [!relation.isEnabled, 'row security is not enabled'],
    [!relation.isForced, 'row security is not forced'],
    [policies.every((policy) => policy.name === BACKUP_POLICY.name), 'has no policy'],
  ]
  return [...says.flatMap(([is, fault]) => (is ? [fault] : [])), ...foreign]
}
