import type { Language } from '../app/i18n/language.ts'
import { type CliText, cliText } from './text/index.ts'

/** What every command may do with the outside world. Results go to standard output, all the rest to standard error. */
export type Terminal = Readonly<{
  lang: Language
  text: CliText
  json: boolean
  print: (line: string) => void
  /** One line that is overwritten by the next; only on a terminal. */
  progress: (line: string) => void
  note: (line: string) => void
}>

export const EXIT = { done: 0, saidNo: 1, badInput: 2, fault: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Bad input: its message is one clear sentence, in the language asked for. */
export class BadInput extends Error {
  /** Of the refusal that it tells, where there is one. */
  readonly code: string | undefined

  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

export function openTerminal(options: { lang: Language; json: boolean }): Terminal {
  let hasProgress = false
  // The reader of a pipe may have had enough (`| head`): that is no fault, and what the command found stays its exit code.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(EXIT.fault)
  })
  // Where nobody hears, nothing more can be said; the exit code still says it.
  process.stderr.on('error', () => undefined)
  const clear = () => {
    if (hasProgress) process.stderr.write('\r\u001b[2K')
    hasProgress = false
  }
  return {
    ...options,
    text: cliText(options.lang),
    print: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(line)
      hasProgress = true
    },
    note: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
  }
}
