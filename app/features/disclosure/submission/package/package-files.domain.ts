import type { Capture, LogEntry } from '../../../watch/index.ts'
import type { SubmissionRow } from '../submission.domain.ts'

/** A submitted item with all that was kept of its address, the earliest first. */
export type PackagedItem = Readonly<{
  row: SubmissionRow & Readonly<{ submitted: NonNullable<SubmissionRow['submitted']> }>
  captures: readonly Capture[]
}>

export type PackageKind = 'clarification' | 'submission'

/** Items of a package: those that are disputed, or all that were submitted. */
export const packagedRows = (
  rows: readonly SubmissionRow[],
  kind: PackageKind,
): readonly PackagedItem['row'][] =>
  rows.flatMap((row) =>
    row.submitted !== null && (kind === 'submission' || row.dispute?.isDisputed === true)
      ? [{ ...row, submitted: row.submitted }]
      : [],
  )

/** What is in the package, as its manifest names it. `recorded` is the hash under which it was kept. */
export type ManifestFile = Readonly<{ path: string; size: number; sha256: string; recorded?: string }>

/** Where a file of a capture lies in the package. */
export const capturePath = (code: string, capture: Capture, file: 'content' | 'record'): string => {
  const time = capture.capturedAt.toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')
  const folder = `items/${code}/${time}-${capture.reason}-${capture.id.slice(0, 8)}`
  return file === 'record' ? `${folder}/record.pdf` : `${folder}/content-${safeName(capture.fileName)}`
}

const LONGEST_NAME = 100

/** A name without anything by which a file would land elsewhere when the package is opened; its ending is kept. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]/gu, '_')
    .replace(/^\.+/u, '_')
  return plain.length <= LONGEST_NAME ? plain : plain.slice(-LONGEST_NAME)
}

/** What happened at one address. */
export const logOf = (log: readonly LogEntry[], address: string): readonly LogEntry[] =>
  log.filter((entry) => entry.address === address)
