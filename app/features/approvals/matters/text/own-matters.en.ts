import type { TextOf } from '../../../../i18n/language.ts'
import type { ownMattersTh } from './own-matters.th.ts'

export const ownMattersEn: TextOf<typeof ownMattersTh> = {
  document: {
    title: 'title',
    fileName: 'file name',
    sha256: 'hash of the file (SHA-256)',
    size: 'size (bytes)',
  },
  withdrawal: (kind, key, version) => `Withdrawal of the ${kind} ${key}, version ${version}`,
  withdrawn: { kind: 'kind', key: 'thing', version: 'version', contentHash: 'content hash' },
}
