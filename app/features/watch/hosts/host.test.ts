import { describe, expect, it } from 'vitest'
import { typedHost } from './host.domain.ts'

describe('a host of another site', () => {
  it.each([
    ['stat.agency.go.th', 'stat.agency.go.th'],
    [' HTTPS://Stat.Agency.go.th/page?x=1 ', 'stat.agency.go.th'],
    ['http://stat.agency.go.th:8080/', 'stat.agency.go.th:8080'],
    ['https://stat.agency.go.th:443', 'stat.agency.go.th'],
    ['สถิติ.ไทย', 'xn--m3cb3dxbb.xn--o3cw4h'],
  ])('is read as it is typed: %s', (typed, host) => {
    expect(typedHost(typed)).toBe(host)
  })

  it.each([
    '',
    'two words.th',
    'localhost',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    'user:pass@agency.go.th',
    'ftp://agency.go.th',
    'javascript:alert(1)',
    '*.go.th',
  ])('is none: %s', (typed) => {
    expect(typedHost(typed)).toBeNull()
  })
})
