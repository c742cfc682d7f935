import { spawnSync } from 'node:child_process'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import routes from '../../app/routes.ts'
import { isForStaff, isPersonal } from '../../app/web/addresses.ts'
import { startProgram } from '../journeys/support/program.ts'
import { freshInstallation } from '../support/database.ts'
import { auditedIn, endRolesYesterday, type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'

const PORT = 4131
const FORM = 'application/x-www-form-urlencoded'
const NAME_OF_ONE = 'หน่วยงานลับ-one'

let one: SeededAgency
let two: SeededAgency
let env: Record<string, string>
let stop: () => Promise<void>
beforeAll(async () => {
  const installation = await freshInstallation()
  env = { ...installation.env, PORT: String(PORT), AGENCY_CODE: 'one', ORIGIN: 'https://example.go.th' }
  ;[one, two] = await seedTwoAgencies(env)
  importExample(env)
  const program = startProgram(env)
  stop = async () => {
    program.child.kill('SIGTERM')
    await program.ended
    await installation.remove()
  }
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
})
afterAll(() => stop?.())

/** The example, published by the first agency. */
function importExample(env: Record<string, string>) {
  const command = ['cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--agency-name', NAME_OF_ONE]
  const imported = spawnSync(process.execPath, command, { env: { ...process.env, ...env }, encoding: 'utf8' })
  if (imported.status !== 0) throw new Error(imported.stderr)
}

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>
type Asking = Readonly<{
  host: string
  cookie?: string
  method?: 'GET' | 'HEAD' | 'POST' | 'TRACE' | 'PUT' | 'DELETE'
  crossSite?: true
  body?: string
  kind?: string
}>

function ask(
  path: string,
  { host, cookie, method = 'GET', crossSite, body: sent = 'name=x', kind = FORM }: Asking,
): Promise<Answer> {
  const headers = {
    Host: host,
    'Sec-Fetch-Site': crossSite ? 'cross-site' : 'same-origin',
    ...(cookie === undefined ? {} : { Cookie: cookie }),
    ...(method === 'POST' && {
      ...(kind !== '' && { 'Content-Type': kind }),
      'Content-Length': String(Buffer.byteLength(sent)),
    }),
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: PORT, path, method, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? sent : undefined)
  })
}

/** Every address of `routes.ts` as somebody would write it who knows the identifiers of an agency, in both languages. */
function addressesOf({ ids }: SeededAgency): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    year: '2567',
    issue: '1',
    file: 'report-2567.pdf',
    code: 'O28',
    token: ids.link,
    number: '1',
    secret: 'A'.repeat(43),
    ...ids,
  }
  const filled = (path: string) =>
    path
      .replace(/\*$/, 'nowhere')
      .replace(/:([a-z][a-z0-9]*)/gi, (_param, name: string) => values[name] ?? ids.person)
  const inBoth = (path: string) =>
    path.startsWith('en?/') ? [path.slice('en?'.length), `/en${path.slice('en?'.length)}`] : [`/${path}`]
  const walk = (entries: readonly RouteConfigEntry[]): string[] =>
    entries.flatMap((entry) => [
      ...(entry.index ? ['/'] : entry.path === undefined ? [] : inBoth(entry.path).map(filled)),
      ...walk(entry.children ?? []),
    ])
  return [...new Set(walk(routes as RouteConfigEntry[]))]
}

/** Words of a page: marks that hold a word together stand within it. */
const wordsOf = (body: string) => body.replace(/<[^>]+>/g, '') + body

const told = ({ body, headers }: Answer, { secrets }: SeededAgency): readonly string[] =>
  secrets.filter((secret) => `${wordsOf(body)}${JSON.stringify(headers)}`.includes(secret))

/** The way to the sign-in names the page that was asked for, and tells nobody what they did not know. */
const notIn = (address: string) => (secret: string) => !address.includes(secret)

