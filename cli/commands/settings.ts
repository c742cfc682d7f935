import { type Config, readConfig } from '../../app/platform/config/config.server.ts'
import { BadInput, type Terminal } from '../terminal.ts'

/** The settings of the environment. Throws BadInput with every fault when one is wrong. */
export function settings(terminal: Terminal): Config {
  const config = readConfig()
  if (config.ok) return config.value
  throw new BadInput(config.error.map((fault) => fault.message[terminal.lang]).join('\n'))
}
