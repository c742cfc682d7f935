import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tendChannel } from '../../app/features/protected/deadlines/tend-channel.server.ts'
import type { AppointmentKind } from '../../app/features/protected/receiving/appointment.domain.ts'
import type { OpenHolder } from '../../app/features/protected/receiving/own-vaults.server.ts'
import { type Program, startProgram } from '../journeys/support/program.ts'
import type { Answer } from '../support/asking.ts'
import { freshInstallation } from '../support/database.ts'
import { searchLeft } from '../support/left-behind.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { type Needle, needlesOf, newMarkers } from '../support/marker-search.ts'
import { personIn } from '../support/program-person.ts'
import { hiddenValue, receiptIn, sendTo, wordsIn } from '../support/report-sending.ts'
import { releaseAndHold } from '../support/sealed-custody.ts'
import {
  appointIn,
  inChannelOf,
  listReportIds,
  openedBy,
  openTheChannel,
  readAll,
} from '../support/sealed-program.ts'
import { multipart, type SentForm, urlEncoded } from '../support/sent-form.ts'
import { type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'

/**
 * A marker is put into everything that can be written to the protected channel, through the addresses of a program that runs;
 * then every byte is searched that the program leaves anywhere. The same search finds what was written elsewhere.
 */

const PORT = 4164
const NETWORK = '198.51.100.213'
const BROWSER = 'Browser of somebody who reports/7.31'

const sealed = newMarkers()
const ordinary = newMarkers()
/** What else must stand nowhere: codes, keys and sessions as they were given out. */
const secrets: Needle[] = [...needlesOf(NETWORK), ...needlesOf(BROWSER)]

let env: Record<string, string>
let folder: string
let at: SeededAgency
let mail: MailServer
let program: Program
let said = ''
let remove: () => Promise<void>
const people: Record<string, Colleague> = {}
const reports: Record<'first' | 'second', string> = { first: '', second: '' }

beforeAll(async () => {
  const installation = await freshInstallation()
  remove = installation.remove
  mail = await openMailServer()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-sealed-'))
  mkdirSync(path.join(folder, 'tmp'))
  env = {
    ...installation.env,
    PORT: String(PORT),
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    TRUST_PROXY: '1',
    SMTP_URL: mail.url,
    MAIL_FROM: 'ita@agency.example',
    LOG_LEVEL: 'debug',
    // Read by everything that writes a file for a while: the program, its workers and its PostgreSQL.
    TMPDIR: path.join(folder, 'tmp'),
  }
  ;[at] = await seedTwoAgencies(env)
  program = startProgram(env)
  program.child.stdout?.on('data', (piece) => {
    said += piece
  })
  program.child.stderr?.on('data', (piece) => {
    said += piece
  })
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
  await inChannel((ctx) => openTheChannel(ctx, [], { digestHours: [...Array(24).keys()] }))
})
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await mail?.close()
  await remove?.()
  rmSync(folder, { recursive: true, force: true })
})

type InChannel = Parameters<typeof inChannelOf>[2]
const inChannel = <T>(work: (ctx: Parameters<InChannel>[0]) => Promise<T>): Promise<T> =>
  inChannelOf(env, { id: at.id, code: 'one' }, work)

/** Asks the program as a browser does, from one network. */
async function ask(
  address: string,
  sent: SentForm | null = null,
  cookies: readonly string[] = [],
): Promise<Answer> {
  const answer = await sendTo({
    port: PORT,
    host: at.host,
    address,
    method: sent ? 'POST' : 'GET',
    headers: {
      ...sent?.headers,
      'X-Forwarded-For': NETWORK,
      'User-Agent': BROWSER,
      Referer: `https://${at.host}/whistleblow/report?from=${encodeURIComponent(sealed.in('referrer'))}`,
      ...(cookies.length > 0 && { Cookie: cookies.join('; ') }),
    },
    ...(sent && { body: sent.body }),
  })
  if (answer === null) throw new Error(`no answer of ${address}`)
  return answer
}

