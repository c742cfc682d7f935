import type { Language } from '../../../i18n/language.ts'
import { evidenceErrorText, isEvidenceErrorCode } from '../../evidence/index.ts'
import type { MeasureActError } from './measure-acts.server.ts'
import { type MeasureFault, measureFaultText } from './measure-work.errors.ts'
import { measurePageText } from './text/index.ts'

type Said = Exclude<MeasureActError, { code: 'permission.refused' }>

/** Why a form of the page of a measure was refused, as one sentence. */
export function measureActText(error: Said, lang: Language): string {
  if (error.code === 'act.unknown') return measurePageText(lang).unread
  if (isEvidenceErrorCode(error.code)) return evidenceErrorText(error.code)[lang]
  return measureFaultText(error as MeasureFault, lang)
}

/** The field of the page that it belongs to, by the form that was sent; '' where it is the form as a whole. */
export function fieldOfFault(act: string, code: string): string {
  if (code === 'citation.unknown-item' || code === 'text.too-long')
    return act === 'add-progress' ? 'progress' : 'summary'
  return FIELDS[code] ?? ''
}

const FIELDS: Readonly<Record<string, string>> = {
  'measure.no-summary': 'summary',
  'measure.unconfirmed': 'confirmed',
  'measure.no-reason': 'reason',
  'progress.no-text': 'progress',
  'progress.bad-day': 'happenedOn',
  'progress.future-day': 'happenedOn',
  'comment.no-text': 'comment',
  'comment.too-long': 'comment',
}
