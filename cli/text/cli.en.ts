import type { TextOf } from '../../app/i18n/language.ts'
import type { cliTh } from './cli.th.ts'

export type CliText = TextOf<typeof cliTh>

export const cliEn: CliText = {
  usage: `prongsai – the yearly integrity and transparency cycle (ITA) of an agency

  prongsai import FILE [--out cycle.json] [--replace]   read a report (text, DOCX, XLSX, CSV, JSON);
                                                        without --out it goes into the database
  prongsai import LIST.yaml [--dry-run]                 bring the agency's own framework or crosswalk into the database
  prongsai check FILE --item 2568:O28                   completeness 100/0 and points to check
  prongsai report FILE --out DIR [--format pdf,docx,html,xlsx,csv,json] [--without-findings]
                                                        make the report's documents
  prongsai export 2568 | 2566-2567 [--out LIST.yaml]    a framework or crosswalk as YAML in the form of CISO Assistant
  prongsai config                                       every setting

import --out, check, report, export: --catalogue LIST.yaml (repeatable) uses that list for this command, no database
With every command: --json result as JSON  --lang th|en language  --help this text
Exit codes: 0 done  1 the check said no  2 bad input  3 fault`,
  unknownCommand: (command) => `There is no command "${command}". Run prongsai --help to see all commands.`,
  unknownOption: (option) => `Option "${option}" is not known. Run prongsai --help to see the options.`,
  missingValue: (option) => `Option "${option}" needs a value. Run prongsai --help for examples.`,
  unknownLanguage: (lang) => `Language "${lang}" is not known. Use --lang th or --lang en.`,
  missingFile: 'Name the file to read, for example: prongsai import report.docx',
  tooManyFiles: (file) => `One file at a time: "${file}" was not understood.`,
  noSuchFile: (file) => `File "${file}" was not found. Check its name and folder.`,
  notAFile: (file) => `"${file}" is not a file. Name the file of a report.`,
  catalogueNeedsOut:
    '--catalogue works without a database only. Add --out, or bring the list into the database first: prongsai import LIST.yaml',
  listTakesNo: (option) =>
    `${option} does not apply to a framework or crosswalk, which goes into the database only. To see what would change, use --dry-run`,
  onlyForLists: (option) =>
    `${option} applies to the import of a framework or crosswalk only. To see what is read from a report without saving it, use --out`,
  notAList: (file) =>
    `"${file}" is no framework or crosswalk in the form of CISO Assistant; prongsai export 2568 shows the form.`,
  missingPart:
    'Name the year of a framework, or the two years of a crosswalk, for example: prongsai export 2568 or prongsai export 2566-2567',
  unknownPart: (part, known) => `There is no framework or crosswalk "${part}". There are: ${known}`,
  frameworkCounts: (year, indicators, items, elements) =>
    `Framework of ${year}: indicators ${indicators} · items ${items} · required elements ${elements}`,
  crosswalkCounts: (years, pairs) => `Crosswalk ${years}: ${pairs} pairs`,
  certaintyCounts: (sourced, inferred, unverified) =>
    `sourced ${sourced} · inferred ${inferred} · unverified ${unverified}`,
  differences: 'Different from what is in use',
  added: (rows) => `Added: ${rows}`,
  removed: (rows) => `Removed: ${rows}`,
  reworded: (rows) => `Other wording: ${rows}`,
  otherwise: (rows) => `Otherwise changed: ${rows}`,
  certaintyChanged: (rows) => `Other certainty: ${rows}`,
  headChanged: (fields) => `Changed for the framework as a whole: ${fields}`,
  lostPairs: (rows) => `Pairs that no longer apply, because an item is gone: ${rows}`,
  listSaved: (part, version) => `${part} saved in the database as the agency's version ${version}`,
  listUnchanged: (part) => `${part} is what is in use already; nothing changed`,
  listNotSaved: (part) => `${part} was not saved. Run again without --dry-run to save it.`,
  missingItem: 'Name the item with its year, for example: --item 2568:O28',
  bareItem: (item) =>
    `"${item}" has no year. The same code means different things in different years: write, for example, 2568:O28`,
  unknownItem: (item) => `Item "${item}" is in no framework that this installation knows.`,
  noRule: (item, known) =>
    `There is no completeness rule for ${item} yet. Items that can be checked: ${known}`,
  missingOut: 'Name the folder to write to, for example: --out out',
  unknownFormat: (format, known) => `Format "${format}" is not known. Formats: ${known}`,
  cannotWrite: (file, reason) => `Cannot write "${file}": ${reason}`,
  reading: (file) => `Reading ${file}`,
  making: (format, done, all) => `Making ${format} (${done}/${all})`,
  counts: (issues, measures, pairs, singles, resolutions) =>
    `${issues} issues · measures ${measures} · score pairs ${pairs} · single scores ${singles} · resolutions ${resolutions}`,
  notes: 'What the importer did to the file',
  faults: 'Suspected faults in the text (kept as they are)',
  line: (line) => `line ${line}`,
  writtenTo: (file) => `Wrote ${file}`,
  saved: (year, version) => `Fiscal year ${year} saved in the database as version ${version}`,
  unchanged: (year) => `Fiscal year ${year} already holds the same content; nothing changed`,
  alreadyThere: (year) =>
    `Fiscal year ${year} already holds a report with other content. Use --replace to save this as a new version (the old one is kept).`,
  verdict: (item, score) => `Item ${item}: ${score}`,
  verdictElement: (issue, measure) => `issue ${issue}, measure ${measure}`,
  findings: (count) => `${count} points to check`,
  fault: (reason) => `Fault: ${reason}`,
  configHead: 'Settings, from the environment',
  configDefault: 'default',
  configNone: 'none',
  configSecret: '(withheld)',
  badConfig: 'The settings are not right',
}