const cookieIn = ({ headers }: Answer, name: string): string => {
  const [cookie] = (headers['set-cookie'] ?? []).flatMap((one) =>
    one.startsWith(name) ? [one.split(';')[0]] : [],
  )
  if (!cookie) throw new Error(`no cookie ${name}`)
  secrets.push(...needlesOf(cookie.slice(name.length + 1)))
  return cookie
}

/** Somebody appointed, with a vault that they made at its address. */
type Colleague = Readonly<{
  personId: string
  keyId: string
  passphrase: string
  /** Of their browser, in which the vault is open. */
  cookies: readonly string[]
}>

async function appoint(name: string, kind: AppointmentKind, step: number): Promise<Colleague> {
  const who = await personIn(env, { agencyCode: 'one', email: `${name}@agency.example` })
  const { personId } = who
  const appointmentId = await inChannel((ctx) => appointIn(ctx, { personId, kind, name, step }))
  const passphrase = sealed.in(`passphrase of ${name}`)
  const made = await ask(
    '/office/protected/vault',
    urlEncoded({ act: 'make', of: appointmentId, freshSecret: passphrase, againSecret: passphrase }),
    [who.cookie],
  )
  expect(made.status, made.body).toBe(200)
  const recoveryKey = /class="recovery-key">([^<]+)</.exec(made.body)?.[1] ?? ''
  expect(recoveryKey.length).toBeGreaterThan(40)
  secrets.push(...needlesOf(recoveryKey), ...needlesOf(recoveryKey.replaceAll(' ', '-')))
  const desk = await opened({ ...who, passphrase })
  const holder = desk[0]?.holder
  if (!holder) throw new Error('the vault does not open')
  return { ...who, keyId: holder.keyId, passphrase, cookies: [who.cookie, cookieIn(made, '__Host-vault')] }
}

/** What somebody has open once they typed their passphrase. */
const opened = (who: Pick<Colleague, 'personId' | 'passphrase'>): Promise<readonly OpenHolder[]> =>
  inChannel((ctx) => openedBy(ctx, who))

const holderOf = async (name: string): Promise<OpenHolder> => {
  const [holder] = await opened(people[name] as Colleague)
  if (!holder) throw new Error(`${name} has nothing open`)
  return holder
}

const FIELDS = ['what', 'who', 'where', 'when', 'fears', 'name', 'contact'] as const

/** A file full of markers, so that they stand wherever it is cut. */
const file = (field: string) => ({
  name: `${sealed.in(`name of ${field}`)}.txt`,
  type: `text/x-${field}`,
  bytes: Buffer.from(`${sealed.in(field)}\n`.repeat(3_000)),
})

/** Fills in the form, looks at it, is refused once, and sends it: with what every page answers. */
async function report(
  label: string,
  { leaveOut, named }: { leaveOut: string; named: boolean },
): Promise<string> {
  const page = await ask('/whistleblow/report')
  const formSecret = hiddenValue(page.body, 'formSecret')
  secrets.push(...needlesOf(formSecret.slice(0, 40)))
  const left = new RegExp(`value="([0-9a-f-]{36})"[^>]*/><span>ผู้ทำหน้าที่ ${leaveOut}`).exec(
    wordsIn(page.body),
  )?.[1]
  expect(left, 'who may be left out').toBeDefined()
  const typed = FIELDS.filter((field) => named || !['name', 'contact'].includes(field))
  const fields = {
    formSecret,
    category: 'corruption',
    leaveOut: left ?? '',
    unknown: sealed.in(`${label} unknown`),
    ...Object.fromEntries(typed.map((field) => [field, sealed.in(`${label} ${field}`)])),
  }
  const refused = await ask(
    '/whistleblow/report',
    urlEncoded({ ...fields, category: sealed.in('category'), step: 'review' }),
  )
  expect(refused.status).toBe(422)
  expect(wordsIn(refused.body)).toContain(sealed.in(`${label} what`))
  const reviewed = await ask('/whistleblow/report', urlEncoded({ ...fields, step: 'review' }))
  expect(reviewed.status).toBe(200)
  expect(wordsIn(reviewed.body)).toContain(sealed.in(`${label} fears`))
  const answer = await ask(
    '/whistleblow/report/send',
    multipart(Object.entries(fields), [file(`${label} file`), file(`${label} second file`)]),
  )
  expect(answer.status, answer.body).toBe(200)
  const receipt = receiptIn(answer.body)
  if (receipt === null) throw new Error(answer.body)
  const inGroups = receipt.replace(/(\d{4})(?=\d)/g, '$1 ')
  secrets.push(...needlesOf(receipt), ...needlesOf(inGroups), ...needlesOf(inGroups.replaceAll(' ', '-')))
  return receipt
}

