import type { ChipState } from '../../../ui/chip.tsx'
import type { PageState } from '../pages/page-work.queries.server.ts'

/** How the states of a page look. */
export const STATE_CHIPS: Readonly<Record<PageState, Readonly<{ state: ChipState }>>> = {
  draft: { state: 'none' },
  public: { state: 'done' },
  changed: { state: 'working' },
  ended: { state: 'returned' },
}
