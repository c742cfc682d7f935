import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** How long ago or ahead an instant is, and when that is exactly. */
export function Instant({ lang, at, now }: { lang: Language; at: Date; now: Date }) {
  const passed = at.getTime() - now.getTime()
  const [unit, length] = STEPS.find(([, ms]) => Math.abs(passed) >= ms) ?? ['second', 1_000]
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  return (
    <time dateTime={at.toISOString()}>
      {relative.format(Math.trunc(passed / length), unit)}
      <span className="under">{formatInstant(at, lang)}</span>
    </time>
  )
}
