import type { Language } from '../../../i18n/language.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { OperationFinding } from '../findings/operation-findings.domain.ts'
import { operationFindingText, operationPageText } from '../text/index.ts'

/** What needs somebody, each with what to do; or that nothing does. */
export function FindingList({ lang, findings }: { lang: Language; findings: readonly OperationFinding[] }) {
  const text = operationPageText(lang)
  if (findings.length === 0)
    return (
      <section className="empty">
        <p>
          <Icon name="done" /> <strong>{text.nothing}</strong>
        </p>
        <p>{text.nothingBody}</p>
      </section>
    )
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{text.findings}</h2>
      <ul className="operation-findings">
        {findings.map((finding) => {
          const { code, severity, values } = finding
          const { problem, remedy } = operationFindingText(lang, finding)
          return (
            <li key={`${code} ${values.job ?? values.en ?? ''}`} className={severity}>
              <Chip state={severity} icon={severity === 'late' ? 'late' : 'warning'}>
                {severity === 'late' ? text.urgent : text.soon}
              </Chip>
              <div>
                <strong>{problem}</strong>
                <p>{remedy}</p>
                {code.startsWith('mail.') && (
                  <p>
                    <a href={addressOf.office(lang, 'mail')}>{text.toMail}</a>
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
