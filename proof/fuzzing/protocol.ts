import type { Random } from '../ground/random.ts'
import { MARK } from '../people/mark.ts'
import type { Ground } from '../people/seen-site.ts'
import type { Who } from '../people/who.ts'
import { agencyOf, type Draft } from './draft.ts'
import { aText, SEGMENTS } from './hostile-texts.ts'

type Make = (random: Random, who: Who) => Draft

/** What programs speak with the site: JSON, uploads in pieces, CKAN, Open311, and HTTP itself, each spoken wrongly. */
export function protocolRequest(random: Random, _ground: Ground, who: Who): Draft {
  return random.pick([
    jsonRequest,
    tusRequest,
    apiRequest,
    apiRequest,
    rawRequest,
  ] as const satisfies readonly Make[])(random, who)
}

const JSON_ADDRESSES = [
  '/office/drafts/keep',
  '/sign-in/passkey/options',
  '/sign-in/passkey/verify',
  '/office/account/passkeys/options',
  '/office/account/passkeys',
  '/en/office/drafts/keep',
]

function jsonRequest(random: Random, who: Who): Draft {
  const text = aText(random, agencyOf(who))
  const personId = random.chance(0.8) ? who.personId : text
  const draft = {
    personId,
    form: random.pick(['/office/measures/x summary', text, 1, null]),
    title: random.pick([text, 1, null]),
    begins: random.pick([text, {}, null]),
    fields: random.pick([
      [[text, text]],
      [[1, 2]],
      {},
      'x',
      null,
      Array.from({ length: 3_000 }, () => ['a', 'b']),
    ]),
    seenVersion: random.pick([1, -1, 1.5, null, '1', 2 ** 40]),
    typedAt: random.pick([Date.now(), 0, -1, 1e300, null, '1']),
  }
  const bodies = [
    JSON.stringify(draft),
    JSON.stringify(draft),
    '{',
    '',
    'null',
    '[]',
    '"x"',
    '1',
    `${'['.repeat(20_000)}`,
    '{"a":1,"a":2}',
    '\ufeff{}',
    JSON.stringify({
      id: text,
      rawId: text,
      type: 'public-key',
      response: { clientDataJSON: text, authenticatorData: text, signature: text },
      clientExtensionResults: {},
    }),
    JSON.stringify({ email: text }),
  ]
  return {
    family: 'json',
    method: random.pick(['POST', 'POST', 'POST', 'GET', 'PUT']),
    path: random.pick(JSON_ADDRESSES),
    headers: [
      [
        'Content-Type',
        random.pick(['application/json', 'application/json', 'text/plain', 'application/json; charset=x']),
      ],
    ],
    body: Buffer.from(random.pick(bodies)),
  }
}

function tusRequest(random: Random, who: Who): Draft {
  const text = Buffer.from(aText(random, agencyOf(who))).toString('base64')
  const uuid = random.pick(['00000000-0000-4000-8000-000000000000', ...SEGMENTS])
  const some = <T>(...all: readonly T[]) => random.pick(all)
  const headers: (readonly [string, string])[] = [
    ['Tus-Resumable', some('1.0.0', '1.0.0', '1.0.0', '0.2.2', 'x', '')],
    ['Upload-Length', some('10', '0', '-1', '1e9', 'x', '99999999999999999', '')],
    [
      'Upload-Metadata',
      some(
        `filename ${text}`,
        'filename',
        `filename ${text},filename ${text}`,
        `filename ***`,
        `title ${text},filename ${text}`,
        ',,,',
        'x'.repeat(5_000),
        '',
      ),
    ],
    ['Upload-Offset', some('0', '5', '-1', 'x', '99999999999999999')],
    [
      'Content-Type',
      some('application/offset+octet-stream', 'application/offset+octet-stream', 'text/plain'),
    ],
  ]
  const extra = random.chance(0.2)
    ? [['Upload-Concat', some('partial', `final;/office/uploads/${uuid}`)] as const]
    : []
  const later = random.chance(0.2) ? [['Upload-Defer-Length', some('1', 'x')] as const] : []
  const kept = headers.filter(() => random.chance(0.85))
  return {
    family: 'uploads',
    method: some('POST', 'POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS', 'GET', 'PUT'),
    path: some(
      '/office/uploads',
      '/office/uploads',
      `/office/uploads/${uuid}`,
      `/en/office/uploads/${uuid}`,
      '/office/uploads/',
    ),
    headers: [...kept, ...extra, ...later],
    body: Buffer.from(some('', '0123456789', 'x'.repeat(20))),
    isBroken: true,
  }
}

const CKAN = [
  'package_list',
  'package_show',
  'package_search',
  'resource_show',
  'datastore_search',
  'datastore_search_sql',
  'status_show',
  'organization_list',
  'x',
  '__proto__',
  'constructor',
]
const CKAN_NAMES = [
  'id',
  'q',
  'fq',
  'rows',
  'start',
  'limit',
  'offset',
  'filters',
  'sort',
  'resource_id',
  'fields',
  'distinct',
  'sql',
]

