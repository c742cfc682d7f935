import { multipart } from '../../tests/support/sent-form.ts'
import type { Random } from '../ground/random.ts'
import type { Ground } from '../people/seen-site.ts'
import type { Who } from '../people/who.ts'
import { agencyOf, type Draft } from './draft.ts'
import { mutated, pickForm } from './forms.ts'
import { aText } from './hostile-texts.ts'

const NAMES = [
  'x.pdf',
  'x.csv',
  'x.xlsx',
  'x.docx',
  '',
  '..',
  '../../etc/passwd',
  'a/b.pdf',
  'a\\b.pdf',
  '\u0000.pdf',
  '\u202efdp.exe',
  'x'.repeat(2_000),
  '"x".pdf',
  '<mrkz>.pdf',
  'x\r\nX-mrkz: 1.pdf',
  '.pdf',
  'CON',
  '\ud800.pdf',
  '=mrkz.csv',
]

/** Forms that take files, sent as they should not be. */
export function filesRequest(random: Random, ground: Ground): Draft & { who: Who } {
  const { who, form } = pickForm(random, ground, ({ isMultipart }) => isMultipart)
  const file = form.fields.find(({ kind }) => kind === 'file')?.name ?? 'file'
  const bytes = random.pick([
    Buffer.alloc(0),
    Buffer.from('%PDF-1.7\n%%EOF'),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from(`a,b\n=mrkz(),${aText(random, agencyOf(who)).toWellFormed()}\n`),
    Buffer.alloc(200_000, 'a,'),
    Buffer.from([0xff, 0xfe, 0, 0, 0xd8]),
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
  ])
  const count = random.chance(0.1) ? 40 : 1 + random.below(2)
  const files = Array.from({ length: count }, () => ({
    field: random.chance(0.9) ? file : 'other',
    name: random.pick(NAMES),
    type: random.pick(['application/pdf', 'text/csv', 'x', '']),
    bytes,
  }))
  const sent = multipart(mutated(random, form, ground, who), files)
  const [headers, body] = broken(random, sent.headers['Content-Type'] ?? '', sent.body)
  return {
    family: 'files',
    who,
    method: 'POST',
    path: form.action,
    headers: [['Content-Type', headers]],
    body,
    isBroken: body !== sent.body,
  }
}

function broken(random: Random, type: string, body: Buffer): readonly [string, Buffer] {
  switch (random.below(8)) {
    case 0:
      return [type, body.subarray(0, random.below(body.length))]
    case 1:
      return ['multipart/form-data', body]
    case 2:
      return [`${type}-other`, body]
    case 3:
      return [type, Buffer.concat([body, body])]
    case 4:
      return [type, Buffer.from(body.toString('latin1').replaceAll('Content-Disposition', 'X'), 'latin1')]
    case 5:
      return [`multipart/form-data; boundary=${'b'.repeat(500)}`, body]
    default:
      return [type, body]
  }
}
