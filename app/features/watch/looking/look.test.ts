import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answers,
  leadsTo,
  makeCertificate,
  openSite,
  sends,
  type WatchedSite,
} from '../../../../tests/support/watched-site.ts'
import { ASK_LIMITS } from '../asking/ask.server.ts'
import type { WatchTarget } from '../watch.domain.ts'
import type { Leave } from '../watch-tools.server.ts'
import { openLooking } from './open-watch-tools.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'watch-test-'))
const long = makeCertificate(400)
const short = makeCertificate(3)
const MEGABYTE = 1024 * 1024
const LIMITS = { ...ASK_LIMITS, bytes: 2 * MEGABYTE, stretch: { ms: 300, bytes: 2_048 } }
/** Names of the tests' own name system; the last two lead where they should not. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'inner.example': ['10.1.2.3'],
  'half.example': ['93.184.216.34', '192.168.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
}
const looking = openLooking({
  folder,
  now: () => new Date(),
  limits: LIMITS,
  everyMs: 0,
  resolve: async (name) => NAMES[name] ?? [],
  ca: [long.cert, short.cert],
})
let site: WatchedSite
let secure: WatchedSite
let ending: WatchedSite
let untrusted: WatchedSite

/** One byte after the other, for as long as anybody listens. */
const drips = (response: ServerResponse): void => {
  response.writeHead(200, { 'Content-Type': 'text/html' })
  const timer = setInterval(() => response.write('a'), 50)
  response.on('close', () => clearInterval(timer))
}
/** A gigabyte and more, as fast as it is taken. */
const pours = (response: ServerResponse): void => {
  const piece = Buffer.alloc(MEGABYTE)
  const go = () => {
    while (!response.destroyed && response.write(piece));
  }
  response.writeHead(200, { 'Content-Type': 'application/pdf' })
  response.on('drain', go)
  go()
}
const page = (body: string, title = 'รายงาน') =>
  `<!doctype html><html lang="th"><head><title>${title}</title></head><body><main>${body}</main></body></html>`
const REPORT = page('<h1>รายงานผล ปี ๒๕๖๘</h1><p>ความก้าวหน้าของมาตรการ</p>')
const HOSTILE = page('<img src=x onerror="alert(1)"><script>fetch("http://10.0.0.1/")</script>เอกสาร')
const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><text>เอกสาร</text></svg>'
const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const OWN: Answers = {
  '/report': sends(REPORT),
  '/circle': leadsTo('/circle-2'),
  '/circle-2': leadsTo('/circle'),
  '/inner': leadsTo('http://inner.example/secret'),
  '/metadata': leadsTo('http://169.254.169.254/latest/meta-data'),
  '/file': leadsTo('file:///etc/passwd'),
  '/drip': drips,
  '/switching': (response) => {
    response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n')
  },
  '/declared': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': String(2 * 1024 ** 3) })
    response.write('%PDF-1.7')
  },
  '/streamed': pours,
  '/bomb': sends(gzipSync(Buffer.alloc(20 * MEGABYTE)), 'text/html', { 'Content-Encoding': 'gzip' }),
  '/broken': (response) => {
    response.writeHead(200, { 'Content-Length': '1000' })
    response.write('half', () => response.destroy())
  },
  '/empty': sends(''),
  '/hostile.pdf': sends(HOSTILE, 'application/pdf'),
  '/hostile.svg': sends(SVG, 'image/svg+xml'),
  '/damaged.pdf': sends('%PDF-1.7\nnothing of it is there', 'application/pdf'),
  '/dead-link': sends(page('รายงาน <a href="/gone">ไฟล์</a> <a href="/report">หน้า</a>')),
  '/unjust': sends(
    '<html><head><title>ก</title></head><body><main>รูป <img src="a.png"></main></body></html>',
  ),
}
const cookied: Answers = {
  '/cookie': (response, request) =>
    request.headers.cookie === 'seen=1'
      ? sends(REPORT)(response)
      : leadsTo('/cookie', { 'Set-Cookie': 'seen=1; Path=/; HttpOnly' })(response),
}
const steps = Object.fromEntries(
  Array.from({ length: 13 }, (_, at) => [`/step-${at}`, leadsTo(`/step-${at + 1}`)]),
)

