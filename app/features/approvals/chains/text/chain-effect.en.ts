import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { chainEffectTh } from './chain-effect.th.ts'

export const chainEffectEn: TextOf<typeof chainEffectTh> = {
  title: 'What the new chain means',
  look: 'See what it means first',
  none: 'Nothing is under way.',
  underWay: (things) => plural(things, 'matter is under way', 'matters are under way'),
  thing: 'Matter',
  before: 'By the chain in force',
  after: 'By the new chain',
  passed: (passed, steps) => `${passed} of ${steps} steps passed`,
  noChain: 'no chain yet',
  complete: 'every step passed',
  notComplete: 'not complete',
  published: (versions) =>
    plural(versions, 'version is public and does not change.', 'versions are public and do not change.'),
  notYet: 'Nothing is saved yet. Look at what it means, then save below.',
  usual: 'The usual chain is filled in. Change it as needed before saving.',
}
