import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProgram } from '../journeys/support/program.ts'
import { freshInstallation } from '../support/database.ts'
import { auditedIn, endRolesYesterday, type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'

const PORT = 4137
const IMPORT = '/office/scores/import'
const ANSWERS = '/office/scores/answers'

let one: SeededAgency
let two: SeededAgency
let env: Record<string, string>
let stop: () => Promise<void>
beforeAll(async () => {
  const installation = await freshInstallation()
  env = { ...installation.env, PORT: String(PORT), AGENCY_CODE: 'one', ORIGIN: 'https://example.go.th' }
  ;[one, two] = await seedTwoAgencies(env)
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

type Fields = Readonly<Record<string, string | File>>
type Answer = Readonly<{ status: number; to: string; body: string }>

/** Asks as the browser of an agency's coordinator; with fields it sends a form. */
async function ask(path: string, who: SeededAgency, fields?: Fields): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields ?? {})) form.set(name, value)
  // Taken apart first, so that its length is said.
  const sent = new Response(form)
  const body = Buffer.from(await sent.arrayBuffer())
  const headers = {
    Host: who.host,
    'Sec-Fetch-Site': 'same-origin',
    Cookie: who.cookie,
    ...(fields && {
      'Content-Type': sent.headers.get('content-type') ?? '',
      'Content-Length': String(body.length),
    }),
  }
  const method = fields ? 'POST' : 'GET'
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: PORT, path, method, headers }, (answer) => {
      let said = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        said += chunk
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? '', body: said }),
      )
    })
    asked.on('error', reject)
    asked.end(fields ? body : undefined)
  })
}

const file = (...lines: string[]) => new File([lines.join('\n')], 'ผล.csv', { type: 'text/csv' })
const seenIn = ({ body }: Answer) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
const TOTALS = 'ปี,คะแนนรวม,IIT,EIT,OIT'
const PEERS = 'หน่วยงาน,ปี,คะแนนรวม'
const HEADS = 'agency,instrument,i1,e1'

/** Sends a file of results and answers the page that it waits on, with what that page shows. */
async function waiting(of: 'scores' | 'peers', ...lines: string[]) {
  const kept = await ask(IMPORT, one, { of, file: file(...lines) })
  expect([kept.status, kept.body]).toEqual([303, ''])
  return { page: kept.to, seen: seenIn(await ask(kept.to, one)) }
}

async function answersWaiting(...lines: string[]) {
  const kept = await ask(ANSWERS, one, { year: '2567', file: file(HEADS, ...lines) })
  expect([kept.status, kept.body]).toEqual([303, ''])
  const page = kept.to.split('?')[0] ?? ''
  const shown = await ask(kept.to, one)
  return { page, fields: { act: 'import', year: '2567', agency: 'A', seen: seenIn(shown) } }
}

describe.each([
  ['scores', TOTALS, '2567,90,27,27,36', '2567,88,26,26,36', 'score-sheet.imported'],
  ['peers', PEERS, 'เทศบาลสมมติ,2567,90', 'เทศบาลสมมติ,2567,88', 'peers.imported'],
] as const)('a file of %s', (of, heads, row, corrected, action) => {
  it('comes in once, however often it is confirmed', async () => {
    const { page, seen } = await waiting(of, heads, row)
    expect(seen).not.toBe('')
    const both = await Promise.all([1, 2].map(() => ask(page, one, { act: 'import', seen })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await ask(page, one, { act: 'import', seen })).status).toBe(404)
    expect((await ask(page, one)).status).toBe(404)
    expect(await auditedIn(env, one, action)).toHaveLength(1)
  })

  it('is shown again where somebody brought in other figures meanwhile', async () => {
    const [first, second] = [await waiting(of, heads, corrected), await waiting(of, heads, corrected)]
    expect((await ask(second.page, one, { act: 'import', seen: second.seen })).status).toBe(303)
    const late = await ask(first.page, one, { act: 'import', seen: first.seen })
    expect(late.status).toBe(409)
    expect((await ask(first.page, one, { act: 'import', seen: '' })).status).toBe(409)
    expect((await ask(first.page, one, { act: 'drop' })).status).toBe(303)
    expect((await ask(first.page, one)).status).toBe(404)
  })

  it('of another agency is no file at all, for whatever is asked of it', async () => {
    const { page, seen } = await waiting(of, heads, row)
    expect((await ask(page, two)).status).toBe(404)
    for (const act of ['map', 'save', 'drop', 'import'])
      expect((await ask(page, two, { act, seen, name: 'x', 'head.0': 'ปี', 'means.0': 'year' })).status).toBe(
        404,
      )
    expect(seenIn(await ask(page, one))).toBe(seen)
    // Nor is it one of answers.
    const asAnswers = await ask(page.replace(IMPORT, ANSWERS), one)
    expect([asAnswers.status, asAnswers.to]).toEqual([303, `${ANSWERS}?done=gone`])
  })

  it('takes a mapping that was forged by hand, and is none the worse for it', async () => {
    const { page } = await waiting(of, heads, row)
    const forged = {
      act: 'map',
      'head.0': '__proto__\u0000',
      'means.0': 'figure:constructor',
      'head.1': 'ปี',
      'means.1': 'nothing else',
      'word.0': '__proto__\u0000',
      'level.0': '{"a":"\u0000"}',
      agency: '#\u0000',
      year: '9'.repeat(400),
      scale: '__proto__',
    }
    expect((await ask(page, one, forged)).status).toBe(422)
    expect((await ask(page, one, { ...forged, year: '' })).status).toBe(303)
    expect((await ask(page, one)).status).toBe(200)
    expect((await ask(page, one, { act: 'save', name: `${'ก'.repeat(299)}😀\u0000` })).status).toBe(303)
  })
})