/** Comes back with the digits, and gives the cookie of the thread. */
async function comeBack(receipt: string): Promise<string> {
  const wrong = await ask('/whistleblow/return', urlEncoded({ receipt: sealed.in('receipt') }))
  expect(wrong.status).toBe(422)
  const answer = await ask('/whistleblow/return', urlEncoded({ receipt }))
  expect(answer.status, answer.body).toBe(303)
  return cookieIn(answer, '__Host-report')
}

type Act = Readonly<Record<string, string>>

/** One form of the page of a case, sent by who has their vault open. */
async function act(name: string, reportId: string, fields: Act, status = 303) {
  const answer = await ask(`/office/protected/cases/${reportId}`, urlEncoded(fields), people[name]?.cookies)
  expect(answer.status, `${fields.act}: ${answer.body}`).toBe(status)
}

const idsOf = (): Promise<readonly string[]> => inChannel(listReportIds)

const search = (needles: readonly Needle[]) =>
  searchLeft({ env, folder, said, mail: mail.arrived.map(({ raw }) => raw) }, needles)

test('everything is written that can be written to the channel, and read by who may', async () => {
  for (const [index, [name, kind]] of (
    [
      ['nok', 'recipient'],
      ['kai', 'recipient'],
      ['pla', 'recipient'],
      ['first keeper', 'custodian'],
      ['second keeper', 'custodian'],
    ] as const
  ).entries())
    people[name] = await appoint(name.replace(' ', '-'), kind, Math.min(index + 1, 3))

  const receipt = await report('first', { leaveOut: 'pla', named: true })
  reports.first = (await idsOf())[0] ?? ''
  const cookie = await comeBack(receipt)
  const thread = await ask('/whistleblow/thread', null, [cookie])
  expect(wordsIn(thread.body)).toContain(sealed.in('first what'))
  const once = hiddenValue(thread.body, 'once')
  const added = await ask(
    '/whistleblow/thread',
    multipart(
      [
        ['act', 'add'],
        ['once', once],
        ['text', sealed.in('follow-up')],
      ],
      [file('file of the follow-up')],
    ),
    [cookie],
  )
  expect(added.status, added.body).toBe(303)
  const proof = await ask('/whistleblow/thread/proof', null, [cookie])
  expect(proof.status).toBe(200)

  // The other says later who they are, and takes a new code.
  const other = await report('second', { leaveOut: 'kai', named: false })
  reports.second = (await idsOf()).find((id) => id !== reports.first) ?? ''
  const otherCookie = await comeBack(other)
  const given = await ask(
    '/whistleblow/thread',
    urlEncoded({ act: 'identity', name: sealed.in('later name'), contact: sealed.in('later contact') }),
    [otherCookie],
  )
  expect(given.status, given.body).toBe(303)
  const page = await ask('/whistleblow/thread', null, [otherCookie])
  const again = await ask(
    '/whistleblow/thread',
    urlEncoded({ act: 'reissue', formSecret: hiddenValue(page.body, 'formSecret') }),
    [otherCookie],
  )
  secrets.push(...needlesOf(receiptIn(again.body) ?? 'no receipt was shown'))
  expect(again.status).toBe(200)
})

