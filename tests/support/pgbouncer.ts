import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { unprivilegedUser } from '../../app/platform/db/embedded/run-as.server.ts'
import { programPath } from '../../scripts/system-programs.ts'
import { loginsOf, urlOf } from './database-server.ts'
import { until } from './until.ts'

/** As docs/ADMINISTRATION.md shows it, but for where it listens and that nobody is asked for a password. */
const settings = (server: Readonly<{ host: string; port: number }>, directory: string) => `[databases]
* = host=${server.host} port=${server.port}

[pgbouncer]
pool_mode = transaction
ignore_startup_parameters = extra_float_digits
max_client_conn = 500
default_pool_size = 10
listen_addr =
listen_port = 6432
unix_socket_dir = ${directory}
auth_type = trust
auth_file = ${path.join(directory, 'users')}
logfile = ${path.join(directory, 'log')}
pidfile = ${path.join(directory, 'pid')}
`

/** PgBouncer in transaction mode before a server, as a user without rights and in a directory of its own. */
export async function startPgBouncer(serverUrl: string) {
  const directory = mkdtempSync(
    path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'prongsai-pooler-'),
  )
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined
  if (user) chownSync(directory, user.uid, user.gid)
  const file = path.join(directory, 'pgbouncer.ini')
  const logins = Object.values(loginsOf(serverUrl)).map((login) => `"${login.user}" ""\n`)
  writeFileSync(path.join(directory, 'users'), logins.join(''))
  writeFileSync(file, settings(loginsOf(serverUrl).superuser, directory))
  const child = spawn(programPath('pooler'), ['-q', file], { ...user, cwd: directory, stdio: 'ignore' })
  const urlFor = (login: string, database: string) =>
    urlOf({ host: directory, port: 6432, user: login, database })
  const isUp = await until(async () => {
    const client = new pg.Client({ connectionString: urlFor('postgres', 'postgres') })
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    )
  })
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGKILL')) await ended
    rmSync(directory, { recursive: true, force: true })
  }
  if (!isUp) {
    await stop()
    throw new Error('PgBouncer did not start')
  }
  return { urlFor, stop }
}
