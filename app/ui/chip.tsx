import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** The states of the look: each is an icon, a word and a colour. */
export type ChipState = 'done' | 'working' | 'review' | 'returned' | 'late' | 'none'

export const Chip = ({
  state,
  icon = state,
  children,
}: {
  state: ChipState
  icon?: IconName
  children: ReactNode
}) => (
  <span className={`chip ${state}`}>
    <Icon name={icon} />
    {children}
  </span>
)
