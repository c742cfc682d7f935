import type { TextOf } from '../../../../i18n/language.ts'
import type { packageTh } from './package.th.ts'

export type PackageText = TextOf<typeof packageTh>

export const packageEn: PackageText = {
  title: (year) => `Package for the clarification of the OIT result of ${year}`,
  disputedOnly: 'Disputed items only',
  allSubmitted: 'All submitted items',
  madeAt: (at) => `Made on ${at}`,
  rule: 'Each address is the one that was submitted. The files are what was met at it on the day and at the time that are given; manifest.json holds their SHA-256.',
  columns: {
    code: 'Item',
    title: 'Title',
    address: 'Submitted address',
    submittedAt: 'Submitted on',
    score: 'Provisional score',
    isDisputed: 'Disputed',
    reason: 'Reason of the assessor',
    argument: 'Argument',
    captures: 'Evidence files',
  },
  yes: 'disputed',
  no: 'not disputed',
  notRecorded: 'not recorded',
  captures: 'What was kept',
  noCaptures: 'Nothing was kept.',
  captureOf: (at, reason) => `${at} (${reason})`,
  reasons: { submission: 'at the submission', night: 'nightly round', person: 'on request' },
  missing: 'the file is not in the store',
  log: 'Outages and changes',
  logSpan: (from, to) => `From ${from} to ${to}`,
  noLog: 'There was neither an outage nor a change.',
  logKinds: { outage: 'could not be opened', failing: 'opened and did not pass', drift: 'content changed' },
  logColumns: {
    address: 'Address',
    kind: 'What happened',
    from: 'From',
    to: 'To',
    codes: 'Codes',
    before: 'SHA-256 before',
    after: 'SHA-256 after',
  },
}
