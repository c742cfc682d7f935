import { describe, expect, it } from 'vitest'
import { draftMemory } from './draft-memory.ts'

/** What a browser gives a page for its own. */
class Store implements Storage {
  readonly kept = new Map<string, string>()
  get length() {
    return this.kept.size
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
  clear = () => this.kept.clear()
}

const NOW = Date.parse('2024-10-01T05:00:00Z')
const typed = (given: object = {}) => ({
  personId: 'me',
  form: '/office a',
  title: '',
  begins: '',
  fields: [['text', 'ก']] as const,
  seenVersion: null,
  typedAt: NOW,
  ...given,
})
const memoryOf = (store: Storage | null, personId = 'me') => draftMemory(store, personId, () => NOW)

describe('what a browser holds until the server has it', () => {
  it('is given to its person alone', () => {
    const store = new Store()
    memoryOf(store).hold(typed())
    expect(memoryOf(store).held()).toEqual([typed()])
    expect(memoryOf(store, 'other').held()).toEqual([])
    expect(memoryOf(store, 'm').held()).toEqual([])
  })

  it('is let go of when the server has it, but not what was typed since', () => {
    const store = new Store()
    const memory = memoryOf(store)
    memory.hold(typed({ typedAt: NOW + 1 }))
    memory.letGo(typed())
    expect(memory.held()).toHaveLength(1)
    memory.letGo(typed({ typedAt: NOW + 1 }))
    expect(store.length).toBe(0)
  })

  it('ends after ninety days whosever it is, and what was broken goes', () => {
    const store = new Store()
    memoryOf(store, 'other').hold(typed({ personId: 'other', typedAt: NOW - 91 * 24 * 3_600_000 }))
    store.setItem('prongsai.draft.me./office b', '{')
    store.setItem('prongsai.draft.me./office c', '"text"')
    store.setItem('of-something-else', '{')
    memoryOf(store)
    expect([...store.kept.keys()]).toEqual(['of-something-else'])
  })

  it('is nothing where the browser keeps nothing or has no room', () => {
    const full = new Store()
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(memoryOf(full).hold(typed())).toBe(false)
    expect(memoryOf(null).hold(typed())).toBe(false)
    expect(memoryOf(null).held()).toEqual([])
    expect(memoryOf(new Store()).hold(typed())).toBe(true)
  })
})
