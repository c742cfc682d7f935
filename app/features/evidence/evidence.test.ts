import { describe, expect, it } from 'vitest'
import { evidenceFacts } from '../../../tests/support/evidence-builders.ts'
import { sizeText } from '../../kernel/file-size.ts'
import { cleanEvidence, expiryOf, mergeFacts, readLink, titleOfLink } from './evidence.domain.ts'
import { filterSearch, readFilter } from './evidence-filter.domain.ts'

describe('a link', () => {
  it('is kept in one spelling', () => {
    const kept = ['HTTPS://Example.GO.TH:443/a b', ' https://example.go.th/a%20b ', 'example.go.th/a b']
    expect(kept.map(readLink)).toEqual(kept.map(() => ({ ok: true, value: 'https://example.go.th/a%20b' })))
  })

  it('has a port without being taken for a scheme', () => {
    expect(readLink('example.go.th:8080/x')).toEqual({ ok: true, value: 'https://example.go.th:8080/x' })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.go.th/a',
    'https://a:b@example.go.th/',
    'ไม่ใช่ลิงก์ เลย',
    'http://',
  ])('is not %s', (text) => {
    expect(readLink(text)).toEqual({ ok: false, error: 'evidence.bad-link' })
  })

  it('has an end', () => {
    expect(readLink(`https://example.go.th/${'a'.repeat(1978)}`).ok).toBe(true)
    expect(readLink(`https://example.go.th/${'a'.repeat(1979)}`)).toEqual({
      ok: false,
      error: 'evidence.long-link',
    })
    expect(readLink('  ')).toEqual({ ok: false, error: 'evidence.no-link' })
  })

  it('without a title is called as it is read', () => {
    expect(titleOfLink('https://www.example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7')).toBe(
      'example.go.th/ข่าว',
    )
    expect(titleOfLink('https://example.go.th/%E0%B8')).toBe('example.go.th/%E0%B8')
  })
})

describe('what is said about evidence', () => {
  it('is kept with blanks folded', () => {
    expect(cleanEvidence(evidenceFacts({ title: ' คำสั่ง\n ที่ 1 ', note: ' ' }))).toEqual({
      ok: true,
      value: evidenceFacts({ title: 'คำสั่ง ที่ 1', note: null }),
    })
  })

  it('has a title that reads as it stands', () => {
    const title = 'รายงาน\u202egpj.exe\u2066 \u200f'
    expect(cleanEvidence(evidenceFacts({ title }))).toMatchObject({ value: { title: 'รายงานgpj.exe' } })
    expect(cleanEvidence(evidenceFacts({ title: '\u202e' }))).toMatchObject({ error: 'evidence.no-title' })
  })

  it('does not end before its day', () => {
    const facts = evidenceFacts({ evidenceDate: '2024-10-02', expiresOn: '2024-10-01' })
    expect(cleanEvidence(facts)).toEqual({ ok: false, error: 'evidence.expiry-before-date' })
  })

  it('holds through its last day, and says so a month before', () => {
    expect(expiryOf('2024-10-01', '2024-10-01')).toBe('expiring')
    expect(expiryOf('2024-09-30', '2024-10-01')).toBe('expired')
    expect(expiryOf('2024-10-31', '2024-10-01')).toBe('expiring')
    expect(expiryOf('2024-11-01', '2024-10-01')).toBeNull()
    expect(expiryOf(null, '2024-10-01')).toBeNull()
  })

  it('changed by two is put together fact by fact', () => {
    const seen = evidenceFacts({ title: 'ก', note: 'ข' })
    const merged = mergeFacts({ seen, now: { ...seen, note: 'ค' }, mine: { ...seen, title: 'ง' } })
    expect(merged).toMatchObject({ values: { title: 'ง', note: 'ค' }, changed: ['title'], clashes: [] })
  })

  it('changed by two to different things has to be chosen between', () => {
    const seen = evidenceFacts({ expiresOn: null })
    const merged = mergeFacts({
      seen,
      now: { ...seen, expiresOn: '2025-01-01' },
      mine: { expiresOn: '2026-01-01' },
    })
    expect(merged.clashes).toEqual(['expiresOn'])
    expect(merged.untouched).not.toContain('expiresOn')
  })
})

describe('a size', () => {
  it.each([
    [1, '1 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [1_048_000, '1023 KB'],
    [1_048_500, '1.0 MB'],
    [5_368_709_120, '5.0 GB'],
  ])('of %d bytes is read as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text.replace(' ', '\u00a0'))
  })
})

describe('a filter in an address', () => {
  it('comes back as it was', () => {
    const asked =
      '?text=%E0%B8%81&show=expired&kind=pdf&unit=11111111-1111-4111-8111-111111111111&year=2567&order=size&page=3'
    expect(filterSearch(readFilter(new URLSearchParams(asked)))).toBe(asked)
    expect(filterSearch(readFilter(new URLSearchParams()))).toBe('')
  })

  it('leaves out what is not understood', () => {
    const filter = readFilter(new URLSearchParams('show=x&kind=y&unit=z&year=12345&order=w&page=-4'))
    expect(filter).toEqual({
      text: '',
      show: null,
      kind: null,
      unitId: null,
      year: null,
      order: 'added',
      page: 1,
    })
  })
})