beforeAll(async () => {
  const scan = await PDFDocument.create()
  scan.addPage().drawRectangle({ x: 0, y: 0, width: 50, height: 50 })
  const sheet = async (heads: readonly string[]) =>
    writeXlsx({ sheets: [{ name: 'สขร', rows: [[...heads], heads.map(() => 'ก')] }] })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const answers = {
    ...OWN,
    ...cookied,
    ...steps,
    '/scan.pdf': sends(await scan.save(), 'application/pdf'),
    '/whole.xlsx': sends(await sheet(['ลำดับ', 'งบประมาณ', 'ผู้ชนะ']), type),
    '/lacking.xlsx': sends(await sheet(['ลำดับ', 'งบประมาณ']), type),
  }
  const other = makeCertificate(400)
  ;[site, secure, ending, untrusted] = await Promise.all([
    openSite(answers),
    openSite(OWN, long),
    openSite(OWN, short),
    openSite(OWN, other),
  ])
})
afterAll(async () => {
  looking.close()
  await Promise.all([site, secure, ending, untrusted].map((one) => one.close()))
  rmSync(folder, { recursive: true })
})

const OWN_SITE = (): Leave => ({
  ownOrigins: [site, secure, ending, untrusted].map(({ origin }) => origin),
  hosts: null,
})

async function look(address: string, given: Partial<WatchTarget> = {}, leave: Leave = OWN_SITE()) {
  const target: WatchTarget = {
    address,
    title: { th: 'ก', en: 'a' },
    unitId: null,
    part: 'p',
    marks: [],
    namesYear: null,
    sha256: null,
    hasMenu: false,
    ...given,
  }
  const { result, forget } = await looking.look(target, leave)
  await forget()
  return result
}
const codesAt = async (at: string, given: Partial<WatchTarget> = {}) =>
  (await look(site.origin + at, given)).findings.map(({ code }) => code)

const mark = {
  element: 'progress',
  label: { th: 'ความก้าวหน้า', en: 'Progress' },
  anyOf: ['ความก้าวหน้า'],
  columns: [],
}

describe('a page that is as it should be', () => {
  it('passes, with what was seen', async () => {
    const result = await look(`${site.origin}/report`, {
      marks: [mark],
      namesYear: 2568,
      sha256: hashOf(REPORT),
    })
    expect(result.findings).toMatchObject([{ code: 'type.mismatched', weight: 'fails' }])
    const asPage = await look(`${site.origin}/report`, { marks: [mark], namesYear: 2568 })
    expect(asPage).toMatchObject({
      passes: true,
      findings: [],
      status: 200,
      mediaType: 'text/html',
      sha256: hashOf(REPORT),
      title: 'รายงาน',
      facts: { elements: [{ element: 'progress', isSeen: true }], accessibility: {} },
    })
  })

  it('lacks an element or a year when it is taken away', async () => {
    const others = { marks: [{ ...mark, anyOf: ['ผลสัมฤทธิ์'] }], namesYear: 2569 }
    expect(await codesAt('/report', others)).toEqual(['element.missing', 'year.missing'])
  })

  it('may ask for its cookie back', async () => {
    expect(await codesAt('/cookie')).toEqual([])
  })

  it('is told what of accessibility is broken, by rule', async () => {
    const { findings, passes } = await look(`${site.origin}/unjust`)
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(
      'accessibility.broken image-alt',
    )
    expect(passes).toBe(true)
  })
})

