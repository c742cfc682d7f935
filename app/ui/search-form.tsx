import './search-form.css'
import { Icon } from './icon.tsx'

const LONGEST = 200

/** What is searched for, as it stands in the address of a page that a search form leads to; empty where nothing does. */
export const askedIn = (params: URLSearchParams): string =>
  (params.get('q') ?? '').slice(0, LONGEST).toWellFormed().trim()

type SearchFormProps = Readonly<{
  /** What the search is, for who goes from landmark to landmark. */
  name: string
  /** The label of its field. */
  field: string
  /** What its button says. */
  go: string
  /** What was searched for. */
  asked: string
}>

/** A search of its own page: what is searched for stands in the address, so that it can be kept and sent to others. */
export const SearchForm = ({ name, field, go, asked }: SearchFormProps) => (
  <search aria-label={name}>
    <form method="get" className="search-form">
      <label htmlFor="asked">{field}</label>
      <div className="line">
        <input id="asked" name="q" type="search" defaultValue={asked} maxLength={LONGEST} />
        <button type="submit" className="button primary">
          <Icon name="search" />
          {go}
        </button>
      </div>
    </form>
  </search>
)
