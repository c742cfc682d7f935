import { Icon } from './icon.tsx'

export type FilterChoice = Readonly<{ label: string; to: string; isChosen: boolean; count?: number }>

/** Choices that stand in the address: one of them holds. */
export const FilterChips = ({ label, choices }: { label: string; choices: readonly FilterChoice[] }) => (
  <nav aria-label={label}>
    <ul className="filters">
      {choices.map((choice) => (
        <li key={choice.to}>
          <a href={choice.to} aria-current={choice.isChosen ? 'true' : undefined}>
            {choice.isChosen && <Icon name="yes" />}
            {choice.label}
            {choice.count !== undefined && <span className="number">({choice.count})</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
