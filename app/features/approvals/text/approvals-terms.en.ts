import type { TextOf } from '../../../i18n/language.ts'
import type { approvalsTermsTh } from './approvals-terms.th.ts'

export const approvalsTermsEn: TextOf<typeof approvalsTermsTh> = {
  kinds: {
    measures: 'measures of a year',
    report: 'yearly report',
    document: 'document or policy',
    page: 'page of the website',
    disclosure: 'disclosed item (OIT)',
    withdrawal: 'withdrawal of a publication',
  },
  decisions: {
    approved: 'approved',
    'approved-with-changes': 'approved with changes',
    acknowledged: 'noted',
    rejected: 'not approved',
    returned: 'to be submitted again',
  },
  takenBack: (decision) => `${decision} (withdrawn)`,
  forms: { meeting: 'meeting', circular: 'written circular' },
  states: { planned: 'planned', held: 'held', cancelled: 'cancelled' },
  cited: (form, body, number) =>
    form === 'meeting' ? `${body}, meeting ${number}` : `${body}, written circular ${number}`,
  resolved: (decision, cited, day) => `${decision} by ${cited}, on ${day}`,
}
