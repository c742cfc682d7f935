import type { Language } from '../../../../i18n/language.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import { CheckField, type FormView, SelectField } from '../../../../ui/form.tsx'
import { type ChainKind, FREE_KINDS } from '../../matter.domain.ts'
import type { Chain } from '../../standing/standing.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import type { MeetingBody } from '../body.domain.ts'
import type { ChainEffect } from '../chain-effect.queries.server.ts'
import { chainValues, RECORDERS, rowField, rowsOf } from '../chain-form.domain.ts'
import type { ChainVersion } from '../chains-page.queries.server.ts'
import { chainEffectText, chainsPageText } from '../text/index.ts'
import { usualSteps } from '../usual-chain.domain.ts'
import { ChainEffectView } from './chain-effect.tsx'

type ChainProps = Readonly<{
  lang: Language
  kind: ChainKind
  chain: Chain | null
  versions: readonly ChainVersion[]
  bodies: readonly MeetingBody[]
  mayChange: boolean
  /** The form as it was sent, refused or with its effect; null where it was not. */
  sent: FormView | null
  effect: ChainEffect | null
}>

/** The chain of one kind in a sentence, its form, and those that were in force before. */
export function ChainOfKind(props: ChainProps) {
  const { lang, kind, chain, versions, bodies, mayChange, sent, effect } = props
  const text = chainsPageText(lang)
  const name = approvalsTerms(lang).kinds[kind]
  const open = bodies.filter(({ endedAt }) => endedAt === null)
  return (
    <section className="stack" aria-labelledby={`chain-${kind}`}>
      <h3 id={`chain-${kind}`} className="kind">
        {name}
      </h3>
      <p>
        {chain
          ? text.sentence(name, chain.steps.map(({ bodyName }) => bodyName).join(text.afterwards))
          : FREE_KINDS.includes(kind)
            ? text.free
            : text.none}
      </p>
      {mayChange && open.length > 0 && (
        <details open={sent !== null || undefined}>
          <summary>{text.edit(name)}</summary>
          <ChainForm lang={lang} kind={kind} chain={chain} bodies={open} sent={sent} effect={effect} />
        </details>
      )}
      {versions.length > 1 && (
        <details>
          <summary>{text.history}</summary>
          <ul>
            {versions.map((version) => (
              <li key={version.version}>
                {text.version(version.version, formatInstant(version.madeAt, lang), version.madeBy)}
                {': '}
                {version.bodies.join(text.afterwards)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type FormProps = Pick<ChainProps, 'lang' | 'kind' | 'chain' | 'bodies' | 'sent' | 'effect'>

function ChainForm({ lang, kind, chain, bodies, sent, effect }: FormProps) {
  const text = chainsPageText(lang)
  const usual = chain === null ? usualSteps(kind, bodies) : []
  const form = sent ?? { values: chainValues(chain?.steps ?? usual), errors: {} }
  const rows = Array.from({ length: rowsOf(form.values) }, (_, index) => index + 1)
  return (
    <form method="post" className="form">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="seenVersion" value={chain?.version ?? ''} />
      {sent === null && usual.length > 0 && <p>{chainEffectText(lang).usual}</p>}
      <ol className="chain-rows">
        {rows.map((row) => (
          <ChainRow
            key={row}
            lang={lang}
            row={row}
            rows={rows.length}
            id={kind}
            bodies={bodies}
            form={form}
          />
        ))}
      </ol>
      <p className="small">{text.effect}</p>
      {effect && <ChainEffectView lang={lang} effect={effect} />}
      <p className="actions">
        <button type="submit" name="act" value="look-chain" className={effect ? 'button' : 'button primary'}>
          {chainEffectText(lang).look}
        </button>
        {(effect || chain === null) && (
          <button
            type="submit"
            name="act"
            value="save-chain"
            className={effect ? 'button primary' : 'button'}
          >
            {text.saveChain}
          </button>
        )}
      </p>
    </form>
  )
}

type RowProps = Readonly<{
  lang: Language
  row: number
  rows: number
  id: string
  bodies: readonly MeetingBody[]
  form: FormView
}>

function ChainRow({ lang, row, rows, id, bodies, form }: RowProps) {
  const text = chainsPageText(lang)
  const field = (name: string) => ({ form, name: rowField(row, name), id: `${id}-${rowField(row, name)}` })
  const isStep = (form.values[rowField(row, 'body')] ?? '') !== ''
  const places = Array.from({ length: rows }, (_, index) => String(index + 1))
  const values = { [rowField(row, 'place')]: String(row), [rowField(row, RECORDERS[0])]: 'on' }
  const shown: FormView = isStep ? form : { values: { ...values, ...form.values }, errors: form.errors }
  return (
    <li>
      <fieldset>
        <legend>{isStep ? text.step(row) : text.newStep}</legend>
        <div className="fields">
          <SelectField
            {...field('body')}
            label={text.body}
            choices={[
              { value: '', label: text.noBody },
              ...bodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SelectField
            {...field('accepts')}
            label={text.accepts}
            choices={[
              { value: 'approved', label: text.approved },
              { value: 'acknowledged', label: text.acknowledged },
            ]}
          />
          <SelectField
            {...field('place')}
            form={shown}
            label={text.place}
            choices={places.map((place) => ({ value: place, label: place }))}
          />
        </div>
        <CheckField {...field('circular')} label={text.circular} />
        <fieldset>
          <legend>{text.recorders}</legend>
          {RECORDERS.map((role) => (
            <CheckField key={role} {...field(role)} form={shown} label={text.roles[role]} />
          ))}
        </fieldset>
      </fieldset>
    </li>
  )
}
