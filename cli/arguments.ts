import { parseArgs } from 'node:util'
import type { Language } from '../app/i18n/language.ts'
import type { Arguments } from './command.ts'
import type { CliText } from './text/index.ts'

const OPTIONS = {
  out: { type: 'string', multiple: true },
  item: { type: 'string', multiple: true },
  url: { type: 'string', multiple: true },
  format: { type: 'string', multiple: true },
  'agency-name': { type: 'string', multiple: true },
  catalogue: { type: 'string', multiple: true },
  name: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  unit: { type: 'string', multiple: true },
  year: { type: 'string', multiple: true },
  to: { type: 'string', multiple: true },
  identity: { type: 'string', multiple: true },
  logins: { type: 'boolean' },
  scheduled: { type: 'boolean' },
  replace: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'without-findings': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

export type OptionName = keyof typeof OPTIONS

/** Options of every command, and those that mean the union of what they are given when they are given again. */
const OF_EVERY_COMMAND: readonly OptionName[] = ['json', 'lang', 'help']
const UNITED: readonly OptionName[] = ['format', 'catalogue', 'role']

/** The words of a command line, read but not yet judged: its language and form of answer hold for a refusal too. */
export type CommandLine = Readonly<{
  command: string | undefined
  lang: Language
  json: boolean
  help: boolean
  args: Arguments
  /** The first word that cannot be meant, as a sentence; null when all can. `takes` are the options of the command. */
  faultFor: (text: CliText, takes: readonly OptionName[]) => string | null
}>

export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const [command, ...files] = positionals
  const given = tokens.filter((token) => token.kind === 'option')
  const textsOf = (name: OptionName) =>
    given.flatMap((token) => (token.name === name && token.value?.trim() ? [token.value] : []))
  const langs = textsOf('lang')
  const joined = (name: OptionName) => {
    const texts = textsOf(name)
    return texts.length === 0 ? undefined : texts.join(',')
  }

  const faultFor = (text: CliText, takes: readonly OptionName[]): string | null => {
    const seen = new Set<string>()
    for (const { name, rawName, value } of given) {
      if (!isOption(name)) return text.unknownOption(rawName)
      if (![...takes, ...OF_EVERY_COMMAND].includes(name)) return text.notAnOptionOf(rawName, command ?? '')
      const takesText = OPTIONS[name].type === 'string'
      if (takesText && !value?.trim()) return text.missingValue(rawName)
      if (!takesText && value !== undefined) return text.takesNoValue(rawName)
      if (takesText && seen.has(name) && !UNITED.includes(name)) return text.givenTwice(rawName)
      seen.add(name)
    }
    const unknownLanguage = langs.find((lang) => lang !== 'th' && lang !== 'en')
    return unknownLanguage === undefined ? null : text.unknownLanguage(unknownLanguage)
  }
  return {
    command,
    lang: langs[0] === 'en' ? 'en' : 'th',
    json: values.json === true,
    help: values.help === true,
    args: {
      files,
      out: textsOf('out')[0],
      item: textsOf('item')[0],
      url: textsOf('url')[0],
      format: joined('format'),
      agencyName: textsOf('agency-name')[0],
      catalogues: textsOf('catalogue'),
      name: textsOf('name')[0],
      role: joined('role'),
      unit: textsOf('unit')[0],
      year: textsOf('year')[0],
      to: textsOf('to')[0],
      identity: textsOf('identity')[0],
      logins: values.logins === true,
      scheduled: values.scheduled === true,
      replace: values.replace === true,
      dryRun: values['dry-run'] === true,
      withoutFindings: values['without-findings'] === true,
    },
    faultFor,
  }
}

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)
