import { expect, test } from 'vitest'
import { type Environment, readConfig } from '../../../platform/config/config.server.ts'
import { mayReadAll } from './backup-job.server.ts'

const server = { DATABASE_URL: 'postgres://app@db/prongsai' }
const apart = { ...server, PROTECTED_DATABASE_URL: 'postgres://sealed@db/prongsai' }
const reads = (env: Environment) => {
  const config = readConfig(env)
  return config.ok && mayReadAll(config.value)
}

test('the program makes no backups where logins are apart and it has none for them', () => {
  expect(reads(apart)).toBe(false)
  expect(reads({ ...apart, DATABASE_BACKUP_URL: 'postgres://backup@db/prongsai' })).toBe(true)
  expect([reads(server), reads({})]).toEqual([true, true])
})
