import { cleanText } from '../../../../kernel/clean-text.ts'
import type { SentBulk } from './bulk-form.domain.ts'
import { BULK_ACTS } from './bulk-plan.domain.ts'

/** Name of the field that says which version of a measure was shown, and after a blank which step. */
const seenOf = (measureId: string): string => `seen:${measureId}`

/** A bulk act as it was sent; null where it names none. */
export function sentBulk(sent: FormData): SentBulk | null {
  const act = BULK_ACTS.find((one) => one === sent.get('act'))
  if (act === undefined) return null
  const text = (name: string) => String(sent.get(name) ?? '')
  const many = (name: string) => sent.getAll(name).filter((value) => typeof value === 'string')
  return {
    act,
    // Going back, those that would have been passed over are ticked again too.
    chosen: [
      ...new Set([...many('measureId'), ...(sent.get('step') === 'back' ? many('passedId') : [])]),
    ].map((id) => {
      const [version = '', seenStep = ''] = text(seenOf(id)).split(' ')
      return { id, seenVersion: Number.parseInt(version, 10) || 0, seenStep }
    }),
    how: text('how'),
    unitIds: many('unitId'),
    personIds: many('personId'),
    dueDay: text('dueDay'),
    note: cleanText(text(`note-${act}`)),
  }
}