function apiRequest(random: Random, who: Who): Draft {
  const value = () =>
    encodeURIComponent(
      random
        .pick([
          aText(random, agencyOf(who)).slice(0, 2_000),
          'oit-items',
          'improvement-measures',
          '-1',
          '1e9',
          '{"year":2568}',
          '{"x":',
          '[]',
          'a:b',
          '*:*',
          'year desc',
        ])
        .toWellFormed(),
    )
  const query = Array.from(
    { length: 1 + random.below(4) },
    () => `${random.pick(CKAN_NAMES)}=${value()}`,
  ).join('&')
  const datasets = [
    'oit-items',
    'oit-disclosed',
    'improvement-issues',
    'improvement-measures',
    'x',
    ...SEGMENTS.slice(0, 12),
  ]
  switch (random.below(6)) {
    case 0:
      return {
        family: 'api',
        method: 'GET',
        path: `/data/${random.pick(datasets)}/${random.pick(['data.csv', 'data.json', 'data.xlsx', 'oit-items.csv', 'x', ...SEGMENTS.slice(0, 12)])}?${query}`,
      }
    case 1: {
      const body = JSON.stringify(
        Object.fromEntries([[random.pick(CKAN_NAMES), aText(random, agencyOf(who))]]),
      )
      return {
        family: 'api',
        method: 'POST',
        path: `/api/3/action/${random.pick(CKAN)}`,
        headers: [['Content-Type', 'application/json']],
        body: Buffer.from(body),
      }
    }
    case 2: {
      const names = [
        'service_code',
        'description',
        'lat',
        'long',
        'email',
        'first_name',
        'api_key',
        'jurisdiction_id',
        'media_url',
        'address_string',
        'attribute[x]',
        'account_id',
      ]
      const pairs = Array.from({ length: 1 + random.below(6) }, () => [
        random.pick(names),
        aText(random, agencyOf(who)).toWellFormed(),
      ])
      return {
        family: 'open311',
        method: random.pick(['POST', 'POST', 'GET']),
        path: `/open311/v2/${random.pick(['requests.json', 'requests.xml', 'requests/x.json', 'services.json', 'services/x.xml', 'discovery.json', 'tokens/x.json', ...SEGMENTS.slice(0, 14)])}?${query}`,
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: Buffer.from(new URLSearchParams(pairs).toString()),
      }
    }
    case 3:
      return {
        family: 'api',
        method: 'GET',
        path: `/open311/v2/requests.json?start_date=${value()}&end_date=${value()}&status=${value()}&service_request_id=${value()}`,
      }
    case 4:
      return {
        family: 'api',
        method: 'GET',
        path: `/api/v1/${random.pick(['oit', 'items/2567', 'reports/2567', 'verify', 'reports'])}/${random.pick([...SEGMENTS, 'O28', 'walk', '2567'])}`,
      }
    default:
      return { family: 'api', method: 'GET', path: `/api/3/action/${random.pick(CKAN)}?${query}` }
  }
}

/** HTTP that is none: two lengths, lengths and chunks, no host, another's host, lines that are no headers. */
function rawRequest(random: Random, who: Who): Draft {
  const cases: readonly Partial<Draft>[] = [
    {
      headers: [
        ['Content-Length', '5'],
        ['Content-Length', '6'],
      ],
      method: 'POST',
    },
    {
      headers: [
        ['Content-Length', '3'],
        ['Transfer-Encoding', 'chunked'],
      ],
      method: 'POST',
      body: Buffer.from('0\r\n\r\nGET /office/audit HTTP/1.1\r\nHost: one.example.go.th\r\n\r\n'),
    },
    {
      headers: [['Transfer-Encoding', 'chunked']],
      method: 'POST',
      body: Buffer.from('zz\r\nx\r\n0\r\n\r\n'),
    },
    { headers: [['Transfer-Encoding', 'chunked, gzip']], method: 'POST' },
    { headers: [['Content-Length', '-1']], method: 'POST' },
    { headers: [['Content-Length', '99999999999']], method: 'POST', body: Buffer.from('x') },
    { headers: [['Host', random.pick(['two.example.go.th', 'one.example.go.th'])]] },
    { headers: [['Host ', who.host]] },
    { headers: [['X-Folded', `a\r\n b`]] },
    { headers: [[`X-${MARK}\u0000`, '1']] },
    { headers: [['Connection', 'close, content-length']], method: 'POST' },
    { path: `http://two.example.go.th/office` },
    { path: `http://evil.invalid/` },
    { path: '//evil.invalid/x' },
    { path: '/\\evil.invalid' },
    { path: '*', method: 'OPTIONS' },
    { path: 'evil.invalid:443', method: 'CONNECT' },
    { path: 'office' },
    { path: '/a#b' },
    { path: '/?' },
    { path: '/\u0e01' },
    { path: '/search?q=\u0e01\u0e48\u0e48\u0e48' },
    { path: `/${'a/'.repeat(3_000)}` },
    { method: 'GE T' },
    { method: '' },
    { method: 'get' },
    { headers: [['Content-Encoding', 'gzip']], method: 'POST', body: Buffer.from('not gzip') },
  ]
  return {
    family: 'http',
    method: 'GET',
    path: random.pick(['/', '/office', '/sign-in', '/complaint/new', '/whistleblow/report']),
    ...random.pick(cases),
    isBroken: true,
  }
}
