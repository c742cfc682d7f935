import { migrateInstallation } from '../../app/platform/db/migrate-installation.server.ts'
import { programVersion } from '../../app/platform/program-version.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT } from '../terminal.ts'
import { settingsOfOwner } from './settings.ts'

/**
 * `prongsai migrate`: brings the schema up to date, and with --logins makes the logins of least privilege. Their addresses,
 * with the passwords, are all that then comes to standard output: lines for a file of settings.
 */
export const migrate: Command = async (terminal, { files: [file], logins: makesLogins }) => {
  const { text, json, print, note } = terminal
  const words = text.migrate
  if (file !== undefined) throw new BadInput(text.takesNoFile(file))
  const config = settingsOfOwner(terminal)
  const { ownerUrl, directUrl } = config.databases
  const url = ownerUrl ?? directUrl ?? config.databaseUrl
  if (makesLogins && url === null) throw new BadInput(words.ownNeedsNone)

  const { applied, number, logins, isShut } = await migrateInstallation(config, { makesLogins, log: note })
  const say = makesLogins || json ? note : print
  say(applied.length > 0 ? words.applied(applied) : words.upToDate(number, programVersion))
  if (json) print(JSON.stringify({ applied, number, version: programVersion, logins }))
  else for (const login of logins) print(`${login.setting}=${login.url}`)
  if (logins.length > 0) {
    note(words.keepThem(logins.filter(({ isNew }) => !isNew).length))
    note(words.ownerApart)
  }
  if (isShut === false && url !== null)
    note(words.stillOpen(decodeURIComponent(new URL(url).pathname.slice(1))))
  return EXIT.done
}
