import type { TextOf } from '../../../../i18n/language.ts'
import type { standingStepsTh } from './standing-steps.th.ts'

export const standingStepsEn: TextOf<typeof standingStepsTh> = {
  steps: 'Steps of the chain of approval',
  waits: 'no resolution yet',
  onDay: (day) => `on ${day}`,
  recorded: (day) => `entered on ${day}`,
}
