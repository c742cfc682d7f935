import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { readReference } from '../tickets/reference.domain.ts'
import { type GeoError, readGeoFilter, serviceOf } from './geo-report.domain.ts'
import { listPublicTickets } from './public-tickets.queries.server.ts'
import { type GeoFields, takeRequest } from './take-request.server.ts'
import { GEO_TYPES, type GeoFormat, writeGeo, writeGeoErrors, writeGeoOne } from './write-geo.domain.ts'

/** When this interface last changed its shape, as the discovery document says it. */
const CHANGESET = '2026-11-26T00:00:00Z'
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

type Asked = Readonly<{
  /** What stands behind `/open311/v2/`. */
  path: string
  params: URLSearchParams
  /** Scheme and host by which the program is met. */
  origin: string
  agencyName: string
}>

export type GeoAnswer = Readonly<{ status: number; type: string; body: string }>

const answer = (format: GeoFormat, body: string, status = 200): GeoAnswer => ({
  status,
  type: GEO_TYPES[format],
  body,
})
const refused = (format: GeoFormat, errors: readonly GeoError[]): GeoAnswer =>
  answer(format, writeGeoErrors(errors, format), errors[0]?.code ?? 400)

/** Path and form of an address: "requests/R-2570-1234567.xml". XML is asked for by its name, and what else there is is none. */
function partsOf(path: string): Readonly<{ parts: readonly string[]; format: GeoFormat }> | null {
  const match = /^([\w./-]+)\.(json|xml)$/.exec(path)
  return match?.[1] ? { parts: match[1].split('/'), format: match[2] as GeoFormat } : null
}

const NOT_FOUND: readonly GeoError[] = [{ code: 404, description: 'there is nothing under this address' }]

/** Reads: discovery, services, one service, requests, one request, the request of a token. */
export async function answerGeoRead(ctx: Ctx, asked: Asked): Promise<GeoAnswer> {
  const found = partsOf(asked.path)
  const format = found?.format ?? 'xml'
  const { settings } = await findDeskSettings(ctx)
  if (!found || !settings.isOpen311On) return refused(format, NOT_FOUND)
  const [what = '', which, ...more] = found.parts
  if (more.length > 0) return refused(format, NOT_FOUND)
  const topics = settings.topics.filter(({ hasPlace }) => hasPlace)
  if (what === 'discovery' && which === undefined)
    return answer(format, writeGeoOne(discoveryOf(asked), format, 'discovery'))
  if (what === 'services' && which === undefined)
    return answer(format, writeGeo(topics.map(serviceOf), format, { root: 'services', item: 'service' }))
  if (what === 'services') {
    const topic = topics.find(({ key }) => key === which)
    if (!topic) return refused(format, [{ code: 404, description: 'service_code was not found' }])
    return answer(
      format,
      writeGeoOne({ service_code: topic.key, attributes: [] }, format, 'service_definition'),
    )
  }
  const names = { root: 'service_requests', item: 'request' }
  const now = ctx.now()
  if (what === 'requests' && which === undefined) {
    const filter = readGeoFilter(asked.params, now)
    if ('code' in filter) return refused(format, [filter])
    const ids = filter.ids?.map((id) => readReference(id) ?? '') ?? null
    return answer(format, writeGeo(await listPublicTickets(ctx, { ...filter, ids }), format, names))
  }
  if ((what === 'requests' || what === 'tokens') && which !== undefined) {
    const reference = readReference(which)
    const filter = readGeoFilter(new URLSearchParams(), now)
    const rows =
      reference === null || 'code' in filter
        ? []
        : await listPublicTickets(ctx, { ...filter, ids: [reference] })
    if (rows.length === 0)
      return refused(format, [{ code: 404, description: 'service_request_id was not found' }])
    if (what === 'requests') return answer(format, writeGeo(rows, format, names))
    const token = [{ service_request_id: reference ?? '', token: reference ?? '' }]
    return answer(format, writeGeo(token, format, names))
  }
  return refused(format, NOT_FOUND)
}

/** Writes: POST requests, in a form; 201 with the identifier of the request, or the errors of the standard. */
export async function answerGeoWrite(
  ctx: Ctx,
  tools: DeskTools,
  { path, fields }: Readonly<{ path: string; fields: GeoFields }>,
): Promise<GeoAnswer> {
  const found = partsOf(path)
  const format = found?.format ?? 'xml'
  const { settings } = await findDeskSettings(ctx)
  if (found?.parts.join('/') !== 'requests' || !settings.isOpen311On) return refused(format, NOT_FOUND)
  const taken = await takeRequest(ctx, tools, fields)
  if (!taken.ok) return refused(format, taken.error)
  const made = [{ service_request_id: taken.value.reference, service_notice: '', account_id: '' }]
  return answer(format, writeGeo(made, format, { root: 'service_requests', item: 'request' }), 201)
}

const discoveryOf = ({ origin, agencyName }: Asked) => ({
  changeset: CHANGESET,
  contact: agencyName,
  key_service: `${origin}/contact`,
  endpoints: [
    {
      specification: SPECIFICATION,
      url: `${origin}/open311/v2`,
      changeset: CHANGESET,
      type: 'production',
      formats: ['application/json', 'text/xml'],
    },
  ],
})