describe('what is no form', { timeout: 120_000 }, () => {
  it('is refused with words by every screen that takes one, and breaks none', async () => {
    for (const address of addressesOf(one).filter(isPersonal))
      for (const [kind, body] of [
        ['text/plain', 'x'],
        ['multipart/form-data; boundary=x', '--x\r\nbroken'],
        ['application/json', '{'],
      ] as const) {
        const answer = await ask(address, { ...one, method: 'POST', body, kind })
        expect(answer.status, `${address} ${kind}`).toBeLessThan(500)
      }
    expect((await ask('/office', one)).status).toBe(200)
  })

  it('nothing sent as nothing is a form without fields', async () => {
    const parts = ['/units', '/holidays', '/roster', '/desk/settings', '/site/profile'].map(
      (part) => `/office${part}`,
    )
    for (const address of ['/sign-in', '/sign-in/forgot', ...parts]) {
      const answer = await ask(address, { ...one, method: 'POST', kind: '', body: '' })
      expect(answer.status, address).toBeLessThan(500)
    }
  })

  it('a year that is none is not there', async () => {
    for (const year of ['copy', 'NaN', '99999'])
      for (const part of ['', '/sheet', '/sheet/measures.csv', '/issues/add'])
        if (year !== 'copy' || part !== '')
          expect((await ask(`/office/cycles/${year}${part}`, one)).status, `${year}${part}`).toBe(404)
  })

  it('a method that no page of ours sends is refused as such', async () => {
    for (const method of ['TRACE', 'PUT', 'DELETE'] as const)
      for (const address of ['/sign-in', '/office/units', '/verify', '/whistleblow/report', '/complaint/new'])
        expect((await ask(address, { ...one, method })).status, `${method} ${address}`).toBe(405)
  })
})

// First, since many refusals within an hour are only counted.
describe('what is refused is said, and kept in the audit log', () => {
  it('a post that another site made a browser send', async () => {
    const answer = await ask('/office/units', { ...one, method: 'POST', crossSite: true })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('ไม่รับคำขอนี้')
    expect(await auditedIn(env, one, 'post.refused')).toContainEqual(
      expect.objectContaining({ object: '/office/units', detail: { reason: 'cross-site' } }),
    )
  })

  it('a cookie of another agency, one that was changed, and one that was guessed', async () => {
    const guessed = `__Host-session=${one.id}.${'A'.repeat(43)}`
    for (const cookie of [two.cookie, one.cookie.replace('.', '!'), guessed]) {
      const answer = await ask('/office', { host: one.host, cookie })
      expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?to=%2Foffice'])
    }
    const kept = await auditedIn(env, one, 'session.refused')
    for (const reason of ['foreign', 'tampered', 'unknown'])
      expect(kept).toContainEqual(expect.objectContaining({ detail: { reason } }))
  })
})

