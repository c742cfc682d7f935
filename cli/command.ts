import type { ExitCode, Terminal } from './terminal.ts'

/** What the words after `prongsai COMMAND` said. */
export type Arguments = Readonly<{
  files: readonly string[]
  out: string | undefined
  item: string | undefined
  /** An address to be opened as an assessor would. */
  url: string | undefined
  /** Every `--format`, joined; undefined when none was given. */
  format: string | undefined
  /** The agency's own name, as the user states it. */
  agencyName: string | undefined
  /** Lists to put into the catalogue for this one command, in this order. */
  catalogues: readonly string[]
  /** Of a person, and every `--role`, joined; the code or name of their unit. */
  name: string | undefined
  role: string | undefined
  unit: string | undefined
  /** Year of the framework (B.E.), as typed. */
  year: string | undefined
  /** Where a database is moved: the address of a server, or `own`. */
  to: string | undefined
  /** File of the secret key that opens a backup. */
  identity: string | undefined
  /** Makes the logins of least privilege. */
  logins: boolean
  /** As the timer of the system or of the program does it. */
  scheduled: boolean
  replace: boolean
  dryRun: boolean
  withoutFindings: boolean
}>
export type Command = (terminal: Terminal, args: Arguments) => Promise<ExitCode>
