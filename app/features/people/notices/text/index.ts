import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { isNoticeDay, type NoticeDetail, type NoticeKind } from '../notice.table.ts'
import { type NoticesText, noticesEn } from './notices.en.ts'
import { noticesTh } from './notices.th.ts'

/** Words of the notices and their page. */
export const noticesText = (lang: Language): NoticesText => (lang === 'th' ? noticesTh : noticesEn)

/** What a notice says, in one sentence. */
export const noticeSentence = (lang: Language, kind: NoticeKind, detail: NoticeDetail): string =>
  noticesText(lang).kinds[kind]({
    title: detail.title ?? '',
    by: detail.by ?? '',
    day: detail.day === undefined ? '' : dayIn(lang, detail.day),
  })

/** Earlier versions of the program kept some days as words. */
const dayIn = (lang: Language, day: string): string => (isNoticeDay(day) ? formatDay(day, lang) : day)
