import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { startProgram } from '../tests/journeys/support/program.ts'
import { freshInstallation } from '../tests/support/database.ts'
import { type SeededAgency, seedTwoAgencies } from '../tests/support/two-agencies.ts'
import { sendAll } from './fuzz.ts'
import { judge } from './fuzzing/judge.ts'
import { fuzzRequest } from './fuzzing/request.ts'
import { hangUp } from './ground/browser.ts'
import { type Ground, groundOf } from './people/seen-site.ts'
import type { Who } from './people/who.ts'

const PORT = 4137
const REQUESTS = 300
const PAGES_OF_EACH = 12
const SEED = 7

let agencies: readonly SeededAgency[]
let isAlive = () => true
let ground: Ground
let stop: () => Promise<void>
beforeAll(async () => {
  const installation = await freshInstallation()
  const env = {
    ...installation.env,
    PORT: String(PORT),
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    TRUST_PROXY: '1',
  }
  agencies = await seedTwoAgencies(env)
  const program = startProgram(env)
  isAlive = () => program.child.exitCode === null
  stop = async () => {
    hangUp()
    program.child.kill('SIGTERM')
    await program.ended
    await installation.remove()
  }
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
  const people = agencies.flatMap(({ host, cookie, ids }): Who[] => [
    { port: PORT, host, cookie: null, personId: null, as: 'visitor' },
    { port: PORT, host, cookie, personId: ids.person, as: 'administrator' },
  ])
  ground = await groundOf(people, PAGES_OF_EACH)
})
afterAll(() => stop?.())

describe('the fuzz', { timeout: 120_000 }, () => {
  it('knows every address and finds forms by itself', () => {
    expect(ground.patterns).toEqual(expect.arrayContaining(['/', '/en/office/people', '/reports/:year']))
    expect(ground.forms.map(({ form }) => form.action)).toContain('/search')
    expect(ground.forms.length).toBeGreaterThan(10)
  })

  it('makes the same request of the same number again, and another of another', () => {
    expect(fuzzRequest(SEED, 12, ground)).toEqual(fuzzRequest(SEED, 12, ground))
    expect(fuzzRequest(SEED, 13, ground)).not.toEqual(fuzzRequest(SEED, 12, ground))
  })

  it('finds nothing in a few hundred requests', async () => {
    const { figures, faults } = await sendAll(ground, {
      rounds: REQUESTS,
      seed: SEED,
      judging: {
        folders: [projectRoot],
        secrets: new Map(agencies.map(({ host, ids }) => [host, [ids.person]])),
        longestMs: 30_000,
      },
      isAlive,
      onSent: () => {},
      onFault: () => {},
    })
    expect(faults).toEqual([])
    expect(figures.requests).toBe(REQUESTS)
    expect(isAlive()).toBe(true)
  })
})

describe('its judge', () => {
  const asked = () => ({ ...fuzzRequest(SEED, 1, ground), isBroken: false, path: '/', body: Buffer.alloc(0) })
  const headers = new Map([
    ['content-type', 'text/html; charset=utf-8'],
    ['content-security-policy', "default-src 'none'"],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
  ])
  const options = {
    folders: ['/srv/prongsai'],
    secrets: new Map<string, readonly string[]>(),
    longestMs: 1_000,
  }
  const judged = (body: string, status = 200) =>
    judge(asked(), { status, headers, body: Buffer.from(body), ms: 1 }, options)

  it('has nothing against a page on which a text stands as a text', () => {
    expect(judged('<p>&lt;mrkz&gt;</p><input value="&quot;&gt;&lt;mrkz onmrkz=1">')).toEqual([])
  })

  it.each([
    ['an element', '<p><mrkz></p>'],
    ['an attribute', '<input value="" onmrkz="1">'],
    ['a link that runs', '<a href="javascript:mrkz">x</a>'],
    ['the inside', '<pre>\n    at work (file:///x.js:1:1)</pre>'],
    ['the inside', '/srv/prongsai/data'],
    ['the inside', 'duplicate key value violates unique constraint'],
  ])('sees %s', (what, body) => {
    expect(judged(body).join()).toContain(what.replace('an ', '').replace('a ', ''))
  })

  it('takes 500 for a fault, and 503 for none', () => {
    expect([judged('', 500), judged('', 503)]).toEqual([['answers 500'], []])
  })
})
