import { describe, expect, it } from 'vitest'
import { readMentions } from './mentions.domain.ts'

const people = [
  { id: 'a', name: 'สมชาย ใจดี' },
  { id: 'b', name: 'สมชาย' },
  { id: 'c', name: 'Ann Lee' },
  { id: 'd', name: 'Ann' },
  { id: 'e', name: 'ศิริพร' },
  { id: 'f', name: 'ศิริพร' },
]
const idsIn = (text: string) => readMentions(text, people).ids

describe('who is named in a comment', () => {
  it('the longest name that fits is meant', () => {
    expect(idsIn('@สมชาย ใจดี ช่วยดูด้วย')).toEqual(['a'])
    expect(idsIn('@สมชาย ช่วยดูด้วย')).toEqual(['b'])
    expect(idsIn('ขอให้@สมชายช่วยดู')).toEqual(['b'])
  })

  it('a name counts with other spaces and in other case', () => {
    expect(idsIn('@สมชาย  \n ใจดี')).toEqual(['a'])
    expect(idsIn('@ANN lee, please')).toEqual(['c'])
  })

  it('a part of a word is nobody', () => {
    expect(idsIn('@Anna, @Annie')).toEqual([])
    expect(idsIn('mail@Ann')).toEqual([])
    // A vowel below belongs to another word.
    expect(idsIn('@สมชายุ')).toEqual([])
  })

  it('without an @, or with an unknown name, nobody is named', () => {
    expect(idsIn('สมชาย ใจดี')).toEqual([])
    expect(idsIn('@ไม่มีใคร @ @@')).toEqual([])
    expect(idsIn('')).toEqual([])
  })

  it('two people of one name are both named, and nobody twice', () => {
    expect(idsIn('@ศิริพร และ @ศิริพร กับ @Ann')).toEqual(['e', 'f', 'd'])
  })

  it('the parts together are the text, the names marked as they were typed', () => {
    const text = 'ถึง @สมชาย ใจดี และ @Ann: a@b.example'
    const { parts } = readMentions(text, people)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ isMention }) => isMention).map((part) => part.text)).toEqual([
      '@สมชาย ใจดี',
      '@Ann',
    ])
  })

  it('a text of many @ is read to its end', () => {
    expect(idsIn('@'.repeat(4000))).toEqual([])
    expect(readMentions('@สมชาย'.repeat(600), people).parts).toHaveLength(600)
  })
})
