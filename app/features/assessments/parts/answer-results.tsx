import type { Bilingual, Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Framework } from '../../catalogue/index.ts'
import { type ShownItem, shownItems, shownParts } from '../answers/answers-view.domain.ts'
import { type ComputedYear, type MissingPart, restsOnUnverified } from '../answers/computed-year.domain.ts'
import { SURVEYS, type YearAnswers } from '../answers/survey.domain.ts'
import type { ComparedFigure, FigureOf } from '../answers/taken-figures.domain.ts'
import { FEWEST_SHOWN } from '../answers/withhold.domain.ts'
import { answersPageText } from '../text/answers-page.ts'

type Text = ReturnType<typeof answersPageText>

const inLang = (title: string | Bilingual | null, lang: Language) =>
  title === null ? '' : typeof title === 'string' ? title : title[lang]

/** What stands in place of a score, in words. */
export const scoreOrWhy = ({ mean, why }: Pick<ShownItem, 'mean' | 'why'>, text: Text): string =>
  mean ?? (why === null ? '' : text.why[why])

/** What a figure is called, its year known from the page. */
export function figureName(of: FigureOf, framework: Framework, lang: Language): string {
  const text = answersPageText(lang)
  if (of.kind === 'total')
    return of.part === 'total' ? text.total : of.part === 'level' ? text.level : text.instruments[of.part]
  const indicator = framework.indicators.find(({ ref }) => ref === of.ref)
  return indicator ? text.indicator(indicator.number, indicator.title[lang]) : codeOf(of.ref)
}

/** A value as it is read: a level by its name. */
export const figureValue = (of: FigureOf, value: string, framework: Framework, lang: Language): string =>
  of.kind === 'total' && of.part === 'level'
    ? (framework.levels.find(({ key }) => key === value)?.title[lang] ?? value)
    : value

type Shown = Readonly<{
  lang: Language
  framework: Framework
  answers: YearAnswers
  computed: ComputedYear
}>

/** Scores that the stored answers give: items, indicators, instruments, the total with its level or what keeps it away. */
export function AnswerResults({ lang, framework, answers, computed }: Shown) {
  const text = answersPageText(lang)
  const surveys = SURVEYS.filter((survey) => answers.respondents[survey] > 0)
  return (
    <section className="stack" aria-labelledby="computed-title">
      <h2 id="computed-title">{text.resultTitle}</h2>
      <p>{text.resultNote}</p>
      {computed.withheld.items.size > 0 && <Notice>{text.fewNote(FEWEST_SHOWN)}</Notice>}
      <Parts lang={lang} framework={framework} computed={computed} />
      {surveys.map((survey) => (
        <details className="fold" key={survey}>
          <summary>{text.itemsTitle(text.instruments[survey])}</summary>
          <ItemTable
            lang={lang}
            caption={text.itemsTitle(survey)}
            items={shownItems(framework, computed, survey, answers.respondents)}
          />
        </details>
      ))}
    </section>
  )
}

