/** A ToUnicode CMap holds at most this many rows in one block (Adobe technical note 5014). */
const ROWS_OF_BLOCK = 100

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Thai-Exact def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
const FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`

/** The map from glyph numbers to text that a reader copies and searches. */
export function unicodeMap(texts: readonly (readonly [glyph: number, text: string])[]): string {
  const rows = texts.map(([glyph, text]) => `<${hex4(glyph)}> <${utf16(text)}>`)
  let blocks = ''
  for (let at = 0; at < rows.length; at += ROWS_OF_BLOCK) {
    const block = rows.slice(at, at + ROWS_OF_BLOCK)
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return HEAD + blocks + FOOT
}

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index))).join('')
const hex4 = (value: number) => value.toString(16).padStart(4, '0').toUpperCase()
