import type { Language } from '../../../../i18n/language.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { approvalsTerms } from '../../text/index.ts'
import type { ChainEffect } from '../chain-effect.queries.server.ts'
import { chainEffectText, chainsPageText } from '../text/index.ts'

/** What another chain means for what is under way, before it is saved. */
export function ChainEffectView({ lang, effect }: { lang: Language; effect: ChainEffect }) {
  const text = chainEffectText(lang)
  const page = chainsPageText(lang)
  return (
    <section className="stack" aria-labelledby={`effect-${effect.kind}`}>
      <h4 id={`effect-${effect.kind}`}>{text.title}</h4>
      <Notice kind="warning">
        <p>{text.notYet}</p>
        <p>{page.sentence(approvalsTerms(lang).kinds[effect.kind], effect.bodies.join(page.afterwards))}</p>
      </Notice>
      {effect.underWay.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <DataTable
          caption={text.underWay(effect.underWay.length)}
          isCaptionHidden={false}
          columns={[{ label: text.thing }, { label: text.before }, { label: text.after }]}
          rows={effect.underWay.map(({ key, title, before, after }) => ({
            key,
            cells: [
              title,
              <Passed key="before" lang={lang} passed={before} />,
              <Passed key="after" lang={lang} passed={after} />,
            ],
          }))}
        />
      )}
      {effect.published > 0 && <p>{text.published(effect.published)}</p>}
    </section>
  )
}

type PassedProps = Readonly<{ lang: Language; passed: ChainEffect['underWay'][number]['before'] }>

function Passed({ lang, passed: { passed, steps, isComplete } }: PassedProps) {
  const text = chainEffectText(lang)
  if (steps === 0) return text.noChain
  return (
    <>
      {text.passed(passed, steps)}{' '}
      <Chip state={isComplete ? 'done' : 'working'}>{isComplete ? text.complete : text.notComplete}</Chip>
    </>
  )
}
