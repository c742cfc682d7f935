import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Item, Scale } from '../../catalogue/index.ts'
import { aggregationPlan, type CannotAggregate } from './aggregation-plan.domain.ts'
import { type WorkingNumber, workingNumber } from './working-number.domain.ts'

export type SurveyInstrument = 'IIT' | 'EIT'

/** One question that a respondent answers: an item without sub-items, or a sub-item. */
export type AnswerColumn = Readonly<{
  /** "i2" or "i1.1". */
  code: string
  item: ItemRef
  instrument: SurveyInstrument
  /** In the catalogue's order; option 1 comes first. The score is null where no source states it. */
  options: readonly Readonly<{ text: string; score: WorkingNumber | null; isExcluded: boolean }>[]
  /** The item, its scale or the scores of the options are marked unverified in the catalogue. */
  isUnverified: boolean
}>
/** What a year asks in its two surveys. */
export type AnswerForm = Readonly<{ year: number; columns: readonly AnswerColumn[] }>

const forms = new WeakMap<Framework, AnswerForm | 'no-items' | CannotAggregate>()

/** The questions of a framework year that have a scale, in its order; why there are none otherwise. */
export function answerForm(framework: Framework): AnswerForm | 'no-items' | CannotAggregate {
  const known = forms.get(framework)
  if (known !== undefined) return known
  const plan = aggregationPlan(framework)
  const columns = framework.items.flatMap((item) => columnsOf(framework, item))
  const form =
    typeof plan === 'string' ? plan : columns.length === 0 ? 'no-items' : { year: framework.year, columns }
  forms.set(framework, form)
  return form
}

function columnsOf({ scales }: Framework, item: Item): readonly AnswerColumn[] {
  if (item.instrument === 'OIT') return []
  const { ref, instrument, code, subItems } = item
  const asked = subItems.length > 0 ? subItems : [{ code, scale: item.scale }]
  return asked.flatMap(({ code: own, scale: id }): AnswerColumn[] => {
    const scale = scales.find((one) => one.id === id)
    if (!scale) return []
    const isUnverified = item.certainty === 'unverified' || isScaleUnverified(scale)
    return [
      {
        code: own,
        item: ref,
        instrument,
        options: scale.options.map(({ text, score, isExcluded }) => ({
          text,
          score: score === null ? null : workingNumber(score),
          isExcluded,
        })),
        isUnverified,
      },
    ]
  })
}

const isScaleUnverified = ({ certainty, scoring }: Scale): boolean =>
  certainty === 'unverified' || scoring?.certainty === 'unverified'