describe('the walls between agencies, address by address', { timeout: 120_000 }, () => {
  it('knows every address of the site', () => {
    const addresses = addressesOf(one)
    expect(addresses).toEqual(
      expect.arrayContaining(['/', '/en', '/sign-in', '/office', '/en/office/account']),
    )
    expect(addresses.filter((address) => /[:?]/.test(address))).toEqual([])
  })

  it('its own people see their agency', async () => {
    const account = await ask('/office/account', one)
    expect([account.status, told(account, one).length > 0]).toEqual([200, true])
    expect(told(await ask('/office/account', two), two).length).toBeGreaterThan(0)
  })

  it('its own people see what the site and the disclosure centre hold', async () => {
    for (const [part, word] of [
      [`site/pages/${one.ids.pageId}`, 'หน้าลับ-one'],
      [`disclosure-facts/${one.ids.factId}`, 'ข้อมูลลับ-one'],
      [
        `watch/address?address=${encodeURIComponent('https://seen-one.example/')}`,
        'https://seen-one.example/',
      ],
    ] as const) {
      const answer = await ask(`/office/${part}`, one)
      expect([answer.status, told(answer, one)], part).toEqual([200, expect.arrayContaining([word])])
    }
  })

  it('its own people see its results', async () => {
    for (const [part, ...words] of [
      ['import', 'ไฟล์ผลลับ-one', 'วิธีอ่านลับ-one'],
      [`import/${one.ids.uploadId}`, 'ไฟล์รอลับ-one'],
      ['answers', 'ไฟล์คำตอบลับ-one'],
      ['compare', 'ชุดผลลับ-one'],
      ['peers', 'หน่วยงานอื่นลับ-one'],
    ]) {
      const answer = await ask(`/office/scores/${part}`, one)
      expect(told(answer, one), part).toEqual(expect.arrayContaining(words))
    }
  })

  it('nobody gets into the office, neither reading nor sending', async () => {
    for (const address of addressesOf(one).filter(isForStaff))
      for (const method of ['GET', 'POST'] as const) {
        const answer = await ask(address, { host: one.host, method })
        const name = `${method} ${address}`
        expect([303, 405], name).toContain(answer.status)
        if (answer.status === 303) expect(answer.headers.location, name).toMatch(/^(\/en)?\/sign-in(\?|$)/)
        expect(told(answer, one).filter(notIn(address)), name).toEqual([])
      }
  })

  it("another agency's people get in nowhere with their session, and it is taken from them", async () => {
    for (const address of addressesOf(one).filter(isForStaff))
      for (const method of ['GET', 'POST'] as const) {
        const answer = await ask(address, { host: one.host, cookie: two.cookie, method })
        const name = `${method} ${address}`
        expect([303, 405], name).toContain(answer.status)
        if (answer.status === 303) expect(answer.headers.location, name).toMatch(/^(\/en)?\/sign-in(\?|$)/)
        if (answer.status === 303)
          expect(answer.headers['set-cookie']?.join(), name).toMatch(/__Host-session=;.*Max-Age=0/)
        expect([...told(answer, one), ...told(answer, two)].filter(notIn(address)), name).toEqual([])
      }
  })

  it('at home, nobody of another agency reads a word of this one by its identifiers', async () => {
    for (const address of addressesOf(one))
      for (const method of ['GET', 'POST'] as const) {
        if (method === 'POST' && /\/(sign-out|account\/sessions)$/.test(address)) continue
        const answer = await ask(address, { ...two, method })
        const name = `${method} ${address}: ${answer.status}`
        expect(answer.status, name).toBeLessThan(500)
        // The address itself may be said again, nothing else.
        const own = Object.values(one.ids).filter((id) => address.includes(id))
        expect(
          told(answer, one).filter((secret) => !own.includes(secret)),
          name,
        ).toEqual([])
      }
  })

  it('public pages of one agency are not those of another, kept ones neither', async () => {
    const addresses = addressesOf(one).filter((path) => !isPersonal(path))
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const home = await ask(address, { host: one.host })
        return { address, home, away: await ask(address, { host: two.host }) }
      }),
    )
    const published = answers.filter(
      ({ home }) => home.status === 200 && wordsOf(home.body).includes(NAME_OF_ONE),
    )
    expect(published.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['/', '/en', '/reports/2567', '/en/reports/2567/issues/1', '/oit/2567/O28']),
    )
    for (const { address, away } of answers) expect(wordsOf(away.body), address).not.toContain(NAME_OF_ONE)
    for (const address of ['/reports/2567', '/reports/2567/issues/1', '/reports/2567/files/report-2567.json'])
      expect((await ask(address, { host: two.host })).status, address).toBe(404)
  })

  it('who asks for the head alone takes nothing from who comes next', async () => {
    // Of a year that nobody has asked for yet: nothing of it is kept.
    for (const path of ['/oit/2568', '/oit/2568/items.csv', '/oit/2568/items.json', '/api/v1/oit/2568']) {
      expect((await ask(path, { host: one.host, method: 'HEAD' })).status, path).toBe(200)
      expect((await ask(path, { host: one.host })).body.length, path).toBeGreaterThan(0)
    }
  })

  it('a host that is nobody’s is no site', async () => {
    expect((await ask('/', { host: 'three.example.go.th' })).status).toBe(404)
    expect((await ask('/office', { host: 'three.example.go.th', cookie: one.cookie })).status).toBe(404)
  })

  it('no page has a second address, by which it would be met past its door', async () => {
    for (const address of addressesOf(one))
      for (const asking of [{ ...one }, { ...one, method: 'POST', crossSite: true }] as const) {
        const answer = await ask(`${address === '/' ? '/_root' : address}.data`, asking)
        expect([answer.status, told(answer, one)], address).toEqual([400, []])
      }
  })

  it('more than any form holds is refused before it is read', async () => {
    const asking = { host: one.host, method: 'POST', body: `email=${'a'.repeat(70_000)}` } as const
    expect((await ask('/sign-in', asking)).status).toBe(413)
    expect((await ask('/office/roster', { ...asking, cookie: one.cookie })).status).toBe(422)
  })

  it('nothing that another site makes a browser send is taken', async () => {
    for (const address of addressesOf(one).filter(isPersonal)) {
      const answer = await ask(address, { ...one, method: 'POST', crossSite: true })
      expect([403, 405], address).toContain(answer.status)
      expect(told(answer, one), address).toEqual([])
    }
    expect((await ask('/office/account', one)).status).toBe(200)
  })
})

