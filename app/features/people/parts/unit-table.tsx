import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { UnitRow } from '../directory/directory.queries.server.ts'
import { isOpen, unitLabel } from '../directory/unit.domain.ts'
import { unitsPageText } from '../text/pages.ts'

const DEEPEST = 6

type UnitTableProps = Readonly<{ lang: Language; units: readonly UnitRow[]; mayChange: boolean }>

/** The tree of units, each below its parent and set in. */
export function UnitTable({ lang, units, mayChange }: UnitTableProps) {
  const text = unitsPageText(lang)
  const { columns } = text
  return (
    <DataTable
      caption={text.title}
      columns={[
        { label: columns.unit },
        { label: columns.owners },
        { label: columns.head },
        { label: columns.people },
        { label: columns.days },
        { label: columns.act, look: 'do', isHidden: true },
      ]}
      rows={units.map((unit) => ({
        key: unit.id,
        cells: [
          <UnitName lang={lang} unit={unit} key="name" />,
          unit.owners.length === 0 ? (
            isOpen(unit) && (
              <Chip state="returned" icon="warning" key="owner">
                {text.noOwner}
              </Chip>
            )
          ) : (
            <div className="lines" key="owners">
              {unit.owners.map(({ id, name }) => (
                <a href={addressOf.office(lang, `people/${id}`)} key={id}>
                  {name}
                </a>
              ))}
            </div>
          ),
          unit.head !== null && (
            <a href={addressOf.office(lang, `people/${unit.head.id}`)} key="head">
              {unit.head.name}
            </a>
          ),
          unit.people === 0 ? (
            text.peopleCount(0)
          ) : (
            <a href={`${addressOf.office(lang, 'people')}?unit=${unit.id}`} key="people">
              {text.peopleCount(unit.people)}
            </a>
          ),
          <div className="lines small" key="days">
            <span>{text.since(formatDay(unit.validFrom, lang))}</span>
            {unit.validTo !== null && <span>{text.ends(formatDay(unit.validTo, lang))}</span>}
          </div>,
          mayChange && isOpen(unit) && (
            <a
              className="button small"
              href={`${addressOf.office(lang, 'units')}?unit=${unit.id}`}
              aria-label={text.changeOf(unitLabel(unit, lang))}
              key="change"
            >
              <Icon name="edit" />
              {text.change}
            </a>
          ),
        ],
      }))}
    />
  )
}

function UnitName({ lang, unit }: { lang: Language; unit: UnitRow }) {
  const name = lang === 'en' ? (unit.nameEn ?? unit.nameTh) : unit.nameTh
  return (
    <span className={`unit-name depth-${Math.min(unit.depth, DEEPEST)}`}>
      {unit.code !== null && <span className="unit-code">{unit.code}</span>}
      <span>{name}</span>
    </span>
  )
}
