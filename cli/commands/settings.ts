import { type Config, readConfig } from '../../app/platform/config/config.server.ts'
import { BadInput, type Terminal } from '../terminal.ts'

/** The settings of the environment. Throws BadInput with every fault when one is wrong. */
export function settings(terminal: Terminal): Config {
  return orRefuse(readConfig(), terminal)
}

/** The same for the owner of a database, who comes before the program: there may be no login for DATABASE_URL yet. */
export function settingsOfOwner(terminal: Terminal): Config {
  const { env } = process
  const DATABASE_URL = env.DATABASE_URL || env.DATABASE_OWNER_URL
  return orRefuse(readConfig({ ...env, DATABASE_URL }), terminal)
}

function orRefuse(config: ReturnType<typeof readConfig>, terminal: Terminal): Config {
  if (config.ok) return config.value
  throw new BadInput(config.error.map((fault) => fault.message[terminal.lang]).join('\n'))
}
