import { z } from 'zod'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type FormFaults, readForm } from '../../web/form.server.ts'
import { optionalDay, optionalText } from '../../web/form-fields.server.ts'
import type { DisclosureError, DisclosureErrorCode } from './disclosure.errors.ts'
import type { TypedFact } from './fact.domain.ts'
import type { ItemWork } from './item-work.domain.ts'
import { addFact } from './usecases/add-fact.server.ts'
import { answerElement } from './usecases/answer-element.server.ts'
import { changeItem } from './usecases/change-item.server.ts'
import { clearElement } from './usecases/clear-element.server.ts'
import { declareNone } from './usecases/declare-none.server.ts'
import { publishItem } from './usecases/publish-item.server.ts'
import { withdrawItem } from './usecases/withdraw-item.server.ts'
import type { Pick } from './ways.domain.ts'

/** What was done, as the address says it; an element where it was done to one. */
export type ItemDone = Readonly<{
  done: 'added' | 'used' | 'declared' | 'dropped' | 'cleared' | 'assigned' | 'published' | 'withdrawn'
  element?: string
  /** The fact that was taken out and may be put back. */
  fact?: string
}>
type Refused = DisclosureError | Readonly<{ faults: FormFaults }>
type Outcome = Result<ItemDone, Refused>

export type ItemAct = Readonly<{
  item: ItemWork
  sent: FormData
  /** What may be picked, and the paths of all public pages. */
  picks: readonly Pick[]
  pages: readonly string[]
}>

const text = (sent: FormData, name: string): string => {
  const value = sent.get(name)
  return typeof value === 'string' ? value : ''
}

/** Facts that stood at an element when its form was made. */
const seenFacts = (seen: string): readonly string[] =>
  seen.startsWith('none:') ? [] : seen.split(' ').filter((id) => id !== '')

/** Does what a form of the page of an item asks for; 'act' says what. */
export async function doItemAct(ctx: Ctx, given: ItemAct): Promise<Outcome> {
  const { item, sent } = given
  const { year, code } = item
  const act = text(sent, 'act')
  if (act === 'assign') return assign(ctx, given)
  if (act === 'publish') {
    const published = await publishItem(ctx, { year, code, seenHash: text(sent, 'seenHash') })
    return published.ok ? ok({ done: 'published' }) : published
  }
  if (act === 'withdraw') {
    const seenVersion = Number(text(sent, 'seenVersion'))
    const withdrawn = await withdrawItem(ctx, { year, code, seenVersion, reason: text(sent, 'reason') })
    return withdrawn.ok ? ok({ done: 'withdrawn' }) : withdrawn
  }
  const element = text(sent, 'element')
  const seen = text(sent, 'seen')
  const place = { year, code, element, seen }
  if (act === 'clear') {
    const cleared = await clearElement(ctx, place)
    return cleared.ok ? ok({ done: 'cleared', element }) : cleared
  }
  const fact = text(sent, 'fact')
  if (act === 'restore') {
    const used = await answerElement(ctx, { ...place, factIds: [...seenFacts(seen), fact] })
    return used.ok ? ok({ done: 'used', element }) : used
  }
  if (act !== 'drop') return answer(ctx, given)
  const factIds = seenFacts(seen).filter((id) => id !== fact)
  const dropped =
    factIds.length === 0 ? await clearElement(ctx, place) : await answerElement(ctx, { ...place, factIds })
  return dropped.ok ? ok({ done: 'dropped', element, fact }) : dropped
}

const ASSIGN_FORM = z.object({
  seenVersion: z.coerce.number().int().min(0),
  unit: optionalText,
  dueOn: optionalDay('year.bad-day'),
})

async function assign(ctx: Ctx, { item: { year, code }, sent }: ItemAct): Promise<Outcome> {
  const read = readForm(sent, ASSIGN_FORM)
  if (!read.ok) return err({ faults: read.error.faults })
  const { seenVersion, unit, dueOn } = read.value
  const changed = await changeItem(ctx, { year, code, unitId: unit, dueOn, seenVersion })
  return changed.ok ? ok({ done: 'assigned' }) : changed
}

/** Answers an element: none, a fact that exists, or a new one. */
async function answer(ctx: Ctx, given: ItemAct): Promise<Outcome> {
  const { item, sent, pages, picks } = given
  const { year, code } = item
  const element = text(sent, 'element')
  const seen = text(sent, 'seen')
  const place = { year, code, element }
  const way = text(sent, 'way')
  if (way === 'none') {
    const declared = await declareNone(ctx, { ...place, seen, text: text(sent, 'declared') })
    return declared.ok ? ok({ done: 'declared', element }) : declared
  }
  if (way === 'fact') {
    const pick = text(sent, 'pick')
    const factIds = pick === '' ? [] : [...seenFacts(seen), pick]
    const used = await answerElement(ctx, { ...place, seen, factIds })
    return used.ok ? ok({ done: 'used', element }) : used
  }
  const read = readFact(sent, { way, picks })
  if (!read.ok) return read
  const added = await addFact(ctx, {
    fact: read.value,
    unitId: item.unit?.id ?? null,
    pages,
    answers: place,
  })
  return added.ok ? ok({ done: 'added', element }) : added
}

const FACT_FORM = z.object({
  titleTh: optionalText,
  titleEn: optionalText,
  words: optionalText,
  address: optionalText,
  pick: optionalText,
  date: optionalDay('year.bad-day'),
})

/**
 * A fact as a form has it; what is picked lends its title where none is typed. With `keeps` the file or the page of before
 * stays where none is picked.
 */
export function readFact(
  sent: FormData,
  { way, picks, keeps = false }: Readonly<{ way: string; picks: readonly Pick[]; keeps?: boolean }>,
): Result<TypedFact & Readonly<{ date: IsoDay | null }>, Readonly<{ faults: FormFaults }>> {
  const read = readForm(sent, FACT_FORM)
  if (!read.ok) return err({ faults: read.error.faults })
  const { titleTh, titleEn, words, address, pick, date } = read.value
  const picked = picks.find(({ value }) => value === pick)
  const kind = way === 'file' || way === 'link' || way === 'page' ? way : 'text'
  // An empty title of something not yet picked is not what is wrong.
  if (!keeps && (kind === 'file' || kind === 'page') && pick === null)
    return err({ faults: { pick: kind === 'file' ? 'fact.no-file' : 'fact.unknown-page' } })
  return ok({
    kind,
    title: {
      th: titleTh ?? picked?.title.th ?? '',
      en: titleEn ?? (titleTh ? null : (picked?.title.en ?? null)),
    },
    words,
    address: kind === 'page' ? (pick ?? address) : address,
    evidenceId: kind === 'file' ? pick : null,
    date,
  })
}

/** The field that a refusal is about; '' for the form as a whole. */
export const fieldOf = (code: DisclosureErrorCode): string => FIELDS[code] ?? ''
const FIELDS: Partial<Record<DisclosureErrorCode, string>> = {
  'fact.no-title': 'titleTh',
  'fact.title-too-long': 'titleTh',
  'fact.no-words': 'words',
  'fact.words-too-long': 'words',
  'fact.bad-address': 'address',
  'fact.unknown-page': 'pick',
  'fact.no-file': 'pick',
  'fact.unknown': 'pick',
  'element.no-facts': 'pick',
  'element.no-words': 'declared',
  'element.words-too-long': 'declared',
  'item.no-reason': 'reason',
  'item.unknown-unit': 'unit',
  'file.unknown': 'pick',
  'file.confidential': 'pick',
  'file.infected': 'pick',
}
