import type { Language } from '../../../i18n/language.ts'
import { deskActsEn } from './acts.en.ts'
import { deskActsTh } from './acts.th.ts'
import { exportEn } from './export.en.ts'
import { exportTh } from './export.th.ts'
import { figuresEn } from './figures.en.ts'
import { figuresTh } from './figures.th.ts'
import { deskMailEn, movedWordsEn } from './mail.en.ts'
import { deskMailTh, movedWordsTh } from './mail.th.ts'
import { ticketsEn } from './tickets.en.ts'
import { ticketsTh } from './tickets.th.ts'

export const deskActsText = (lang: Language) => (lang === 'th' ? deskActsTh : deskActsEn)
export const ticketsText = (lang: Language) => (lang === 'th' ? ticketsTh : ticketsEn)
export const deskMailText = (lang: Language) => (lang === 'th' ? deskMailTh : deskMailEn)
export const figuresText = (lang: Language) => (lang === 'th' ? figuresTh : figuresEn)
export const movedWordsText = (lang: Language) => (lang === 'th' ? movedWordsTh : movedWordsEn)
export const exportText = (lang: Language) => (lang === 'th' ? exportTh : exportEn)
