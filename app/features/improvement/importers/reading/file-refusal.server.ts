import type { Bilingual } from '../../../../i18n/language.ts'
import type { FileFault, FileFaultDetail } from '../../../../platform/office-files/file-fault.ts'
import { bilingual, sameInBoth } from '../../text/index.ts'
import type { Refusal } from '../import.domain.ts'

/** A file that cannot be read at all, as the importers say it. */
export const refusalOfFile = ({ code, place, what }: FileFault): Refusal => ({
  code: `import.${code}`,
  place: place && bilingual(({ places }) => places.cell(place.sheet, place.cell)),
  detail: what && detailOf(what),
})

function detailOf(what: FileFaultDetail): Bilingual {
  if (what.kind === 'named') return sameInBoth(what.text)
  return bilingual(({ details }) => {
    switch (what.kind) {
      case 'pdf':
        return details.pdf
      case 'old-office':
        return details.oldOffice
      case 'other-archive':
        return details.otherArchive
      case 'binary':
        return details.binary
      case 'empty':
        return details.empty
      case 'encrypted':
        return details.encrypted
      case 'megabytes':
        return details.megabytes(what.found, what.limit)
      case 'elements':
        return details.elements(what.found, what.limit)
      case 'nested':
        return details.nested(what.limit)
      case 'grid':
        return details.grid(what.rows, what.columns, what.limit)
      case 'merges':
        return details.merges(what.cells, what.limit)
    }
  })
}
