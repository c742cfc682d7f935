import type { ExitCode, Terminal } from './terminal.ts'

/** What the words after `prongsai COMMAND` said. */
export type Arguments = Readonly<{
  files: readonly string[]
  out: string | undefined
  item: string | undefined
  format: string | undefined
  replace: boolean
  withoutFindings: boolean
}>
export type Command = (terminal: Terminal, args: Arguments) => Promise<ExitCode>
