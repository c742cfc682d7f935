import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Capture } from '../../../watch/index.ts'
import type { SubmissionRow } from '../submission.domain.ts'
import { clarificationPackage } from './clarification-package.server.ts'
import { capturePath, packagedRows, safeName } from './package-files.domain.ts'
import type { PackageFacts } from './package-index.tsx'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const AT = new Date('2025-03-10T03:00:00Z')
const ADDRESS = 'https://a.example/oit/2568/O18'
const PAGE = '<!doctype html><p>ช่องทาง</p>'.repeat(20_000)
const RECORD = '%PDF-1.7 record'

const aCapture = (given: Partial<Capture> = {}): Capture => ({
  id: randomUUID(),
  address: ADDRESS,
  checkId: randomUUID(),
  reason: 'submission',
  capturedAt: AT,
  capturedByName: 'ผู้ประสานงาน',
  mediaType: 'text/html',
  fileName: 'O18.html',
  size: PAGE.length,
  sha256: sha(PAGE),
  recordSize: RECORD.length,
  recordSha256: sha(RECORD),
  ...given,
})
const aRow = (given: Partial<SubmissionRow> = {}): SubmissionRow => ({
  code: 'O18',
  title: { th: 'ช่องทางแจ้งเรื่องร้องเรียน', en: 'Complaint channel' },
  isPublic: true,
  submitted: { address: ADDRESS, at: AT, captureId: null },
  dispute: {
    provisionalScore: 0,
    assessorReason: '=HYPERLINK("x")',
    isDisputed: true,
    argument: 'อยู่ในหัวข้อที่สอง <script>alert(1)</script>',
    recordedAt: AT,
    byName: 'ผู้ประสานงาน',
    version: 1,
  },
  ...given,
})

const facts = (captures: readonly Capture[], lang: 'th' | 'en' = 'th'): PackageFacts => ({
  lang,
  year: 2568,
  kind: 'clarification',
  items: packagedRows([aRow()], 'clarification').map((row) => ({ row, captures })),
  log: [
    {
      kind: 'outage',
      address: ADDRESS,
      from: new Date('2025-05-10T19:00:00Z'),
      to: new Date('2025-05-11T19:00:00Z'),
      codes: ['connection.refused'],
      hashes: null,
    },
  ],
  span: { from: AT, to: new Date('2025-06-17T17:00:00Z') },
  madeAt: new Date('2025-06-04T03:00:00Z'),
})
const stored = new Map([
  [sha(PAGE), PAGE],
  [sha(RECORD), RECORD],
])
const open = async (hash: string) => {
  const text = stored.get(hash)
  return text === undefined
    ? null
    : Readable.from([Buffer.from(text.slice(0, 1000)), Buffer.from(text.slice(1000))])
}

async function unpacked(given: PackageFacts) {
  const chunks: Uint8Array[] = []
  for await (const chunk of clarificationPackage(given, open)) chunks.push(chunk)
  const files = unzipSync(Buffer.concat(chunks))
  return {
    files,
    text: (path: string) => strFromU8(files[path] ?? new Uint8Array()),
    manifest: JSON.parse(strFromU8(files['manifest.json']!)),
  }
}

describe('the package for the clarification', () => {
  it('holds the argument, the submitted address, what was kept, the log, and the hash of every file', async () => {
    const capture = aCapture()
    const { files, text, manifest } = await unpacked(facts([capture]))
    expect(text(capturePath('O18', capture, 'content'))).toBe(PAGE)
    expect(text(capturePath('O18', capture, 'record'))).toBe(RECORD)
    expect(text('items/O18/argument.txt')).toContain('อยู่ในหัวข้อที่สอง')
    expect(text('index.html')).toContain(ADDRESS)
    expect(text('index.csv')).toContain(ADDRESS)
    expect(text('log.csv')).toContain('connection.refused')
    expect(manifest).toMatchObject({ schema: 'prongsai.clarification/1', year: 2568, missing: [] })
    expect(
      Object.keys(files)
        .filter((path) => path !== 'manifest.json')
        .toSorted(),
    ).toEqual(manifest.files.map(({ path }: { path: string }) => path))
    for (const { path, sha256, size } of manifest.files) {
      expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(sha256)
      expect(files[path]!.length).toBe(size)
    }
  })

  it('shows hostile words as words, in the page and in the table', async () => {
    const { text } = await unpacked(facts([]))
    expect(text('index.html')).not.toContain('<script>')
    expect(text('index.html')).toContain('&lt;script&gt;')
    expect(text('index.csv')).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('says which file the store has lost, and holds the others', async () => {
    const capture = aCapture({ sha256: sha('lost') })
    const { files, text, manifest } = await unpacked(facts([capture]))
    const path = capturePath('O18', capture, 'content')
    expect(manifest.missing).toEqual([path])
    expect(files[path]).toBeUndefined()
    expect(text('index.html')).toContain('ไม่พบไฟล์ในที่เก็บ')
    expect(text(capturePath('O18', capture, 'record'))).toBe(RECORD)
  })

  it('is in English where that is asked for', async () => {
    const { text } = await unpacked(facts([], 'en'))
    expect(text('index.html')).toContain('<html lang="en">')
    expect(text('index.csv')).toContain('Submitted address')
  })

  it('holds disputed items alone, or all that were submitted', () => {
    const rows = [aRow(), aRow({ code: 'O17', dispute: null }), aRow({ code: 'O16', submitted: null })]
    expect(packagedRows(rows, 'clarification').map(({ code }) => code)).toEqual(['O18'])
    expect(packagedRows(rows, 'submission').map(({ code }) => code)).toEqual(['O18', 'O17'])
  })

  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['รายงาน ปี 2567.pdf', 'รายงาน_ปี_2567.pdf'],
    ['a\\b:c.html', 'a_b_c.html'],
    [`${'ก'.repeat(200)}.pdf`, `${'ก'.repeat(96)}.pdf`],
  ])('lets no name of a file lead elsewhere: %s', (name, safe) => {
    expect(safeName(name)).toBe(safe)
    expect(safeName(name)).not.toMatch(/[/\\:]|^\./)
  })
})
