import type { Decision, MatterKind, MeetingForm } from '../matter.domain.ts'

// A name that begins with other letters or figures stands apart from the Thai word before it.
const THAI_START = /^[\u0e01-\u0e4f]/
const after = (words: string, title: string) => (THAI_START.test(title) ? words + title : `${words} ${title}`)

const BY_FORM = {
  meeting: 'ที่ประชุมพิจารณาแล้ว',
  circular: 'พิจารณาจากหนังสือเวียนขอความเห็นชอบแล้ว',
} as const satisfies Record<MeetingForm, string>

const SENTENCES = {
  approved: (title: string) => after('มีมติเห็นชอบ', title),
  'approved-with-changes': (title: string) =>
    `${after('มีมติเห็นชอบ', title)} โดยให้แก้ไขตามความเห็นที่บันทึกไว้ แล้วเสนอฉบับที่แก้ไขอีกครั้ง`,
  acknowledged: (title: string) => after('มีมติรับทราบ', title),
  rejected: (title: string) => after('มีมติไม่เห็นชอบ', title),
  returned: (title: string) => `${after('มีมติให้นำ', title)} กลับไปปรับปรุง แล้วนำกลับมาเสนอใหม่`,
} as const satisfies Record<Decision, (title: string) => string>

/** What a resolution decides is the words of minutes, which are Thai on an English page, too. */
export function officialWording(
  decision: Decision,
  { form, kind, title }: Readonly<{ form: MeetingForm; kind: MatterKind | null; title: string }>,
): string {
  const about = kind === 'withdrawal' && decision !== 'acknowledged' ? `ข้อเสนอ${title}` : title
  return `${BY_FORM[form]} ${SENTENCES[decision](about)}`
}
