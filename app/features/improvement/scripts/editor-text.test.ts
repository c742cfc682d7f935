import fc from 'fast-check'
import { type Node, Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { readLines, writeLines } from '../notation/notation-lines.domain.ts'
import { schema } from './editor-schema.ts'
import { documentOf, linesOf, withPastedLists } from './editor-text.ts'

const { nodes } = schema
const again = (text: string) => writeLines(linesOf(documentOf(readLines(text))))

const anyLine = fc
  .tuple(
    fc.constantFrom('', '- ', '  - ', '-# ', '  -# '),
    fc.string({ unit: fc.constantFrom(...'กข้ำ ab*[]|\\-#'), maxLength: 12 }),
    fc.constantFrom('', '[[i1-i6]]', '**[[2567:O8|ข้อ O8]]**', '**หนา**'),
  )
  .map((parts) => parts.join(''))

describe('a text in the editor', () => {
  it('is the same text when nothing was changed', () => {
    const text = 'ผล **หนา** [[i1-i6]]\n\n- ก\n  - ข\n- ค\n\nท้าย\n\n-# ๑\n-# [[2567:O8|ข้อ O8]]'
    expect(again(text)).toBe(text)
  })

  it('whatever is typed, keeps what it says and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        const once = again(lines.join('\n'))
        documentOf(readLines(once)).check()
        const said = (text: string) =>
          readLines(text)
            .flatMap(({ runs }) => runs.map((run) => run.text))
            .join('')
        expect(said(once).replace(/\s/gu, '')).toBe(said(lines.join('\n')).replace(/\s/gu, ''))
        expect(again(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps a list three deep as one that is two deep', () => {
    const list = (text: string, below: readonly Node[]): Node =>
      nodes.bullet_list.create(null, [
        nodes.list_item.create(null, [nodes.paragraph.create(null, schema.text(text)), ...below]),
      ])
    const doc = nodes.doc.create(null, [list('ก', [list('ข', [list('ค', [])])])])
    expect(writeLines(linesOf(doc))).toBe('- ก\n  - ข\n  - ค')
  })

  it('makes a list of pasted paragraphs that only look like one', () => {
    const paragraphs = ['ก่อน', '·  ก', '•ข', 'หลัง', '· ค', 'ท้าย'].map((text) =>
      nodes.paragraph.create(null, schema.text(text)),
    )
    const slice = withPastedLists(Slice.maxOpen(nodes.doc.create(null, paragraphs).content))
    const doc = nodes.doc.create(null, slice.content)
    expect(writeLines(linesOf(doc))).toBe('ก่อน\n\n- ก\n- ข\n\nหลัง\n\n- ค\n\nท้าย')
  })
})
