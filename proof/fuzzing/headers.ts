import { urlEncoded } from '../../tests/support/sent-form.ts'
import type { Random } from '../ground/random.ts'
import type { Ground } from '../people/seen-site.ts'
import type { Who } from '../people/who.ts'
import type { Draft } from './draft.ts'
import { LEFT_OUT } from './forms.ts'

const HEADERS: readonly ((random: Random) => readonly (readonly [string, string])[])[] = [
  (random) => [['Cookie', `x=${'a'.repeat(random.below(12_000))}`]],
  (random) => [
    [
      'Cookie',
      `__Host-session=${random.pick(['', '=', 'x', '..', 'a.b', '%00', 'ffffffff-ffff-ffff-ffff-ffffffffffff.AAAA', `${'0'.repeat(36)}.${'A'.repeat(43)}`])}`,
    ],
  ],
  () => [['Cookie', Array.from({ length: 200 }, (_, index) => `c${index}=1`).join('; ')]],
  (random) => [
    [
      'Range',
      random.pick([
        'bytes=0-',
        'bytes=-1',
        'bytes=5-2',
        'bytes=99999999999-',
        'bytes=0-0,1-1,2-2',
        'lines=1-2',
        'bytes=a-b',
        'bytes=--1',
        `bytes=${'0-1,'.repeat(500)}`,
      ]),
    ],
  ],
  (random) => [
    [
      'If-None-Match',
      random.pick(['*', '"', 'W/"x"', '"a","b"', 'x'.repeat(4_000), '', ',,,', `"${'y'.repeat(200)}"`]),
    ],
  ],
  (random) => [['If-Modified-Since', random.pick(['x', 'Thu, 01 Jan 1970 00:00:00 GMT', '99999', ''])]],
  (random) => [
    [
      'Accept-Encoding',
      random.pick(['br;q=0', '*', 'identity;q=0', 'gzip, br, zstd', 'x'.repeat(500), ';;', 'br;q=abc']),
    ],
  ],
  (random) => [['Accept-Language', random.pick(['en', 'th;q=0.1', '*', ';', 'x'.repeat(3_000)])]],
  (random) => [
    [
      'X-Forwarded-For',
      random.pick([
        '',
        ',,,',
        'x',
        '1.2.3.4, ::1',
        '999.1.1.1',
        'a'.repeat(2_000),
        '::ffff:1.2.3.4%eth0',
        '127.0.0.1',
      ]),
    ],
  ],
  (random) => [['X-Forwarded-Host', random.pick(['two.example.go.th', 'one.example.go.th', 'evil.invalid'])]],
  () => [['Forwarded', 'host=two.example.go.th;proto=http;for=127.0.0.1']],
  () => [
    ['X-Original-URL', '/office/audit'],
    ['X-Rewrite-URL', '/office/audit'],
  ],
  (random) => [['Sec-Fetch-Site', random.pick(['cross-site', 'same-site', 'none', '', 'x'])]],
  (random) => [
    [
      'Origin',
      random.pick(['null', 'https://evil.invalid', 'https://one.example.go.th', '', ':', 'file://']),
    ],
  ],
  (random) => [
    [
      'Content-Type',
      random.pick([
        'text/plain',
        'application/json',
        'multipart/form-data',
        'application/x-www-form-urlencoded; charset=utf-16',
        'x',
        '',
      ]),
    ],
  ],
  (random) => [['User-Agent', random.pick(['', 'x'.repeat(5_000), '\u0e01', '<mrkz>'])]],
  (random) => [['Expect', random.pick(['100-continue', 'x'])]],
  () => [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
  ],
  (random) => [['X-HTTP-Method-Override', random.pick(['DELETE', 'POST'])]],
  (random) => [
    ['traceparent', random.pick(['00-0', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, 'x'.repeat(300)])],
    ['X-Request-Id', '<mrkz>\u0e01'],
  ],
]

/** A page or a form, asked for with headers that are none, or too many. */
export function headerRequest(random: Random, { pages, forms }: Ground): Draft & { who: Who } {
  const headers = Array.from({ length: 1 + random.below(3) }, () => random.pick(HEADERS)(random)).flat()
  if (random.chance(0.3)) {
    const { who, form } = random.pick(
      forms.filter(({ form: { method, action } }) => method === 'post' && !LEFT_OUT.test(action)),
    )
    const sent = urlEncoded([['x', 'y']])
    return {
      family: 'header',
      who,
      method: 'POST',
      path: form.action,
      headers: [...Object.entries(sent.headers), ...headers],
      body: sent.body,
      isBroken: true,
    }
  }
  const { who, address } = random.pick(pages)
  return {
    family: 'header',
    who,
    method: random.chance(0.9) ? 'GET' : 'HEAD',
    path: address,
    headers,
    isBroken: true,
  }
}
