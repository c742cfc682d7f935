import { foldText } from '../../../kernel/rich-text.ts'
import { REPORTED } from './reported-words.th.ts'

/** The agency as its reports call it. */
export type AgencyNames = Readonly<{ nameTh: string | null; shortName: string | null }>

/**
 * The name of a body as it is kept: spaces folded, without "ของ" and the agency's own name at its end. Every body here is one
 * of the agency's, so the shorter name says the same: "ที่ประชุมฝ่ายบริหาร ของ สพร." is "ที่ประชุมฝ่ายบริหาร".
 */
export function bodyName(written: string, { nameTh, shortName }: AgencyNames): string {
  const name = foldText(written)
  for (const own of [nameTh, shortName]) {
    const agency = own === null ? '' : foldText(own)
    const rest = agency !== '' && name.endsWith(agency) ? name.slice(0, -agency.length).trimEnd() : ''
    const body = rest.endsWith(REPORTED.of) ? rest.slice(0, -REPORTED.of.length).trimEnd() : ''
    if (body !== '') return body
  }
  return name
}

/** How two names of bodies are compared: the name as it is kept, without its spaces and the word for a meeting before it. */
export function bodyKey(written: string, names: AgencyNames): string {
  const name = bodyName(written, names).replace(/\s/gu, '')
  const bare = name.startsWith(REPORTED.meeting) ? name.slice(REPORTED.meeting.length) : name
  return bare === '' ? name : bare
}
