import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-approvals.css'
import { Chip } from '../../../ui/chip.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ResolutionRecord, StepStanding } from '../standing/standing.domain.ts'
import { standingStepsText } from '../standing/text/index.ts'
import { approvalsTerms } from '../text/index.ts'

type StepsProps = Readonly<{ lang: Language; steps: readonly StepStanding[] }>

/** The chain of a content, step below step: passed by which resolution, or what the body said last. */
export function StandingSteps({ lang, steps }: StepsProps) {
  const text = standingStepsText(lang)
  const terms = approvalsTerms(lang)
  if (steps.length === 0) return null
  return (
    <ol className="standing-steps" aria-label={text.steps}>
      {steps.map(({ position, bodyName, passedBy, lastWord }) => {
        const word = passedBy ?? lastWord
        return (
          <li key={position} className={passedBy ? 'passed' : undefined}>
            <span className="step-body">{bodyName}</span>
            <Chip state={passedBy ? 'done' : lastWord ? 'returned' : 'none'}>
              {word ? terms.decisions[word.decision] : text.waits}
            </Chip>
            {word && <Word lang={lang} word={word} />}
          </li>
        )
      })}
    </ol>
  )
}

/** By which meeting and when; the day of the entry, too, where it is another. */
function Word({ lang, word }: { lang: Language; word: ResolutionRecord }) {
  const text = standingStepsText(lang)
  const terms = approvalsTerms(lang)
  const recordedOn = thaiDay(word.recordedAt)
  return (
    <span className="step-word">
      <a href={addressOf.office(lang, `resolutions/${word.id}`)}>
        {terms.cited(word.form, word.bodyName, word.meetingNumber)}
      </a>{' '}
      {text.onDay(formatDay(word.decidedOn, lang))}
      {recordedOn !== word.decidedOn && (
        <span className="muted small"> · {text.recorded(formatDay(recordedOn, lang))}</span>
      )}
    </span>
  )
}
