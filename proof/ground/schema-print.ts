import { createHash } from 'node:crypto'
import type pg from 'pg'

/**
 * What a migration makes of one database: schemas, tables, columns, limits, indexes, walls, triggers, functions and who may do
 * what with them. Not roles, which all databases of a server share, not rows, and not who may read which migrations were
 * applied: that is given with the login of the program.
 */
const PARTS: readonly string[] = [
  "select nspname || ' ' || coalesce(nspacl::text, '') from pg_namespace where oid in (NS)",
  `select c.oid::regclass::text || ' ' || c.relkind::text || ' ' || c.relrowsecurity || c.relforcerowsecurity || ' ' || coalesce(c.relacl::text, '')
   from pg_class c where c.relnamespace in (NS) and c.relkind in ('r', 'v', 'S', 'm', 'p')
     and c.relname <> 'schema_migration'`,
  `select a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
     || coalesce(a.attacl::text, '') || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
   from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where c.relnamespace in (NS) and a.attnum > 0 and not a.attisdropped`,
  `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace in (NS)`,
  'select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace in (NS)',
  `select schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' ' || roles::text || ' ' || cmd || ' '
     || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies`,
  `select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where c.relnamespace in (NS) and not t.tgisinternal`,
  `select pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') from pg_proc p
   where p.pronamespace in (NS) and p.prokind in ('f', 'p')
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
]

const OWN = "select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"

/** SHA-256 of all that a schema is: two databases that were migrated to the same step have the same. */
export async function schemaPrint(asks: Pick<pg.Pool, 'query'>): Promise<string> {
  const hash = createHash('sha256')
  for (const part of PARTS) {
    const { rows } = await asks.query({ text: part.replaceAll('NS', OWN), rowMode: 'array' })
    hash.update(`${(rows as string[][]).flat().sort().join('\n')}\n\n`)
  }
  return hash.digest('hex')
}
