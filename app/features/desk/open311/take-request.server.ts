import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { isToken, tokenHash } from '../../../platform/secrets/token.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { newFormSecret } from '../tickets/form-secret.server.ts'
import { addTicket } from '../tickets/usecases/add-ticket.server.ts'
import type { GeoError } from './geo-report.domain.ts'
import { findSender } from './sender.repo.server.ts'

/** Fields of POST requests, as they came. */
export type GeoFields = Readonly<Record<string, string>>

/**
 * Takes a request of another program, which sends its key with it. Gives the reference as identifier; the follow-up number is
 * for the person, who is not here: answers go to the address that came with it.
 */
export async function takeRequest(
  ctx: Ctx,
  tools: DeskTools,
  fields: GeoFields,
): Promise<Result<Readonly<{ reference: string }>, readonly GeoError[]>> {
  const at = (name: string) => fields[name]?.trim() ?? ''
  const agencyId = ctx.agency.id
  const key = at('api_key')
  const sender = isToken(key)
    ? await withAgency(ctx.db, agencyId, (tx) => findSender(tx, agencyId, tokenHash(key)))
    : null
  if (sender === null) return err([{ code: 403, description: 'api_key is missing or not valid' }])
  if ((await tools.limits.take('desk-open311', `${agencyId} ${key}`)) > 0)
    return err([{ code: 429, description: 'too many requests with this api_key within an hour' }])
  const { settings } = await findDeskSettings(ctx)
  const code = at('service_code')
  const errors: GeoError[] = []
  if (code === '') errors.push({ code: 400, description: 'service_code was not provided' })
  else if (!settings.topics.some((topic) => topic.key === code && topic.hasPlace))
    return err([{ code: 404, description: 'service_code was not found' }])
  if (at('description') === '') errors.push({ code: 400, description: 'description was not provided' })
  if (at('address_id') !== '') errors.push({ code: 400, description: 'address_id is not known here' })
  if (errors.length > 0) return err(errors)
  const [email, media] = [at('email'), at('media_url')]
  const added = await addTicket(ctx, tools, {
    formSecret: newFormSecret(ctx.now()),
    channel: 'open311',
    lang: 'th',
    files: [],
    typed: {
      kind: 'complaint',
      topic: code,
      body: media === '' ? at('description') : `${at('description')}\n\n${media.slice(0, 500)}`,
      name: `${at('first_name')} ${at('last_name')}`,
      // An address to which nothing can be sent keeps nobody's request from coming in.
      email: isMailAddress(email) ? email : '',
      telephone: at('phone'),
      place: at('address_string'),
      latitude: at('lat'),
      longitude: at('long'),
    },
  })
  if (added.ok) return ok({ reference: added.value.reference })
  return err(
    added.error.code === 'desk.faults'
      ? Object.entries(added.error.faults).map(([field, fault]) => ({
          code: 400,
          description: `${FIELDS[field] ?? field}: ${fault}`,
        }))
      : [{ code: 400, description: added.error.code }],
  )
}

/** Our fields by the names of the standard. */
const FIELDS: Readonly<Record<string, string>> = {
  body: 'description',
  topic: 'service_code',
  telephone: 'phone',
  place: 'lat and long, or address_string',
  latitude: 'lat and long',
  name: 'first_name and last_name',
}
