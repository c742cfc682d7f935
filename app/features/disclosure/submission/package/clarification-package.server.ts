import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { CSV_BOM, csvLines } from '../../../../platform/office-files/csv-lines.ts'
import { packageText } from '../text/index.ts'
import { capturePath, type ManifestFile } from './package-files.domain.ts'
import { type PackageFacts, PackageIndex } from './package-index.tsx'

/** What is packed already or too small to gain by it goes in as it is. */
const PACKED = /\.(pdf|docx|xlsx|pptx|zip|png|jpe?g|webp|gif)$/i

/**
 * The package for the clarification as a ZIP, piece by piece: no file is held in memory whole. `open` gives the bytes of a
 * kept file, or null where the store has lost it: then the index and the manifest say so. The manifest, which is last, holds
 * the hash of every other file as it went in.
 */
export async function* clarificationPackage(
  facts: PackageFacts,
  open: (sha256: string) => Promise<Readable | null>,
): AsyncGenerator<Uint8Array> {
  const writing = startZip(facts.madeAt)
  const files: ManifestFile[] = []
  const missing = new Set<string>()
  for (const { row, captures } of facts.items)
    for (const capture of captures)
      for (const file of ['content', 'record'] as const) {
        const path = capturePath(row.code, capture, file)
        const recorded = file === 'content' ? capture.sha256 : capture.recordSha256
        const bytes = await open(recorded)
        if (bytes === null) {
          missing.add(path)
          continue
        }
        files.push({ ...(yield* writing.add(path, bytes)), recorded })
      }
  for (const { row } of facts.items)
    if (row.dispute?.argument)
      files.push(yield* writing.add(`items/${row.code}/argument.txt`, [Buffer.from(row.dispute.argument)]))
  const page = `<!doctype html>${renderToStaticMarkup(createElement(PackageIndex, { facts, missing }))}`
  files.push(yield* writing.add('index.html', [Buffer.from(page)]))
  files.push(yield* writing.add('index.csv', [Buffer.from(indexCsv(facts))]))
  files.push(yield* writing.add('log.csv', [Buffer.from(logCsv(facts))]))
  const manifest = {
    schema: 'prongsai.clarification/1',
    year: facts.year,
    kind: facts.kind,
    madeAt: facts.madeAt.toISOString(),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    missing: [...missing].toSorted(),
  }
  yield* writing.add('manifest.json', [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)])
  yield* writing.end()
}

/** A ZIP that is written while it is read: what was made is given out before the next bytes are taken. */
function startZip(mtime: Date) {
  let made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  function* taken() {
    const chunks = made
    made = []
    yield* chunks
  }
  return {
    async *add(path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
      const entry: ZipInputFile & { push: (chunk: Uint8Array, isLast: boolean) => void } = PACKED.test(path)
        ? new ZipPassThrough(path)
        : new ZipDeflate(path, { level: 6 })
      entry.mtime = mtime
      zip.add(entry)
      const hash = createHash('sha256')
      let size = 0
      for await (const chunk of bytes) {
        hash.update(chunk)
        size += chunk.length
        entry.push(chunk, false)
        yield* taken()
      }
      entry.push(new Uint8Array(), true)
      yield* taken()
      return { path, size, sha256: hash.digest('hex') }
    },
    *end() {
      zip.end()
      yield* taken()
    },
  }
}

function indexCsv({ lang, items }: PackageFacts): string {
  const text = packageText(lang)
  const rows = items.map(({ row, captures }) => {
    const { submitted, dispute } = row
    return [
      row.code,
      row.title?.[lang] ?? null,
      submitted.address,
      submitted.at.toISOString(),
      dispute?.provisionalScore ?? text.notRecorded,
      dispute === null ? null : dispute.isDisputed ? text.yes : text.no,
      dispute?.assessorReason ?? null,
      dispute?.argument ?? null,
      captures.map((capture) => capturePath(row.code, capture, 'record')).join(' '),
    ]
  })
  return CSV_BOM + csvLines([Object.values(text.columns), ...rows])
}

function logCsv({ lang, log }: PackageFacts): string {
  const text = packageText(lang)
  const rows = log.map(({ address, kind, from, to, codes, hashes }) => [
    address,
    text.logKinds[kind],
    from.toISOString(),
    to?.toISOString() ?? null,
    codes.join(' '),
    hashes?.[0] ?? null,
    hashes?.[1] ?? null,
  ])
  const head = text.logColumns
  return (
    CSV_BOM +
    csvLines([[head.address, head.kind, head.from, head.to, head.codes, head.before, head.after], ...rows])
  )
}
