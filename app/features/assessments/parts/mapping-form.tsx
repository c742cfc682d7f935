import '../../../ui/office-result-import.css'
import type { Language } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { CheckField, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { COLUMN_MEANINGS } from '../reading/mapping.domain.ts'
import type { UploadView } from '../reading/upload-view.server.ts'
import { resultMappingText } from '../text/result-mapping.ts'

/** A figure that a column may be: its code ("ind6", "e1"), and its title where all years give it the same. */
export type FigureChoice = Readonly<{ code: string; title: string | null }>
export type FigureChoices = Readonly<{
  indicators: readonly FigureChoice[]
  items: readonly FigureChoice[]
}>
type Shown = Omit<UploadView, 'first' | 'faults' | 'records' | 'gaps'>

/** What each column is, and what the file does not say itself. Sent again, it is read anew; nothing comes in by it. */
export function MappingForm({
  lang,
  shown,
  choices,
  isOfPeers,
  badYear,
}: Readonly<{
  lang: Language
  shown: Shown
  choices: FigureChoices
  isOfPeers: boolean
  /** What was typed as a year and is none. */
  badYear: string | null
}>) {
  const text = resultMappingText(lang)
  const { mapping, columns, agencies, levelWords, levels, scale } = shown
  const form = {
    values: {
      year: badYear ?? (mapping.year === null ? '' : String(mapping.year)),
      scale: mapping.instrumentScale ?? '',
      agency: mapping.agency ?? '',
      fillDown: mapping.fillDown ? 'on' : '',
      ...Object.fromEntries(levelWords.map((word, at) => [`level.${at}`, mapping.levels[word] ?? ''])),
    },
    errors: badYear === null ? {} : { year: text.badYear(badYear) },
  }
  return (
    <section className="stack" aria-labelledby="map-title">
      <h2 id="map-title">{text.mapTitle}</h2>
      <p>{text.mapLead}</p>
      <form method="post" className="form">
        <DataTable
          caption={text.mapTitle}
          columns={[
            { label: text.mapColumns.head },
            { label: text.mapColumns.values },
            { label: text.mapColumns.means },
          ]}
          rows={columns.map(({ head, values, means }, at) => ({
            key: head,
            cells: [
              head,
              <span className="column-values" key="values">
                {values.join(' · ')}
              </span>,
              <span className="column-means" key="means">
                <input type="hidden" name={`head.${at}`} value={head} />
                <MeaningChoice lang={lang} name={`means.${at}`} head={head} means={means} choices={choices} />
              </span>,
            ],
          }))}
        />
        <TextField form={form} name="year" label={text.year} hint={text.yearHint} inputMode="numeric" />
        <SelectField
          form={form}
          name="scale"
          label={text.scale}
          choices={[
            { value: '', label: text.scales.auto(scale === null ? '' : text.scales[scale]) },
            { value: 'weighted', label: text.scales.weighted },
            { value: 'of-100', label: text.scales['of-100'] },
          ]}
        />
        {agencies.length > 1 && (
          <SelectField
            form={form}
            name="agency"
            label={text.agency}
            choices={[
              { value: '', label: isOfPeers ? text.agencyAll : text.agencyAny },
              ...agencies.map(({ key, name, code }) => ({
                value: key,
                label: code === null || code === name ? name : `${name} (${code})`,
              })),
            ]}
          />
        )}
        {agencies.length > 0 && (
          <CheckField form={form} name="fillDown" label={text.fillDown} hint={text.fillDownHint} />
        )}
        {levelWords.length > 0 && (
          <fieldset className="stack">
            <legend>{text.levelTitle}</legend>
            {levelWords.map((word, at) => (
              <div key={word}>
                <input type="hidden" name={`word.${at}`} value={word} />
                <SelectField
                  form={form}
                  name={`level.${at}`}
                  label={text.levelOf(word)}
                  choices={[
                    { value: '', label: text.levelNone },
                    ...levels.map(({ key, title }) => ({ value: key, label: title[lang] })),
                  ]}
                />
              </div>
            ))}
          </fieldset>
        )}
        <div className="actions">
          <button type="submit" className="button" name="act" value="map">
            <Icon name="review" />
            {text.again}
          </button>
        </div>
      </form>
    </section>
  )
}

type MeaningChoiceProps = Readonly<{
  lang: Language
  name: string
  head: string
  means: string
  choices: FigureChoices
}>

function MeaningChoice({ lang, name, head, means, choices }: MeaningChoiceProps) {
  const text = resultMappingText(lang)
  const titled = ({ code, title }: FigureChoice, label: string) => (
    <option key={code} value={`figure:${code}`}>
      {title === null ? label : `${label} ${title}`}
    </option>
  )
  return (
    <select name={name} defaultValue={means} aria-label={text.meansOf(head)}>
      <optgroup label={text.groups.table}>
        {COLUMN_MEANINGS.map((meaning) => (
          <option key={meaning} value={meaning}>
            {text.meanings[meaning]}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.groups.whole}>
        {(['total', 'IIT', 'EIT', 'OIT'] as const).map((part) => (
          <option key={part} value={`figure:${part}`}>
            {text.parts[part]}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.groups.indicators}>
        {choices.indicators.map((choice) => titled(choice, text.indicator(choice.code.slice('ind'.length))))}
      </optgroup>
      <optgroup label={text.groups.items}>
        {choices.items.map((choice) => titled(choice, choice.code))}
      </optgroup>
    </select>
  )
}
