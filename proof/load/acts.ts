import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RoleName } from '../../app/kernel/actor.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import type { Answer } from '../../tests/support/asking.ts'
import type { Random } from '../ground/random.ts'
import { formWith, type Hand } from '../people/hand.ts'
import { TYPED } from '../people/words.th.ts'

/** What one thing that people do needs: their hand, and somebody to draw lots. Gives the answer that matters. */
export type Act = Readonly<{
  name: string
  /** Who does it; null: anybody from outside. */
  role: RoleName | null
  /** How often, by everybody together. */
  perMinute: number
  do: (hand: Hand, random: Random, targets: Targets) => Promise<Answer>
}>

/** What there is on the site to be asked for. */
export type Targets = Readonly<{
  pages: readonly string[]
  files: readonly string[]
  api: readonly string[]
  officePages: readonly string[]
  measures: readonly string[]
}>

const example = (...name: string[]) => readFileSync(path.join(projectRoot, 'examples', ...name))
const SCORES = example('imagined-agency', 'disclosure-2566.csv')
const ROSTER = example('dga-2567', 'roster.csv')

/** A text that nobody has sent before, so that no copy is known again. */
const fresh = (random: Random) => `${random.below(2 ** 32)}-${random.below(2 ** 32)}`
const aText = (random: Random, bytes: number) => {
  const line = `${TYPED.evidence} ${fresh(random)}\n`
  return Buffer.from(line.repeat(Math.ceil(bytes / Buffer.byteLength(line))))
}

const READING: readonly Act[] = [
  {
    name: 'public page',
    role: null,
    perMinute: 360,
    do: (hand, random, { pages }) => hand.get(random.pick(pages)),
  },
  {
    name: 'public page, known already',
    role: null,
    perMinute: 120,
    do: async (hand, random, { pages }) => {
      const page = random.pick(pages)
      const packed = { 'Accept-Encoding': 'br' }
      const { headers } = await hand.get(page, packed)
      return hand.get(page, { ...packed, 'If-None-Match': headers.etag ?? '"none"' })
    },
  },
  {
    name: 'search',
    role: null,
    perMinute: 60,
    do: (hand, random) => hand.get(`/search?q=${encodeURIComponent(random.pick(TYPED.search))}`),
  },
  {
    name: 'interface for programs, made anew',
    role: null,
    perMinute: 60,
    do: (hand, random, { api }) => hand.get(`${random.pick(api)}?x=${random.below(1e6)}`),
  },
  {
    name: 'public file',
    role: null,
    perMinute: 60,
    do: (hand, random, { files }) =>
      hand.get(random.pick(files), random.chance(0.3) ? { Range: 'bytes=100-999' } : {}),
  },
  {
    name: 'page that is not there',
    role: null,
    perMinute: 20,
    do: (hand, random) => hand.get(`/nothing-${random.below(1e9)}`),
  },
  {
    name: 'copy verified',
    role: null,
    perMinute: 6,
    do: async (hand, random) => {
      const bytes = aText(random, 100_000)
      const form = formWith(await hand.forms('/verify'), 'file')
      return hand.submit(form, {}, [{ field: 'file', name: 'copy.pdf', type: 'application/pdf', bytes }])
    },
  },
  {
    name: 'wrong password',
    role: null,
    perMinute: 6,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/sign-in'), 'password')
      return hand.submit(form, { email: `${fresh(random)}@agency.example`, password: 'wrong-password' })
    },
  },
]

const TELLING: readonly Act[] = [
  {
    name: 'complaint',
    role: null,
    perMinute: 12,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/complaint/new'), 'formSecret')
      const bytes = aText(random, 60_000)
      return hand.submit(form, { kind: 'complaint', body: `${TYPED.complaint} ${fresh(random)}` }, [
        { field: 'files', name: 'queue.txt', type: 'text/plain', bytes },
      ])
    },
  },
  {
    name: 'report of wrongdoing',
    role: null,
    perMinute: 12,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/whistleblow/report'), 'formSecret')
      const words = {
        category: 'corruption',
        what: `${TYPED.report} ${fresh(random)}`,
        who: TYPED.who,
      }
      await hand.submit(form, { ...words, step: 'review' })
      const formSecret = form.fields.find(({ name }) => name === 'formSecret')?.value ?? ''
      const fields = Object.entries({ ...words, formSecret }).map(([name, value]) => ({
        name,
        kind: 'hidden',
        value,
        choices: [],
      }))
      const send = { action: '/whistleblow/report/send', method: 'post', isMultipart: true, fields } as const
      const bytes = aText(random, 80_000)
      return hand.submit(send, {}, [{ field: 'files', name: 'proof.txt', type: 'text/plain', bytes }])
    },
  },
  {
    name: 'wrong receipt',
    role: null,
    perMinute: 4,
    do: async (hand) => {
      const form = formWith(await hand.forms('/whistleblow/return'), 'receipt')
      return hand.submit(form, { receipt: '1234 5678 9012 3456 7890 1234' })
    },
  },
]

