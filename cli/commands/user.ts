import {
  directoryErrorText,
  disablePerson,
  enablePerson,
  ensureAgency,
  findAgencyByCode,
  findAgencyForForm,
  invitePerson,
  issueSignInLink,
  listOpenUnits,
  listPeople,
  type PersonRow,
} from '../../app/features/people/index.server.ts'
import { foldEmail, linkAddress } from '../../app/features/people/index.ts'
import { ROLES, type RoleName } from '../../app/kernel/actor.ts'
import type { Ctx, ProgramCtx } from '../../app/platform/ctx.server.ts'
import { withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { publicOrigin } from '../../app/web/public-origin.ts'
import type { Arguments, Command } from '../command.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { inDatabase } from './database.ts'
import { settings } from './settings.ts'

type Doing = (terminal: Terminal, ctx: Ctx, args: Arguments) => Promise<ExitCode>

/** `prongsai user list | add | link | disable | enable`: who signs in to the agency of AGENCY_CODE. */
export const user: Command = async (terminal, args) => {
  const { text } = terminal
  const [act, ...rest] = args.files
  const doing = act !== undefined && Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!doing) throw new BadInput(text.user.unknownAct(Object.keys(ACTS).join(', ')))
  const tooMany = rest[act === 'list' ? 0 : 1]
  if (tooMany !== undefined) throw new BadInput(text.user.tooMany(tooMany))
  return inDatabase(terminal, 'prongsai user', async (ctx, agencyCode) =>
    doing(terminal, await inAgency(terminal, ctx, { code: agencyCode, founds: act === 'add' }), args),
  )
}

/** Only adding somebody founds an agency: a code that was mistyped must not. */
async function inAgency(
  { text }: Terminal,
  ctx: ProgramCtx,
  { code, founds }: { code: string; founds: boolean },
): Promise<Ctx> {
  const agency = await withoutAgency(ctx.db, (tx) =>
    founds ? ensureAgency(tx, { code }) : findAgencyByCode(tx, code),
  )
  if (!agency) throw new BadInput(text.user.noAgency(code))
  return { ...ctx, agency }
}

const list: Doing = async (terminal, ctx) => {
  const { json, print, text } = terminal
  const people = await everybody(ctx)
  if (json) print(JSON.stringify({ people: people.map(shown) }))
  else if (people.length === 0) print(text.user.nobody)
  else
    for (const person of people) {
      const roles = person.roles.map(({ role, unitCode }) => (unitCode ? `${role} (${unitCode})` : role))
      print(
        `${person.email ?? '-'}  ${person.name}  ${stateOf(terminal, person)}  ${roles.join(', ')}`.trim(),
      )
    }
  return EXIT.done
}

const add: Doing = async (terminal, ctx, args) => {
  const { text } = terminal
  const email = emailIn(terminal, args)
  if (args.name === undefined) throw new BadInput(text.user.missingName)
  const roles = rolesIn(terminal, args)
  const unit = args.unit === undefined ? null : await unitOf(terminal, ctx, args.unit)
  if (roles.includes('unit-owner') && unit === null) throw new BadInput(text.user.ownerNeedsUnit)
  const invited = await invitePerson(ctx, {
    facts: { name: args.name, email, positionTitle: null, unitId: unit, lang: terminal.lang },
    roles: roles.map((role) => ({ role, unitId: role === 'unit-owner' ? unit : null })),
    origin: await originOf(terminal, ctx),
  })
  if (!invited.ok) throw refused(terminal, invited.error.code)
  return printLink(terminal, ctx, { email, personId: invited.value.personId })
}

const link: Doing = async (terminal, ctx, args) => {
  const email = emailIn(terminal, args)
  const { id: personId } = await personOf(terminal, ctx, email)
  return printLink(terminal, ctx, { email, personId })
}

const disable: Doing = async (terminal, ctx, args) => {
  const person = await personOf(terminal, ctx, emailIn(terminal, args))
  const done = await disablePerson(ctx, { personId: person.id })
  if (!done.ok) throw refused(terminal, done.error.code)
  if (terminal.json) terminal.print(JSON.stringify({ person: person.email, disabled: true, ...done.value }))
  else terminal.print(terminal.text.user.disabled(person.email ?? '', done.value.sessions))
  return EXIT.done
}

