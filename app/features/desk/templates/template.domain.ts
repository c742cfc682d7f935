import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import type { DeskErrorCode, DeskFaults } from '../desk.errors.ts'

/** A text by which answers begin. English null: the Thai one stands for it. */
export type TemplateFacts = Readonly<{ title: string; bodyTh: string; bodyEn: string | null }>
export type Template = TemplateFacts & Readonly<{ id: string; version: number }>

/** What may stand in double braces, and is filled in when a template is put to use. */
export type TemplatePlace = 'reference' | 'unit' | 'day' | 'name'

/** A template with its places filled in; what is no place of ours stays as it is. */
export const fillTemplate = (text: string, values: Readonly<Record<TemplatePlace, string>>): string =>
  text.replace(/\{\{\s*([a-z]+)\s*\}\}/g, (written, place: string) =>
    Object.hasOwn(values, place) ? values[place as TemplatePlace] : written,
  )

const MOST = { title: 120, body: 8000 } as const

/** Reads the form of a template: title, bodyTh, bodyEn. */
export function readTemplate(
  typed: Readonly<Record<string, string>>,
): Readonly<{ facts: TemplateFacts | null; faults: DeskFaults }> {
  const faults: Record<string, DeskErrorCode> = {}
  const title = cleanLine(typed.title ?? '')
  const bodyTh = cleanText(typed.bodyTh ?? '').trim()
  const bodyEn = cleanText(typed.bodyEn ?? '').trim()
  if (title === '') faults.title = 'template.no-title'
  else if (title.length > MOST.title) faults.title = 'ticket.too-long'
  if (bodyTh === '') faults.bodyTh = 'template.no-body'
  else if (bodyTh.length > MOST.body) faults.bodyTh = 'ticket.too-long'
  if (bodyEn.length > MOST.body) faults.bodyEn = 'ticket.too-long'
  const isGood = Object.keys(faults).length === 0
  return { facts: isGood ? { title, bodyTh, bodyEn: bodyEn || null } : null, faults }
}