describe('the headers of every kind of answer', () => {
  const kinds = () =>
    [
      ['a page for everybody', '/reports/2567', { host: one.host }],
      ['a file', '/reports/2567/files/report-2567.json', { host: one.host }],
      ['a file of the pages', '/display.js', { host: one.host }],
      ['a page that is not there', '/nowhere', { host: one.host }],
      ['signing in', '/sign-in', { host: one.host }],
      ['the office', '/office', one],
      ['the way to signing in', '/office', { host: one.host }],
      ['what another site sends', '/sign-in', { host: one.host, method: 'POST', crossSite: true }],
      ['an address that cannot be read', '/%', { host: one.host }],
      ['no site', '/', { host: 'three.example.go.th' }],
      ['alive', '/healthz', { host: one.host }],
    ] as const

  it('let nothing inline run, nobody frame the page, and no other site read it', async () => {
    for (const [kind, path, asking] of kinds()) {
      const { headers } = await ask(path, asking)
      const csp = String(headers['content-security-policy'])
      expect(csp, kind).toMatch(/^default-src 'none'; script-src '(self|nonce-[A-Za-z0-9+/]{22}==)';/)
      expect(csp, kind).not.toMatch(/unsafe|\*|https?:/)
      expect(csp, kind).toContain("frame-ancestors 'none'")
      expect(headers, kind).toMatchObject({
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it('no page has a script, a style or a handler of its own, and personal ones name the nonce', async () => {
    const pages = kinds().filter(([, path]) => !/\.(js|json)$|healthz/.test(path))
    for (const [kind, path, asking] of pages) {
      const { body, headers } = await ask(path, asking)
      expect(body, kind).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
      const nonce = /nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
      const scripts = body.match(/<script[^>]*>/g) ?? []
      for (const script of scripts)
        if (nonce === undefined) expect(script, kind).not.toContain('nonce')
        else expect(script, kind).toContain(`nonce="${nonce}"`)
    }
  })

  it('cookies are of this host alone, sent over https, and unread by scripts', async () => {
    const signedIn = await ask(`/sign-in/link/${one.ids.link}`, { host: one.host, method: 'POST', body: '' })
    expect(signedIn.status).toBe(303)
    const cookies = signedIn.headers['set-cookie'] ?? []
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-session', '__Host-browser'])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
      expect(cookie).not.toContain('Domain')
    }
    // The link was good once.
    expect(
      (await ask(`/sign-in/link/${one.ids.link}`, { host: one.host, method: 'POST', body: '' })).status,
    ).toBe(422)
  })
})

describe('a role', () => {
  it('that ended yesterday opens nothing today, and every try is kept in the audit log', async () => {
    expect((await ask('/office/people', two)).status).toBe(200)
    await endRolesYesterday(env, two)
    const answer = await ask('/office/people', two)
    expect(answer.status).toBe(403)
    const sent = await ask('/office/units', { ...two, method: 'POST', body: 'act=found&nameTh=x' })
    expect(sent.status).toBe(403)
    const kept = await auditedIn(env, two, 'permission.refused')
    for (const object of ['person.read', 'unit.change'])
      expect(kept).toContainEqual(expect.objectContaining({ actor: 'บุคคลลับ-two', object }))
  })
})
