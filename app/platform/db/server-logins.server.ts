import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseRefusal } from './database-refusal.ts'
import { BACKUP_ROLE } from './program-login.server.ts'

/** The settings that take the address of a login of least privilege. */
export type LoginSetting = 'DATABASE_URL' | 'PROTECTED_DATABASE_URL' | 'DATABASE_BACKUP_URL'

/** One login of this database; `password` is known to nobody else, and never asked for again. */
export type ServerLogin = Readonly<{ setting: LoginSetting; name: string; password: string; isNew: boolean }>

export type MadeLogins = Readonly<{
  logins: readonly ServerLogin[]
  /** False where any login of the server may still connect: then the database itself has another owner. */
  isShut: boolean
}>

/**
 * What each may take on. Logins and roles are the server's, not the database's, so the logins carry the name of their
 * database: for `prongsai` they are prongsai_program, prongsai_sealed and prongsai_keeper.
 */
const LOGINS = [
  { setting: 'DATABASE_URL', ending: 'program', holds: 'prongsai_app' },
  { setting: 'PROTECTED_DATABASE_URL', ending: 'sealed', holds: 'prongsai_protected' },
  { setting: 'DATABASE_BACKUP_URL', ending: 'keeper', holds: BACKUP_ROLE },
] as const

/**
 * Stands between the program's login and prongsai_sender, and inherits nothing: the rights of a sender are there only
 * while that role is taken on. From PostgreSQL 16 on a grant could say so itself; 15 knows it of whole roles alone.
 */
const SENDING = 'sending'
const NOTHING_MORE = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
const LONGEST_NAME = 63
const LONGEST_ENDING = '_program'.length
const PASSWORD_BYTES = 24
const SCRAM_ROUNDS = 4096
// Any number that no other lock of this database uses.
const LOGIN_LOCK = 7_342_006

type Found = Readonly<{ mark: string | null; isPlain: boolean }>
type Making = Readonly<{ client: pg.ClientBase; database: string; mark: string; givesPasswords: boolean }>

/**
 * Makes the logins of least privilege of this database, or gives new passwords to those that are there; the old passwords
 * end at once. `pool` is of the owner, and the schema is up to date. Throws DatabaseRefusal, and then nothing was changed.
 */
export const makeServerLogins = (pool: pg.Pool): Promise<MadeLogins> =>
  inOneTransaction(pool, async (client) => {
    const making = await beginMaking(client, { givesPasswords: true })
    const logins: ServerLogin[] = []
    for (const login of LOGINS) {
      const name = loginName(making.database, login.ending)
      const password = randomBytes(PASSWORD_BYTES).toString('base64url')
      const isNew = await makeLogin(making, { name, password, inherits: true })
      logins.push({ setting: login.setting, name, password, isNew })
    }
    await giveRights(making)
    return { logins, isShut: await shutDatabase(making) }
  })

/** Gives the logins that were made earlier what a later migration asks for; passwords stay. */
export const completeServerLogins = (pool: pg.Pool): Promise<void> =>
  inOneTransaction(pool, async (client) => {
    const making = await beginMaking(client, { givesPasswords: false })
    const found = await findLogin(making, loginName(making.database, 'program'))
    if (found?.mark === making.mark && found.isPlain) await giveRights(making)
  })

/** Of a database with a long name the end gives way to a hash of it: two databases never share a login. */
export function loginName(database: string, ending: string): string {
  const room = LONGEST_NAME - LONGEST_ENDING
  if (Buffer.byteLength(database) <= room) return `${database}_${ending}`
  const hash = createHash('sha256').update(database).digest('hex').slice(0, 12)
  const kept = Buffer.from(database)
    .subarray(0, room - 1 - hash.length)
    .toString('utf8')
    .replaceAll('\u{fffd}', '')
  return `${kept}_${hash}_${ending}`
}

async function inOneTransaction<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const made = await work(client)
    await client.query('commit')
    return made
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if (error instanceof pg.DatabaseError) throw databaseRefusal('database.logins-failed', error.message)
    throw error
  } finally {
    client.release()
  }
}

async function beginMaking(
  client: pg.ClientBase,
  { givesPasswords }: Pick<Making, 'givesPasswords'>,
): Promise<Making> {
  await client.query('select pg_advisory_xact_lock($1)', [LOGIN_LOCK])
  const { rows } = await client.query<{ name: string }>('select current_database()::text as name')
  const database = rows[0]?.name ?? ''
  return { client, database, mark: `prongsai: a login of the database ${database} alone`, givesPasswords }
}

async function findLogin({ client }: Making, name: string): Promise<Found | null> {
  const { rows } = await client.query<Found>(
    `select shobj_description(oid, 'pg_authid') as mark,
      not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) as "isPlain"
    from pg_roles where rolname = $1`,
    [name],
  )
  return rows[0] ?? null
}

/** True when it was not there before. One of that name that was made by somebody else is left as it is, and refused. */
async function makeLogin(
  making: Making,
  { name, password, inherits }: Readonly<{ name: string; password: string | null; inherits: boolean }>,
): Promise<boolean> {
  const { client, mark } = making
  const found = await findLogin(making, name)
  if (found && (found.mark !== mark || !found.isPlain)) throw databaseRefusal('database.foreign-login', name)
  const id = pg.escapeIdentifier(name)
  const secret = password === null ? '' : `password ${pg.escapeLiteral(scramVerifier(password))}`
  if (!found) {
    const kind = `${password === null ? 'nologin' : 'login'} ${inherits ? 'inherit' : 'noinherit'}`
    await client.query(`create role ${id} ${kind} ${NOTHING_MORE} ${secret}`)
    await client.query(`comment on role ${id} is ${pg.escapeLiteral(mark)}`)
  } else if (secret) await client.query(`alter role ${id} ${secret}`)
  return !found
}

async function giveRights(making: Making): Promise<void> {
  const { client, database } = making
  for (const { ending, holds } of LOGINS) await give(making, holds, loginName(database, ending))
  const [program, sending] = [loginName(database, 'program'), loginName(database, SENDING)]
  await makeLogin(making, { name: sending, password: null, inherits: false })
  await give(making, 'prongsai_sender', sending)
  await give(making, sending, program)
  // So that it can tell whether the schema is up to date.
  await client.query(`grant select on schema_migration to ${pg.escapeIdentifier(program)}`)
}

async function give({ client }: Making, role: string, to: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_auth_members as held join pg_roles as role on role.oid = roleid
      join pg_roles as holder on holder.oid = member where role.rolname = $1 and holder.rolname = $2`,
    [role, to],
  )
  if (rowCount === 0) await client.query(`grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(to)}`)
}

/** Only the owner and the logins of this database may connect to it from now on: those of another have the same roles. */
async function shutDatabase({ client, database }: Making): Promise<boolean> {
  const id = pg.escapeIdentifier(database)
  const logins = LOGINS.map(({ ending }) => pg.escapeIdentifier(loginName(database, ending))).join(', ')
  await client.query(`revoke connect, temporary on database ${id} from public`)
  await client.query(`grant connect on database ${id} to ${logins}`)
  await client.query('revoke create on schema public from public')
  const { rows } = await client.query<{ open: boolean }>(
    "select has_database_privilege('public', current_database(), 'connect') as open",
  )
  return rows[0]?.open === false
}

/**
 * What a server keeps of a password (RFC 5803, as PostgreSQL writes it): the password itself never reaches the server, nor
 * a log of its statements. It must be ASCII.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256')
  const keyed = (word: string) => createHmac('sha256', salted).update(word).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