const WORKING: readonly Act[] = [
  {
    name: 'office page',
    role: 'ita-coordinator',
    perMinute: 120,
    do: (hand, random, { officePages }) => hand.get(random.pick(officePages)),
  },
  {
    name: 'office search',
    role: 'unit-owner',
    perMinute: 20,
    do: (hand, random) =>
      hand.get(`/office/search/offers?q=${encodeURIComponent(random.pick(TYPED.search))}`),
  },
  {
    name: 'progress written',
    role: 'unit-owner',
    perMinute: 12,
    do: async (hand, random, { measures }) => {
      const form = formWith(await hand.forms(random.pick(measures)), 'act', 'add-progress')
      return hand.submit(form, { progress: `${TYPED.progress} ${fresh(random)}`, act: 'add-progress' })
    },
  },
  {
    name: 'comment written',
    role: 'auditor',
    perMinute: 6,
    do: async (hand, random, { measures }) => {
      const form = formWith(await hand.forms(random.pick(measures)), 'act', 'comment')
      return hand.submit(form, { comment: `${TYPED.comment} ${fresh(random)}`, act: 'comment' })
    },
  },
  {
    name: 'data of the report saved',
    role: 'ita-coordinator',
    perMinute: 6,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/office/cycles/2568/report-data'), 'act', 'data')
      return hand.submit(form, { background: `${TYPED.progress} ${fresh(random)}` })
    },
  },
  {
    name: 'draft kept',
    role: 'unit-owner',
    perMinute: 60,
    do: async (hand, random, { measures }) => {
      const measure = random.pick(measures)
      const text = `${TYPED.progress} ${fresh(random)}`
      const personId = hand.who.personId
      const draft = {
        personId,
        form: `${measure} summary`,
        title: TYPED.evidence,
        begins: text,
        fields: [['summary', text]],
        seenVersion: 1,
        typedAt: Date.now(),
      }
      const headers = { 'Content-Type': 'application/json' }
      return hand.send('/office/drafts/keep', { headers, body: JSON.stringify(draft) })
    },
  },
  {
    name: 'news published',
    role: 'ita-coordinator',
    perMinute: 2,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/office/site/add/news'), 'titleTh')
      const slug = `news-${fresh(random)}`
      const made = await hand.submit(form, {
        titleTh: TYPED.news,
        slug,
        date: '1/11/2569',
        bodyTh: TYPED.progress,
      })
      const page = made.headers.location?.split('?')[0]
      if (page === undefined) return made
      return hand.submit(formWith(await hand.forms(page), 'act', 'publish'), { act: 'publish' })
    },
  },
]

const HEAVY: readonly Act[] = [
  {
    name: 'upload in pieces',
    role: 'unit-owner',
    perMinute: 12,
    do: async (hand, random) => {
      const bytes = aText(random, 400_000)
      const name = Buffer.from(`evidence-${fresh(random)}.txt`).toString('base64')
      const tus = { 'Tus-Resumable': '1.0.0' }
      const begun = await hand.send('/office/uploads', {
        headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': `filename ${name}` },
        body: '',
      })
      const place = begun.headers.location
      if (begun.status !== 201 || place === undefined) return begun
      const half = bytes.length >> 1
      const patch = (offset: number, piece: Buffer) =>
        hand.send(place, {
          method: 'PATCH',
          headers: {
            ...tus,
            'Content-Type': 'application/offset+octet-stream',
            'Upload-Offset': String(offset),
          },
          body: piece,
        })
      const first = await patch(0, bytes.subarray(0, half))
      return first.status >= 300 ? first : patch(half, bytes.subarray(half))
    },
  },
  {
    name: 'upload by a form',
    role: 'unit-owner',
    perMinute: 6,
    do: async (hand, random) => {
      const form = formWith(await hand.forms('/office/evidence/add'), 'files')
      const bytes = aText(random, 200_000)
      return hand.submit(form, {}, [
        { field: 'files', name: `form-${fresh(random)}.txt`, type: 'text/plain', bytes },
      ])
    },
  },
  ...(
    [
      ['draft as PDF', 'draft-report-2568.pdf', 3],
      ['draft as DOCX', 'draft-report-2568.docx', 2],
      ['draft as XLSX', 'draft-measures-2568.xlsx', 2],
    ] as const
  ).map(
    ([name, file, perMinute]): Act => ({
      name,
      role: 'ita-coordinator',
      perMinute,
      do: (hand) => hand.get(`/office/cycles/2568/report/${file}`),
    }),
  ),
  {
    name: 'results looked at before import',
    role: 'ita-coordinator',
    perMinute: 3,
    do: async (hand) => {
      const form = formWith(await hand.forms('/office/scores/import'), 'file')
      const file = { field: 'file', name: 'scores.csv', type: 'text/csv', bytes: SCORES }
      return hand.submit(form, { act: 'check' }, [file])
    },
  },
  {
    name: 'roster looked at before import',
    role: 'administrator',
    perMinute: 2,
    do: async (hand) => {
      const form = formWith(await hand.forms('/office/roster'), 'file')
      const file = { field: 'file', name: 'roster.csv', type: 'text/csv', bytes: ROSTER }
      return hand.submit(form, { act: 'check' }, [file])
    },
  },
  {
    name: 'audit log as a file',
    role: 'auditor',
    perMinute: 1,
    do: (hand) => hand.get('/office/audit/export?format=csv'),
  },
]

/** Everything that people of an agency and those around it do. */
export const ACTS: readonly Act[] = [...READING, ...TELLING, ...WORKING, ...HEAVY]
