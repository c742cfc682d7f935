import type { Language } from '../../../i18n/language.ts'
import { auditBreakSentence } from '../../../platform/audit/audit-words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { AuditChain } from '../audit-page.queries.server.ts'
import { auditPageText } from '../text/pages.ts'
import { shortHash } from './audit-entries.tsx'

const LOOKS = { whole: 'done', unchecked: 'none', broken: 'late' } as const

/** Whether the log is whole, how far it reaches, and how to check it from outside. `query` keeps the filter. */
export function AuditChainBox({ lang, chain, query }: { lang: Language; chain: AuditChain; query: string }) {
  const { chain: text } = auditPageText(lang)
  return (
    <section className="chain-box" aria-labelledby="chain-title">
      <h2 id="chain-title">{text.title}</h2>
      <p className="actions">
        <Chip state={LOOKS[chain.state]}>{text[chain.state]}</Chip>
        {chain.head ? (
          <span>
            {text.head(chain.head.seq)} · {text.hash}{' '}
            <code title={chain.head.hash}>{shortHash(chain.head.hash)}</code>
          </span>
        ) : (
          <span>{text.empty}</span>
        )}
      </p>
      {chain.state === 'broken' && (
        <p>
          <strong>{auditBreakSentence(chain.broken, lang)}</strong> {text.brokenHelp}
        </p>
      )}
      {chain.state === 'unchecked' && (
        <p>
          <a className="button" href={`${addressOf.office(lang, 'audit')}${query}`}>
            <Icon name="permission" />
            {text.check}
          </a>
        </p>
      )}
      <p className="small muted">
        {text.how} <code>npx prongsai verify</code>
      </p>
    </section>
  )
}
