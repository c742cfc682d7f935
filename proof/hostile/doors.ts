import type { RoleName } from '../../app/kernel/actor.ts'
import type { Answer } from '../../tests/support/asking.ts'
import { multipart } from '../../tests/support/sent-form.ts'
import type { PageForm } from '../people/forms.ts'
import { formWith, type Hand } from '../people/hand.ts'
import { TYPED } from '../people/words.th.ts'
import type { HostileFile } from './corpus.ts'

/** A way by which a file comes in. `role`: who may; null: anybody. */
export type Door = Readonly<{
  name: string
  role: RoleName | null
  send: (hand: Hand, file: HostileFile) => Promise<Answer>
}>

/** Names go as a browser sends them, with quotes and line breaks encoded; half letters as what stands for them. */
const fileOf = (field: string, { name, type, bytes }: HostileFile) => ({
  field,
  name: name.toWellFormed(),
  type,
  bytes,
})

/** A page with a form for one file, sent with the act that only looks at it. */
const lookingAt = (name: string, role: RoleName, page: string): Door => ({
  name,
  role,
  send: async (hand, file) => {
    const form = formWith(await hand.forms(page), 'file')
    return hand.submit(form, { act: 'check' }, [fileOf('file', file)])
  },
})

async function sendReport(hand: Hand, file: HostileFile): Promise<Answer> {
  const form = formWith(await hand.forms('/whistleblow/report'), 'formSecret')
  const formSecret = form.fields.find(({ name }) => name === 'formSecret')?.value ?? ''
  const fields = { category: 'corruption', what: TYPED.report, formSecret }
  const { headers, body } = multipart(Object.entries(fields), [fileOf('files', file)])
  return hand.send('/whistleblow/report/send', { headers, body })
}

async function sendInPieces(hand: Hand, { name, bytes }: HostileFile): Promise<Answer> {
  const tus = { 'Tus-Resumable': '1.0.0' }
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const begun = await hand.send('/office/uploads', {
    headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata },
    body: '',
  })
  const place = begun.headers.location
  if (begun.status !== 201 || place === undefined || bytes.length === 0) return begun
  return hand.send(place, {
    method: 'PATCH',
    headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' },
    body: bytes,
  })
}

const withFiles = (forms: readonly PageForm[]): PageForm => formWith(forms, 'files')

/** Every door of the site that takes files. */
export const DOORS: readonly Door[] = [
  {
    name: 'evidence by a form',
    role: 'ita-coordinator',
    send: async (hand, file) =>
      hand.submit(withFiles(await hand.forms('/office/evidence/add')), {}, [fileOf('files', file)]),
  },
  { name: 'evidence in pieces', role: 'ita-coordinator', send: sendInPieces },
  {
    name: 'desk',
    role: null,
    send: async (hand, file) => {
      const form = formWith(await hand.forms('/complaint/new'), 'formSecret')
      return hand.submit(form, { kind: 'complaint', body: TYPED.complaint }, [fileOf('files', file)])
    },
  },
  { name: 'protected channel', role: null, send: sendReport },
  {
    name: 'verify',
    role: null,
    send: async (hand, file) =>
      hand.submit(formWith(await hand.forms('/verify'), 'file'), {}, [fileOf('file', file)]),
  },
  lookingAt('results', 'ita-coordinator', '/office/scores/import'),
  lookingAt('answers', 'ita-coordinator', '/office/scores/answers'),
  lookingAt('measures', 'ita-coordinator', '/office/cycles/2568/sheet'),
  lookingAt('roster', 'administrator', '/office/roster'),
]
