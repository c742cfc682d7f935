import { expect, test } from 'vitest'
import { visitorNetwork } from './visitor-network.ts'

test('without a proxy of our own, only the connection itself is believed', () => {
  expect(visitorNetwork('203.0.113.9', '10.0.0.1', 0)).toBe('203.0.113.9')
  expect(visitorNetwork('::ffff:203.0.113.9', null, 0)).toBe('203.0.113.9')
  expect(visitorNetwork(undefined, null, 0)).toBe('unknown')
})

test('behind proxies of our own, the address is the one that the first of them saw', () => {
  expect(visitorNetwork('10.0.0.2', '198.51.100.7, 203.0.113.9', 1)).toBe('203.0.113.9')
  expect(visitorNetwork('10.0.0.2', '198.51.100.7, 203.0.113.9, 10.0.0.1', 2)).toBe('203.0.113.9')
  expect(visitorNetwork('10.0.0.2', null, 1)).toBe('10.0.0.2')
})

test('all addresses of one IPv6 connection are one network', () => {
  expect(visitorNetwork('2001:db8:1:2:3:4:5:6', null, 0)).toBe('2001:db8:1:2')
  expect(visitorNetwork('2001:DB8:1:2::1', null, 0)).toBe('2001:db8:1:2')
  expect(visitorNetwork('2001:db8::1', null, 0)).toBe('2001:db8:0:0')
  expect(visitorNetwork('::1', null, 0)).toBe('0:0:0:0')
})