describe('a file of answers', () => {
  it('counts once, however often it is confirmed', async () => {
    const { page, fields } = await answersWaiting('A,IIT,1,', 'A,EIT,,2')
    expect(fields.seen).not.toBe('')
    const both = await Promise.all([1, 2].map(() => ask(page, one, fields)))
    const ends = both.map(({ status, to }) => `${status} ${to.includes('done=imported')}`)
    expect(ends.filter((end) => end === '303 true')).toHaveLength(1)
    const again = await ask(page, one, fields)
    expect([again.status, again.to]).toEqual([303, `${ANSWERS}?done=gone`])
    expect((await ask(page, one)).to).toBe(`${ANSWERS}?done=gone`)
    expect(await auditedIn(env, one, 'answers.imported')).toHaveLength(2)
  })

  it('is shown again where others were counted meanwhile', async () => {
    const first = await answersWaiting('A,IIT,2,')
    const second = await answersWaiting('A,IIT,3,')
    expect((await ask(second.page, one, second.fields)).to).toContain('done=imported')
    expect((await ask(first.page, one, first.fields)).status).toBe(409)
    expect((await ask(first.page, one, { ...first.fields, year: 'x', seen: '' })).status).toBe(422)
  })

  it('of another agency is no file at all, nor one of results', async () => {
    const { page, fields } = await answersWaiting('A,IIT,4,')
    for (const sent of [undefined, fields, { act: 'drop' }]) {
      const answer = await ask(page, two, sent)
      expect([answer.status, answer.to]).toEqual([303, expect.stringMatching(/done=(?:gone|dropped)$/)])
    }
    expect((await ask(page.replace(ANSWERS, IMPORT), one)).status).toBe(404)
    expect((await ask(page.replace(ANSWERS, IMPORT), one, { act: 'drop' })).status).toBe(404)
    expect(seenIn(await ask(page, one))).toBe(fields.seen)
  })

  it('says what is to be done with disclosure scores in it', async () => {
    const kept = await ask(ANSWERS, one, {
      year: '2567',
      file: file('agency,instrument,i1,o1', 'A,IIT,1,', 'A,OIT,,100'),
    })
    const { body } = await ask(kept.to, one)
    expect(body).toContain('2567, o1, 100')
    expect(body).toContain(`href="${IMPORT}"`)
  })
})

// Last, since the roles end.
it('who may bring in nothing is refused at every one of these addresses', async () => {
  const results = await waiting('scores', TOTALS, '2567,70,20,20,30')
  const answers = await answersWaiting('A,IIT,1,', 'A,IIT,2,')
  await endRolesYesterday(env, one)
  for (const [page, fields] of [
    [IMPORT, { file: file(TOTALS) }],
    [IMPORT, { act: 'remove', id: one.id }],
    [results.page, { act: 'import', seen: results.seen }],
    [results.page, { act: 'map' }],
    [results.page, { act: 'save', name: 'x' }],
    [results.page, { act: 'drop' }],
    [ANSWERS, { year: '2567', file: file(HEADS) }],
    [`${ANSWERS}?year=2567`, { act: 'target', instrument: 'IIT', 'nRequired-IIT': '9' }],
    [`${ANSWERS}?year=2567`, { act: 'take', seen: '' }],
    [ANSWERS, { act: 'withdraw', batchId: one.id }],
    [answers.page, answers.fields],
    [answers.page, { act: 'drop' }],
  ] as const)
    expect((await ask(page, one, fields)).status, `${page} ${JSON.stringify(fields)}`).toBe(403)
})