function Parts({ lang, framework, computed }: Omit<Shown, 'answers'>) {
  const text = answersPageText(lang)
  const { total, level } = computed.result
  const isWhole = computed.missing.length === 0 && !computed.withheld.total && total !== null
  const rows = shownParts(framework, computed).map((part) => ({
    key: part.of.kind === 'indicator' ? part.of.indicator.ref : part.of.instrument,
    cells:
      part.of.kind === 'indicator'
        ? [
            text.indicator(part.of.indicator.number, part.of.indicator.title[lang]),
            part.isFew ? text.why.few : part.mean,
            '',
            text.ofItems(part.counted, part.parts),
            part.isUnverified ? text.unverified : '',
          ]
        : [
            <strong key="name">{text.instruments[part.of.instrument]}</strong>,
            part.isFew ? text.why.few : part.mean,
            part.weighted === null ? '' : text.outOf(part.weighted, part.of.percent),
            text.ofIndicators(part.counted, part.parts),
            part.isUnverified ? text.unverified : '',
          ],
  }))
  return (
    <>
      <DataTable
        caption={text.partsTitle}
        isCaptionHidden={false}
        columns={[
          { label: text.partColumns.part },
          { label: text.partColumns.mean, look: 'end' },
          { label: text.partColumns.weighted, look: 'end' },
          { label: text.partColumns.basis, look: 'end' },
          { label: text.partColumns.mark },
        ]}
        rows={[
          ...rows,
          ...(isWhole
            ? [
                {
                  key: 'total',
                  cells: [
                    <strong key="name">{text.total}</strong>,
                    total,
                    text.outOf(total, '100'),
                    '',
                    restsOnUnverified(framework, computed.result, null) ? text.unverified : '',
                  ],
                },
              ]
            : []),
        ]}
      />
      {isWhole && level !== null && (
        <p>
          {text.level}:{' '}
          <strong>{figureValue({ kind: 'total', part: 'level' }, level, framework, lang)}</strong>
        </p>
      )}
      {!isWhole && (
        <Notice kind="warning">
          <div>
            <p>{text.missingTitle}</p>
            <ul>
              {computed.missing.map((part) => (
                <li key={part.instrument}>{missingWords(part, text)}</li>
              ))}
              {computed.withheld.total && <li>{text.missingFew}</li>}
            </ul>
            {computed.missing.some(({ instrument }) => instrument === 'OIT') && (
              <p>
                {text.missingDisclosure}{' '}
                <a href={addressOf.office(lang, 'scores/import')}>{text.toResults}</a>
              </p>
            )}
          </div>
        </Notice>
      )}
    </>
  )
}

function missingWords({ instrument, items, of }: MissingPart, text: Text): string {
  const name = text.instruments[instrument]
  if (of === 0) return text.missingUnknown(name)
  return items.length === of ? text.missingAll(name) : text.missingSome(name, items.map(codeOf).join(', '))
}

function ItemTable({
  lang,
  caption,
  items,
}: {
  lang: Language
  caption: string
  items: readonly ShownItem[]
}) {
  const text = answersPageText(lang)
  const columns = text.itemColumns
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: columns.item },
        { label: columns.title },
        { label: columns.mean, look: 'end' },
        { label: columns.n, look: 'end' },
        { label: columns.excluded, look: 'end' },
        { label: columns.unanswered, look: 'end' },
        { label: columns.mark },
      ]}
      rows={items.map((item) => ({
        key: item.ref,
        cells: [
          item.code,
          inLang(item.title, lang),
          scoreOrWhy(item, text),
          item.n,
          item.excluded,
          item.unanswered,
          item.isUnverified ? text.unverified : '',
        ],
      }))}
    />
  )
}

/** Computed figures beside the announced ones; those that differ are listed. */
export function AnnouncedBeside({
  lang,
  framework,
  compared,
}: Readonly<{ lang: Language; framework: Framework; compared: readonly ComparedFigure[] }>) {
  const text = answersPageText(lang)
  const differing = compared.filter(({ difference }) => difference !== null)
  const columns = text.comparedColumns
  return (
    <section className="stack" aria-labelledby="compared-title">
      <h2 id="compared-title">{text.comparedTitle}</h2>
      {compared.length === 0 ? (
        <p>{text.comparedNone}</p>
      ) : differing.length === 0 ? (
        <Notice kind="done">{text.comparedSame(compared.length)}</Notice>
      ) : (
        <>
          <p>{text.comparedCount(differing.length, compared.length)}</p>
          <DataTable
            caption={text.comparedTitle}
            columns={[
              { label: columns.figure },
              { label: columns.announced, look: 'end' },
              { label: columns.computed, look: 'end' },
              { label: columns.difference, look: 'end' },
              { label: columns.source },
              { label: text.partColumns.mark },
            ]}
            rows={differing.map(({ of, announced, computed, difference, isUnverified }) => ({
              key: of.kind === 'score' ? of.ref : of.part,
              cells: [
                figureName(of, framework, lang),
                figureValue(of, announced.value, framework, lang),
                figureValue(of, computed, framework, lang),
                difference,
                announced.fileName,
                isUnverified ? text.unverified : '',
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}