test('recipients answer, write notes, give reasons, are refused and come with a session that is over', async () => {
  const { first, second } = reports
  const typo = await ask(
    '/office/protected',
    urlEncoded({ act: 'unlock', vaultSecret: sealed.in('wrong passphrase') }),
    [people.nok?.cookies[0] ?? ''],
  )
  expect(typo.status).toBe(422)
  await act('nok', first, { act: 'acknowledge' })
  await act('nok', first, { act: 'reply', text: sealed.in('reply') })
  await act('kai', first, { act: 'note', text: sealed.in('note') })
  await act('nok', first, { act: 'close', text: sealed.in('refused closing'), outcome: '' }, 422)
  await act('nok', first, { act: 'junk', text: sealed.in('reason of junk') })
  await act('nok', first, { act: 'unjunk', text: sealed.in('reason of no junk') })
  await act('nok', second, { act: 'close', text: sealed.in('closing'), outcome: 'substantiated' })
  await act('nok', second, { act: 'reopen', text: sealed.in('reason of taking up') })
  const nobody = await ask(
    `/office/protected/cases/${first}`,
    urlEncoded({ act: 'reply', text: sealed.in('sent after the session') }),
    [`__Host-session=${at.id}.${'0'.repeat(43)}`],
  )
  expect([303, 401, 403]).toContain(nobody.status)
  const forged = await ask(`/office/protected/cases/${first}`, {
    headers: {
      ...urlEncoded({}).headers,
      'Sec-Fetch-Site': 'cross-site',
      Origin: 'https://elsewhere.example',
    },
    body: urlEncoded({ act: 'reply', text: sealed.in('forged') }).body,
  })
  expect([303, 401, 403]).toContain(forged.status)
  for (const address of ['/whistleblow', '/whistleblow/report', '/whistleblow/nowhere', '/office/protected'])
    await ask(`${address}?text=${encodeURIComponent(sealed.in('address'))}`)

  const [reader, outer, inner] = [
    await holderOf('nok'),
    await holderOf('first keeper'),
    await holderOf('second keeper'),
  ]
  await inChannel(async (ctx) => {
    const keepers = { reader, outer, inner }
    expect(await releaseAndHold(ctx, { ...keepers, reportId: first, words: sealed.in })).toContain(
      sealed.in('first name'),
    )
    await tendChannel(ctx, { home: () => `https://${at.host}/office/protected` })
  })
  // Without a letter the search for one would find nothing either.
  await mail.until(1)
})

test('with the passphrase of one recipient exactly their cases open', async () => {
  const opensOf = async (name: string) => {
    const holder = await holderOf(name)
    const cases = await inChannel((ctx) => readAll(ctx, holder))
    expect(cases.map(({ isWhole }) => isWhole)).not.toContain(false)
    return cases
      .map(({ texts }) => (texts.join().includes(sealed.in('first what')) ? 'first' : 'second'))
      .sort()
  }
  expect(await opensOf('nok')).toEqual(['first', 'second'])
  expect(await opensOf('kai')).toEqual(['first'])
  expect(await opensOf('pla')).toEqual(['second'])
  for (const keeper of ['first keeper', 'second keeper']) expect(await opensOf(keeper)).toEqual([])
  // At its address there is no such case for who was left out, and none for whom is not there.
  const [ofPla, nowhere] = await Promise.all(
    [reports.first, '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'].map((id) =>
      ask(`/office/protected/cases/${id}`, null, people.pla?.cookies),
    ),
  )
  expect(ofPla?.status).toBe(404)
  expect(ofPla?.body.length).toBe(nowhere?.body.length)
})

test('no byte that the program left anywhere tells what was written, who wrote it or how to come back', async () => {
  expect(said).not.toBe('')
  expect(mail.arrived.length).toBeGreaterThan(0)
  expect(await search([...sealed.needles, ...secrets])).toEqual([])
})

test('the same search finds what was written to the complaint desk, in the tables and on the disk', async () => {
  const page = await ask('/complaint/new')
  const answer = await ask(
    '/complaint/new',
    urlEncoded({
      formSecret: hiddenValue(page.body, 'formSecret'),
      kind: 'complaint',
      body: ordinary.in('ticket'),
    }),
  )
  expect(answer.status, answer.body).toBe(200)
  const places = (await search(ordinary.needles)).map(({ where }) => where)
  expect(places).toContain('public.desk_ticket')
  expect(places.some((where) => where.includes('/base/'))).toBe(true)
  expect(places.some((where) => where.includes('/pg_wal/'))).toBe(true)
})

test('and after the program has ended there is nothing more', async () => {
  program.child.kill('SIGTERM')
  await program.ended
  expect(await search([...sealed.needles, ...secrets])).toEqual([])
})
