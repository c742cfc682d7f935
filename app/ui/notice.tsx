import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

const ICONS = { plain: 'info', done: 'done', warning: 'warning', late: 'late' } as const

/** Something that the page says of itself. `done`, what was just done, is read out when the page opens. */
export const Notice = ({ kind = 'plain', children }: { kind?: keyof typeof ICONS; children: ReactNode }) => (
  <div
    className={kind === 'plain' ? 'notice' : `notice ${kind}`}
    role={kind === 'done' ? 'status' : undefined}
  >
    <Icon name={ICONS[kind]} />
    {children}
  </div>
)