describe('an address that leads astray', () => {
  it.each(['/circle', '/step-0'])('%s leads on without end', async (at) => {
    expect(await codesAt(at)).toEqual(['redirect.endless'])
  })

  it.each([
    'http://inner.example/',
    'http://half.example/',
    'http://mapped.example/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::10.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:a00:1::1]/',
    'http://[fe80::1]/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://100.64.0.1/',
  ])('%s is of a private network', async (address) => {
    expect((await look(address)).findings).toMatchObject([{ code: 'address.private', weight: 'fails' }])
  })

  it.each(['/inner', '/metadata'])('%s is led into a private network, and does not get there', async (at) => {
    expect(await codesAt(at)).toEqual(['address.private'])
  })

  it.each(['ftp://a.example/', 'javascript:alert(1)', 'http://me:secret@a.example/', 'nowhere'])(
    '%s is no address of the web',
    async (address) => {
      expect((await look(address)).findings.map(({ code }) => code)).toEqual(['address.unreadable'])
    },
  )

  it('is not led to a file of this machine', async () => {
    expect(await codesAt('/file')).toEqual(['address.unreadable'])
  })

  it('is not asked where its host is not on the list, and own means the very origin', async () => {
    const leave = { ownOrigins: [secure.origin], hosts: new Set<string>() }
    const before = site.asked.length
    expect((await look(`${site.origin}/report`, {}, leave)).findings).toMatchObject([
      { code: 'address.not-allowed' },
    ])
    expect((await look(`${site.origin}/report`, {}, { ...leave, hosts: null })).findings).toMatchObject([
      { code: 'address.private' },
    ])
    expect(site.asked).toHaveLength(before)
  })

  it('has a name that nobody knows', async () => {
    expect((await look('https://nobody.example/')).findings).toMatchObject([
      { code: 'name.unknown', detail: { host: 'nobody.example' } },
    ])
  })
})

describe('an answer that hinders', () => {
  it.each([
    ['/drip', 'answer.slow'],
    ['/declared', 'answer.too-large'],
    ['/streamed', 'answer.too-large'],
    ['/bomb', 'answer.too-large'],
    ['/broken', 'connection.broken'],
    ['/switching', 'connection.broken'],
    ['/nothing', 'status.error'],
    ['/empty', 'content.empty'],
  ])('%s is %s', async (at, code) => {
    expect(await codesAt(at)).toEqual([code])
  })

  it('refuses the connection', async () => {
    const gone = await openSite({})
    await gone.close()
    const { findings } = await look(gone.origin, {}, { ownOrigins: [gone.origin], hosts: null })
    expect(findings.map(({ code }) => code)).toEqual(['connection.refused'])
  })

  it('has a certificate that nobody vouches for: nothing of it is read', async () => {
    const result = await look(`${untrusted.origin}/report`)
    expect(result).toMatchObject({ sha256: null, status: null, findings: [{ code: 'certificate.broken' }] })
    expect(untrusted.asked).toEqual([])
  })

  it('has a certificate that holds, or is about to end', async () => {
    const result = await look(`${secure.origin}/report`)
    expect(result).toMatchObject({
      passes: true,
      findings: [],
      facts: { certificate: { subject: 'watched.test', issuer: 'Test' } },
    })
    expect((await look(`${ending.origin}/report`)).findings).toMatchObject([
      { code: 'certificate.expiring', weight: 'warns' },
    ])
  })
})

describe('a document', () => {
  it.each([
    ['/hostile.pdf', 'content.active'],
    ['/hostile.svg', 'content.active'],
    ['/damaged.pdf', 'content.unreadable'],
    ['/scan.pdf', 'pdf.no-text'],
  ])('%s is found as %s', async (at, code) => {
    expect(await codesAt(at)).toEqual([code])
  })

  it('that was replaced has another hash', async () => {
    expect(await codesAt('/scan.pdf', { sha256: 'a'.repeat(64) })).toEqual(['file.changed', 'pdf.no-text'])
  })

  it('lost a column', async () => {
    const columns = { marks: [{ ...mark, anyOf: [], columns: [['วงเงิน', 'งบประมาณ'], ['ผู้ชนะ']] }] }
    expect(await codesAt('/whole.xlsx', columns)).toEqual([])
    expect(await codesAt('/lacking.xlsx', columns)).toEqual(['column.missing'])
  })

  it('that a page leads to is gone', async () => {
    expect((await look(`${site.origin}/dead-link`)).findings).toMatchObject([
      { code: 'link.dead', weight: 'fails', subject: `${site.origin}/gone` },
    ])
  })
})

it('leaves nothing on the disk', () => {
  expect(readdirSync(folder)).toEqual([])
})
