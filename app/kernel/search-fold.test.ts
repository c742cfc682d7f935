import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, findWords, foldSearch, hasWords, searchedWords } from './search-fold.ts'

const marked = (text: string, ...words: string[]) =>
  findWords(text, words)
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('')

describe('a text as it is searched', () => {
  it('has no tone marks and no spaces, whichever way it was typed', () => {
    expect(foldSearch('ประกาศ นโยบาย')).toBe(foldSearch('ประกาศนโยบาย'))
    expect(foldSearch('ไม่รับของขวัญ')).toBe(foldSearch('ไมรับของขวัญ'))
    expect(foldSearch('เเผนงาน')).toBe(foldSearch('แผนงาน'))
    expect(foldSearch('จัดทํา')).toBe(foldSearch('จัดทำ'))
    expect(foldSearch('นํ้า')).toBe(foldSearch('น้ำ'))
    expect(foldSearch('No Gift Policy')).toBe('nogiftpolicy')
  })

  it('words are what is between spaces; a tone mark alone is none', () => {
    expect(searchedWords('  ประกาศ \u200b ่ No  Gift ')).toEqual(['ประกาศ', 'No', 'Gift'])
    expect(searchedWords('ก '.repeat(500))).toHaveLength(12)
    expect(searchedWords('\0 ก\0ข')).toEqual(['ก', 'ข'])
  })
})

describe('where words stand in a text', () => {
  it('are marked as written, with the marks on their letters', () => {
    expect(marked('จัดทำประกาศนโยบาย', 'ประกาศ')).toBe('จัดทำ[ประกาศ]นโยบาย')
    expect(marked('จัดทำประกาศนโยบาย', 'จดทา')).toBe('จัดทำประกาศนโยบาย')
    expect(marked('จัดทำประกาศ', 'จัดทํา')).toBe('[จัดทำ]ประกาศ')
    expect(marked('ไม่รับของขวัญ', 'ไมรับ')).toBe('[ไม่รับ]ของขวัญ')
    expect(marked('ตามเเผนงาน', 'แผน')).toBe('ตาม[เเผน]งาน')
    expect(marked('ประกาศ นโยบาย', 'ศนโย')).toBe('ประกา[ศ นโย]บาย')
    expect(marked('ปี ๒๕๖๘ และ 2568', '2568')).toBe('ปี [๒๕๖๘] และ [2568]')
    expect(marked('No Gift', 'gift')).toBe('No [Gift]')
    expect(marked('100% ของ_งาน', '%')).toBe('100[%] ของ_งาน')
  })

  it('nothing of the text is lost or doubled, whatever is searched for', () => {
    const thai = fc.string({ unit: fc.constantFrom(...'กเเแำํา้่์ๆ ๑1aA\u200b%') })
    fc.assert(
      fc.property(thai, fc.array(thai, { maxLength: 3 }), (text, words) => {
        expect(
          findWords(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('what a text has is found in it', () => {
    expect(hasWords('จัดทำประกาศ นโยบาย', ['นโยบาย', 'ประกาศ'])).toBe(true)
    expect(hasWords('จัดทำประกาศ', ['นโยบาย'])).toBe(false)
  })

  it('an excerpt is of the place around the first word, and says that there is more', () => {
    const long = `${'ก'.repeat(300)}ประกาศ${'ข'.repeat(300)}`
    const said = excerptOf(long, ['ประกาศ'], 80).map((part) => part.text)
    expect(said[0]).toBe('…')
    expect(said).toContain('ประกาศ')
    expect(said.at(-1)).toBe('…')
    expect(said.join('').length).toBeLessThan(90)
    expect(excerptOf('สั้น\nมาก', [], 80)).toEqual([{ text: 'สั้น มาก', isFound: false }])
  })
})
