import type { TextOf } from '../../app/i18n/language.ts'
import { plural } from '../../app/kernel/plural.ts'
import { backupEn } from './backup.en.ts'
import type { cliTh } from './cli.th.ts'
import { migrateEn } from './migrate.en.ts'
import { moveEn } from './move.en.ts'
import { storageEn } from './storage.en.ts'

export type CliText = TextOf<typeof cliTh>

export const cliEn: CliText = {
  usage: `prongsai – the yearly integrity and transparency cycle (ITA) of an agency

  prongsai import FILE                                  read a report (text, DOCX, XLSX, CSV, JSON) into the database
    [--replace] [--agency-name NAME]                    and publish it if its chain of approval is complete
  prongsai import FILE --out cycle.json                 read a report into a file; nothing is saved or published
  prongsai import LIST.yaml [--dry-run]                 bring the agency's own framework or crosswalk into the database
  prongsai check FILE --item 2568:O28                   completeness 100/0 and points to check
  prongsai check --url ADDRESS                         opens an address as an assessor would, and says what to mend
  prongsai report FILE --out DIR [--format pdf,docx,html,xlsx,csv,json] [--without-findings]
                                                        make the report's documents
  prongsai export 2568 | 2566-2567 [--out LIST.yaml]    a framework or crosswalk as YAML in the form of CISO Assistant
  prongsai score ANSWERS.csv --year 2567                from survey answers to every score, of one agency or of many
  prongsai verify                                       whether the audit log, the published reports and the files are unaltered
  prongsai user list                                    who signs in to the agency of AGENCY_CODE
  prongsai user add EMAIL --name NAME --role ROLE [--unit CODE]
                                                        adds a person, and prints a one-time sign-in link
  prongsai user link | disable | enable EMAIL           a one-time sign-in link; shuts out; lets in again
  prongsai protected restored                           goes on with the protected channel as a backup has it, after one was put back
  prongsai protected ceremony [2-of-3]                  make the recovery key of the reporting channel (no database)
  prongsai protected holders | verify                   who holds keys of the channel, or check its log
  prongsai protected recover KEY REASON                 give on cases without readers by shares (from stdin)
  prongsai verify FILE [--identity KEY]                 check a whole backup, and what is in it with the secret key
  prongsai backup --out FILE | --scheduled              back up everything while it is at work (--scheduled: into BACKUP_DIR)
  prongsai backup-key [--out KEY]                       make a key pair to encrypt backups with
  prongsai restore FILE [--identity KEY]                restore into an empty data directory and database, and verify
  prongsai drill FILE [--identity KEY]                  restore in a temporary directory, away from what is in use
  prongsai migrate [--logins]                           bring the database up to date; make logins of least privilege on a server
  prongsai move --to ADDRESS|own                        move the database to a server, or back to the own PostgreSQL, and compare
  prongsai quota [CODE] [MB|none]                       room for files that agencies use and may use, or change it
  prongsai sweep [--dry-run]                            remove files that nothing has referred to for 7 days
  prongsai config                                       every setting

--replace      save as a new version in place of the report of that year (the old one is kept)
--agency-name  the name that the agency has now, where the report gives another one or none
--catalogue LIST.yaml (repeatable; import --out, check, report, export, score) uses that list for this command, no database
With every command: --json result as JSON  --lang th|en language  --help this text
Exit codes: 0 done  1 the check said no  2 bad input  3 fault`,
  unknownCommand: (command) => `There is no command "${command}". Run prongsai --help to see all commands.`,
  unknownOption: (option) => `Option "${option}" is not known. Run prongsai --help to see the options.`,
  notAnOptionOf: (option, command) =>
    `The command ${command} has no option "${option}". Run prongsai --help to see the options.`,
  missingValue: (option) => `Option "${option}" needs a value. Run prongsai --help for examples.`,
  takesNoValue: (option) => `Option "${option}" takes no value. Give its name alone.`,
  givenTwice: (option) => `Option "${option}" is given more than once. Give it once.`,
  unknownLanguage: (lang) => `Language "${lang}" is not known. Use --lang th or --lang en.`,
  missingFile: 'Name the file to read, for example: prongsai import report.docx',
  tooManyFiles: (file) => `One file at a time: leave "${file}" out of the command.`,
  takesNoFile: (file) => `This command takes no file: leave "${file}" out of the command.`,
  noSuchFile: (file) => `File "${file}" was not found. Check its name and folder.`,
  notAFile: (file) => `"${file}" is not a file. Name the file to read.`,
  cannotRead: (file, reason) => `Cannot read "${file}": ${reason}.`,
  isAFolder: (file) => `Cannot write "${file}": there is a folder of this name. Choose another name.`,
  notAPlainFile: (file) =>
    `Cannot write "${file}": it is a device or a channel of the system, not a plain file. Choose another name.`,
  cannotWrite: (file, reason) => `Cannot write "${file}": ${reason}.`,
  systemReasons: {
    EACCES: 'access to this file or its folder is denied',
    EPERM: 'the operating system does not permit it',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of the path is not a folder',
    EEXIST: 'a part of the path is not a folder',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'symbolic links lead in a circle',
  },
  systemSays: (code) => `the operating system answered ${code}`,
  catalogueNeedsOut:
    '--catalogue works without a database only. Add --out, or bring the list into the database first: prongsai import LIST.yaml',
  onlyIntoDatabase: (option) =>
    `${option} applies only when the report is saved in the database. Leave out ${option} or --out.`,
  listTakesNo: (option) =>
    `${option} does not apply to a framework or crosswalk, which goes into the database only. To see what would change, use --dry-run.`,
  onlyForLists: (option) =>
    `${option} applies to the import of a framework or crosswalk only. To see what is read from a report without saving it, use --out.`,
  notAList: (file) =>
    `"${file}" is no framework or crosswalk in the form of CISO Assistant; prongsai export 2568 shows the form.`,
  missingPart:
    'Name the year of a framework, or the two years of a crosswalk, for example: prongsai export 2568 or prongsai export 2566-2567',
  unknownPart: (part, known) => `There is no framework or crosswalk "${part}". There are: ${known}`,
  frameworkCounts: (year, indicators, items, elements) =>
    `Framework of ${year}: indicators ${indicators} · items ${items} · required elements ${elements}`,
  crosswalkCounts: (years, pairs) => `Crosswalk ${years}: ${plural(pairs, 'pair')}`,
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
  reading: (file) => `Reading ${file}`,
  making: (format, done, all) => `Making ${format} (${done}/${all})`,
  counts: (issues, measures, pairs, singles, resolutions) =>
    `${plural(issues, 'issue')} · measures ${measures} · score pairs ${pairs} · single scores ${singles} · resolutions ${resolutions}`,
  notes: 'What the importer did to the file',
  faults: 'Suspected faults in the text (kept as they are)',
  line: (line) => `line ${line}`,
  writtenTo: (file) => `Wrote ${file}`,
  saved: (year, version) => `Fiscal year ${year} saved in the database, as saved version ${version}`,
  unchanged: (year) => `Fiscal year ${year} already holds the same content; nothing changed`,
  agencyNamed: (name) => `The web site calls the agency "${name}"`,
  publication: {
    recorded: (count) => `${plural(count, 'resolution')} of which the report speaks recorded`,
    isPublic: (address) => `✓ Published at ${address}`,
    waits: (bodies) => `Not published: this content was not passed by ${bodies}`,
    waitsRemedy:
      'Put the report before the meeting in the office and record the resolution. Then import the same file again, or publish it on the page of the draft report.',
    noChain: 'Not published: the agency has no chain of approval for reports yet',
    noChainRemedy:
      'Set up the chain in the office (/office/approval-chains), then put the report before the meeting.',
  },
  alreadyThere: (year) =>
    `Fiscal year ${year} already holds a report with other content. Use --replace to save this as a new version (the old one is kept).`,
  otherAgency: (named, known, code) =>
    `The report says that it is of "${named}", but the agency code ${code} belongs to "${known}". If they are the same agency, add --agency-name with the name that it has now; if not, set AGENCY_CODE to the code of its own agency.`,
  verdict: (item, score) => `Item ${item}: ${score}`,
  verdictElement: (issue, measure) => `issue ${issue}, measure ${measure}`,
  address: {
    alone: '--url stands alone: give no file and no --item',
    unreadable: (address) => `The address ${address} must begin with http:// or https://`,
    passes: (address) => `✓ ${address} opens, and nothing makes it 0`,
    fails: (address) => `✗ ${address}: an assessor would meet a problem`,
    seen: ({ status, type, size }) => `status ${status}  type ${type}  size ${size} bytes`,
  },
  findings: (count) => plural(count, 'point to check', 'points to check'),
  pdfFaults: {
    'pdf.timeout': () =>
      'The PDF was not made in time. Raise PDF_TIMEOUT_SECONDS, or choose other formats with --format.',
    'pdf.memory': () =>
      'Making the PDF took more memory than it may. Raise PDF_MEMORY_MB, or choose other formats with --format.',
    'pdf.failed': (detail) => `The PDF could not be made (${detail}).`,
  },
  user: {
    unknownAct: (acts) => `Say what to do: ${acts}; for example prongsai user list.`,
    tooMany: (word) => `One person at a time: take “${word}” out of the command.`,
    missingEmail: 'Give the e-mail address of the person, for example prongsai user link name@agency.go.th.',
    badEmail: (email) => `“${email}” is no e-mail address. Check it, for example name@agency.go.th.`,
    missingName: 'Give the name with --name "FIRST FAMILY".',
    missingRole: (roles) => `Give a role with --role (may be repeated). The roles are ${roles}.`,
    unknownRole: (role, roles) => `There is no role “${role}”. The roles are ${roles}.`,
    ownerNeedsUnit: 'The role unit-owner needs a unit: --unit with its code or name.',
    unknownUnit: (unit) => `There is no unit “${unit}”. Found it in the office first.`,
    unknownPerson: (email) => `Nobody in this agency has the address ${email}.`,
    isDisabled: (email) => `${email} is disabled. Enable them first: prongsai user enable ${email}`,
    noAgency: (code) =>
      `There is no agency with the code “${code}”. Check AGENCY_CODE, or add its first person with prongsai user add.`,
    nobody: 'There is nobody in this agency yet.',
    states: {
      active: 'active',
      invited: 'invited, not yet in',
      named: 'named, does not sign in',
      disabled: 'disabled',
    },
    link: (email, address) =>
      `Sign-in link for ${email}. It works once, within 24 hours; whoever holds it passes as this person.\n${address}`,
    disabled: (email, sessions) =>
      `${email} is disabled and was signed out of ${plural(sessions, 'browser')}.`,
    enabled: (email) => `${email} is enabled again.`,
  },
  protected: {
    badShares: 'Please give the shares, as 2-of-3 or 3-of-5 (2 to 9 shares, of which at least 2 open).',
    before: [
      'Ceremony of the recovery key of the reporting channel',
      '1. Do this on a machine without a network, before everybody who will keep a share.',
      '2. Print each share on a sheet of its own and hand it to its keeper. No photographs, no files.',
      '3. Type the public key alone into the settings of the channel, and compare the fingerprint.',
    ].join('\n'),
    publicKey: 'Public key (for the settings)',
    fingerprint: 'Fingerprint of the key',
    share: (number, shares, threshold) => `Share ${number} of ${shares} (${threshold} together open)`,
    keepShare: '  Keep it safe, and apart from the others. The last signs tell slips of the pen.',
    after:
      'Neither key nor shares were kept anywhere. When you are done, close this window and clear the printer queue.',
    noHolders: 'Nobody holds a key yet.',
    kinds: { recipient: 'recipient', custodian: 'custodian of identities', external: 'external recipient' },
    typeShares: 'Type the shares, one a line, then press Ctrl+D.',
    recovered: (given, left) =>
      `${plural(given, 'case')} given to the new recipient, ${plural(left, 'case')} not opened by these shares`,
    faults: {
      'recovery.no-reason': () => 'Please give a reason after the key id. Reporters will read it.',
      'recovery.holder': () => 'No recipient has this key id. See prongsai protected holders.',
      'recovery.share': (at) => `The share in line ${at} has a slip. Please check its signs.`,
      'recovery.too-few': () => 'There are fewer shares than open.',
      'recovery.mixed': () => 'The shares are not of one set.',
      'recovery.no-case': () =>
        'No case is without readers. Where somebody can read a case, they add recipients themselves.',
    },
    logWhole: (head) => `The log of the channel is whole. Check value ${head}`,
    logBroken: (at) => `The log of the channel was changed at entry ${at}.`,
    unknownAct: (acts) => `Say what to do: ${acts}; for example prongsai protected restored.`,
    tooMany: (word) => `This command takes no more words. Leave out "${word}".`,
    restored: (cut) =>
      cut === 0
        ? 'Every case is as it is remembered outside the database.'
        : `${plural(cut, 'case')} had gone further than the backup and may go on now. Reporters and recipients see that it was restored.`,
  },
  verify: {
    noDatabase:
      'There is no database to verify. Set DATA_DIR or DATABASE_URL to those of the installation that is meant.',
    noAgency: 'This database holds no agency yet.',
    nothing: (code) => `${code}: the audit log has no entry yet`,
    whole: (code, rows, head) =>
      `${code}: the audit log is whole and unaltered, ${plural(rows, 'entry', 'entries')}; hash of the last ${head}`,
    brokenRemedy: (seq) =>
      `Keep a copy of the database as it is, as evidence, and compare entry ${seq} and later ones with a backup or an exported log.`,
    published: (code, address, hash) => `${code}: ${address} is what was published; content hash ${hash}`,
    altered: (code, address, hash) =>
      `${code}: ${address} is not what was published, whose content hash is ${hash}`,
    alteredRemedy:
      'Keep a copy of the database as it is, as evidence, and compare it with a backup, or with the JSON file of the report that has this hash.',
    checkingFiles: (count) => `${plural(count, 'file')} checked`,
    filesWhole: (count) =>
      `files that are kept: ${count} are there, with the hash under which they were kept`,
    fileMissing: (code, name, hash) => `${code}: the file ${name} is missing; hash ${hash}`,
    fileAltered: (code, name, hash) =>
      `${code}: the file ${name} has not the hash under which it was kept, ${hash}`,
    fileUnreadable: (code, name, hash) => `${code}: the file ${name} cannot be read; hash ${hash}`,
    badFileRemedy:
      'Put the file of this hash back from a backup, into DATA_DIR/files or the S3 store, and verify again. A published file cannot be replaced by a new one.',
    wrongSums: (code, sums) =>
      `${code}: stored sums of answers are not what the kept answers come to: ${sums}`,
    wrongSumsRemedy:
      'Keep a copy of the database as it is, as evidence, and compare the table answer_sum with a backup; the kept answers can be counted again.',
  },
  score: {
    missingFile: 'Name the file of answers, for example: prongsai score answers.csv --year 2567',
    missingYear: 'Name the year of the survey, for example: --year 2567',
    unknownYear: (year, known) =>
      `The questions of ${year} are not known. Years that can be scored: ${known}`,
    largeMustBeCsv: 'A file above 5 MB must be CSV in UTF-8. Save it as one, then try again.',
    reading: (percent) => `Reading answers, ${percent}%`,
    refused: (count) => `${plural(count, 'cell needs', 'cells need')} correcting; nothing was computed.`,
    cell: (row, column, sentence) => `  row ${row}, column ${column}: ${sentence}`,
    more: (count) => `  and ${plural(count, 'more cell', 'more cells')}`,
    head: (year, agencies) => `Scores by the framework of ${year}, ${plural(agencies, 'agency', 'agencies')}`,
    total: 'total',
    respondents: (iit, eit) => `Respondents: IIT ${iit} · EIT ${eit}`,
    counts: (n, excluded, unanswered) =>
      `counted ${n} · cannot compare or never used ${excluded} · not answered ${unanswered}`,
    unverified: 'Some rows of the catalogue that these figures rest on are unverified.',
    noScores: (items) => `No source states the scores of the options of ${items}; these items have no mean.`,
  },
  backup: backupEn,
  migrate: migrateEn,
  move: moveEn,
  storage: storageEn,
  fault: (reason) => `Fault: ${reason}`,
  configHead: 'Settings, from the environment',
  configDefault: 'default',
  configNone: 'none',
  configSecret: '(withheld)',
  badConfig: 'The settings are not right',
}
