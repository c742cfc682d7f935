/** Why a file cannot be read, before anybody asked what stands in it. Rooms make sentences of it. */
export type FileFault = Readonly<{
  code: FileFaultCode
  /** The cell of a workbook at which it was found; null where the whole file is meant. */
  place: Readonly<{ sheet: string; cell: string }> | null
  what: FileFaultDetail | null
}>
export type FileFaultCode =
  | 'unknown-format'
  | 'damaged-file'
  | 'archive-bomb'
  | 'too-large'
  | 'table-too-large'
  | 'unknown-encoding'

/** What was met. `named` is the same in every language: the name of an entry, of an encoding. Megabytes are decimal. */
export type FileFaultDetail =
  | Readonly<{ kind: 'pdf' | 'old-office' | 'other-archive' | 'binary' | 'empty' | 'encrypted' }>
  | Readonly<{ kind: 'named'; text: string }>
  | Readonly<{ kind: 'megabytes'; found: string; limit: string }>
  | Readonly<{ kind: 'elements'; found: number; limit: number }>
  | Readonly<{ kind: 'nested'; limit: number }>
  | Readonly<{ kind: 'grid'; rows: number; columns: number; limit: number }>
  | Readonly<{ kind: 'merges'; cells: number; limit: number }>

export const fileFault = (code: FileFaultCode, what: FileFaultDetail | null = null): FileFault => ({
  code,
  place: null,
  what,
})