const enable: Doing = async (terminal, ctx, args) => {
  const person = await personOf(terminal, ctx, emailIn(terminal, args))
  const done = await enablePerson(ctx, { personId: person.id })
  if (!done.ok) throw refused(terminal, done.error.code)
  if (terminal.json) terminal.print(JSON.stringify({ person: person.email, disabled: false }))
  else terminal.print(terminal.text.user.enabled(person.email ?? ''))
  return EXIT.done
}

const ACTS: Readonly<Record<string, Doing>> = { list, add, link, disable, enable }

function stateOf({ text }: Terminal, { state }: PersonRow): string {
  const words = text.user.states
  return {
    active: words.active,
    invited: words.invited,
    named: words.named,
    disabled: words.disabled,
  }[state]
}

/** Everybody, disabled people too, page after page. */
async function everybody(ctx: Ctx): Promise<readonly PersonRow[]> {
  const people: PersonRow[] = []
  for (const state of [null, 'disabled'] as const)
    for (let page = 1, pages = 1; page <= pages; page++) {
      const found = await listPeople(ctx, { text: null, unitId: null, role: null, state, page })
      people.push(...found.rows)
      pages = found.pages
    }
  return people
}

const shown = ({ id, name, email, state, roles }: PersonRow) => ({ id, name, email, state, roles })

async function personOf(terminal: Terminal, ctx: Ctx, email: string): Promise<PersonRow> {
  const found = (await everybody(ctx)).find((person) => person.email === email)
  if (!found) throw new BadInput(terminal.text.user.unknownPerson(email))
  return found
}

function emailIn({ text }: Terminal, { files }: Arguments): string {
  const typed = files[1]
  if (typed === undefined) throw new BadInput(text.user.missingEmail)
  const email = foldEmail(typed)
  if (email === null) throw new BadInput(text.user.badEmail(typed))
  return email
}

function rolesIn({ text }: Terminal, { role }: Arguments): readonly RoleName[] {
  const typed = (role ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
  if (typed.length === 0) throw new BadInput(text.user.missingRole(ROLES.join(', ')))
  return typed.map((name) => {
    const known = ROLES.find((one) => one === name)
    if (!known) throw new BadInput(text.user.unknownRole(name, ROLES.join(', ')))
    return known
  })
}

async function unitOf({ text }: Terminal, ctx: Ctx, code: string): Promise<string> {
  const found = (await listOpenUnits(ctx)).find(
    ({ unit }) => unit.code?.toUpperCase() === code.toUpperCase() || unit.nameTh === code,
  )
  if (!found) throw new BadInput(text.user.unknownUnit(code))
  return found.unit.id
}

/** A link that the keeper of the machine hands over: it opens a whole session once. */
async function printLink(
  terminal: Terminal,
  ctx: Ctx,
  { email, personId }: { email: string; personId: string },
): Promise<ExitCode> {
  const issued = await issueSignInLink(ctx, { personId })
  if (!issued.ok) throw new BadInput(terminal.text.user.isDisabled(email))
  const { token, expiresAt } = issued.value
  const address = linkAddress(await originOf(terminal, ctx), terminal.lang, token)
  if (terminal.json) terminal.print(JSON.stringify({ person: email, link: address, expiresAt }))
  else terminal.print(terminal.text.user.link(email, address))
  return EXIT.done
}

async function originOf(terminal: Terminal, ctx: Ctx): Promise<string> {
  const { origin } = settings(terminal)
  const { hostName } = await findAgencyForForm(ctx)
  return publicOrigin({ origin, hostName, host: undefined })
}

function refused(terminal: Terminal, code: Parameters<typeof directoryErrorText>[0] | 'permission.refused') {
  // The keeper of the machine may do everything that a policy guards.
  if (code === 'permission.refused') throw new Error('the command line was refused an act')
  return new BadInput(directoryErrorText(code)[terminal.lang])
}
