import type { Language } from '../../../../i18n/language.ts'
import { agendaItemEn } from './agenda-item.en.ts'
import { agendaItemTh } from './agenda-item.th.ts'
import { resolutionEn } from './resolution.en.ts'
import { resolutionTh } from './resolution.th.ts'
import { resolutionTasksEn } from './resolution-tasks.en.ts'
import { resolutionTasksTh } from './resolution-tasks.th.ts'

export const agendaItemText = (lang: Language) => (lang === 'th' ? agendaItemTh : agendaItemEn)
export const resolutionText = (lang: Language) => (lang === 'th' ? resolutionTh : resolutionEn)
export const resolutionTasksText = (lang: Language) => (lang === 'th' ? resolutionTasksTh : resolutionTasksEn)
