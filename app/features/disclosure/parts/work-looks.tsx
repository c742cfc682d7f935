import type { Language, MaybeBilingual } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { missingOf } from '../centre-tasks.domain.ts'
import type { ItemRow, YearCalendar } from '../item-work.domain.ts'
import { type WindowState, windowOf } from '../submission/window.domain.ts'
import { centreText } from '../text/centre.ts'

/** Words of staff in the language in which they stand. */
export function Said({ lang, words }: { lang: Language; words: MaybeBilingual }) {
  const said = saidIn(lang, words)
  return <span lang={said.lang === lang ? undefined : said.lang}>{said.words}</span>
}

/** 100 or 0 with what is behind it, in a list. */
export function ScoreChips({ lang, row }: { lang: Language; row: Pick<ItemRow, 'score' | 'findings'> }) {
  const text = centreText(lang)
  const missing = missingOf(row)
  return (
    <span className="chips">
      <Chip state={row.score.score === 100 ? 'done' : 'late'}>
        {row.score.score === 100 ? text.full : text.zero}
      </Chip>
      {missing > 0 && <span className="under">{text.missingCount(missing)}</span>}
      {row.findings.length > 0 && (
        <Chip state="returned" icon="warning">
          {text.findingCount(row.findings.length)}
        </Chip>
      )}
    </span>
  )
}

/** What the public sees of an item. */
export function PublicChips({
  lang,
  row: { newest, isChanged },
}: {
  lang: Language
  row: Pick<ItemRow, 'newest' | 'isChanged'>
}) {
  const text = centreText(lang)
  if (newest === null) return <Chip state="none">{text.notPublic}</Chip>
  return (
    <span className="chips">
      <Chip state="done" icon="seal">
        {text.publishedVersion(newest.version)}
      </Chip>
      {isChanged && (
        <Chip state="returned" icon="edit">
          {text.changedSince}
        </Chip>
      )}
    </span>
  )
}

const WINDOWS: Record<WindowState, ChipState> = {
  preparing: 'none',
  submission: 'working',
  scoring: 'review',
  clarification: 'returned',
  closed: 'done',
}

/** Where the year stands by its calendar. */
export function WindowChip({
  lang,
  calendar,
  today,
}: {
  lang: Language
  calendar: YearCalendar
  today: IsoDay
}) {
  const state = windowOf(calendar, today)
  return (
    <Chip state={WINDOWS[state]} icon="calendar">
      {centreText(lang).windows[state]}
    </Chip>
  )
}
