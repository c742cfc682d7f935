import { cleanLine } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** `external`: who stands outside the agency and reads where too few recipients are left. */
export const APPOINTMENT_KINDS = ['recipient', 'custodian', 'external'] as const
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number]

/** That a person reads reports, or keeps one of the two keys of identities, from a day on. Not a role of the office. */
export type Appointment = Readonly<{
  id: string
  personId: string
  kind: AppointmentKind
  /** What the public and the reporter are told instead of a name. */
  roleTh: string
  roleEn: string
  /** The office that a reporter may leave out; null where none is named. */
  officeKey: string | null
  /** The order in which overdue cases go up: 1 first. */
  step: number
  appointedDay: string
  endedDay: string | null
  version: number
}>

export type AppointmentFacts = Pick<
  Appointment,
  'personId' | 'kind' | 'roleTh' | 'roleEn' | 'officeKey' | 'step'
>

export type AppointmentFault =
  | 'appointment.no-person'
  | 'appointment.bad-kind'
  | 'appointment.no-role-th'
  | 'appointment.no-role-en'
  | 'appointment.too-long'
  | 'appointment.bad-step'

const LONGEST = 120
const HIGHEST_STEP = 9

/** What was typed of an appointment, as it is kept. Thai digits are digits. */
export function readAppointment(
  typed: Readonly<Record<'personId' | 'kind' | 'roleTh' | 'roleEn' | 'officeKey' | 'step', string>>,
): Result<AppointmentFacts, AppointmentFault> {
  const kind = APPOINTMENT_KINDS.find((one) => one === typed.kind)
  const [roleTh, roleEn, officeKey] = [
    cleanLine(typed.roleTh),
    cleanLine(typed.roleEn),
    cleanLine(typed.officeKey),
  ]
  const step = Number(toArabicDigits(cleanLine(typed.step)))
  if (typed.personId === '') return err('appointment.no-person')
  if (kind === undefined) return err('appointment.bad-kind')
  if (roleTh === '') return err('appointment.no-role-th')
  if (roleEn === '') return err('appointment.no-role-en')
  if ([roleTh, roleEn, officeKey].some((text) => text.length > LONGEST)) return err('appointment.too-long')
  if (!Number.isInteger(step) || step < 1 || step > HIGHEST_STEP) return err('appointment.bad-step')
  return ok({
    personId: typed.personId,
    kind,
    roleTh,
    roleEn,
    officeKey: officeKey === '' ? null : officeKey,
    step,
  })
}
