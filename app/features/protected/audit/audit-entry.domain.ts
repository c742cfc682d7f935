/** What is written down of an act; the object is a case, an appointment or a key, never a person. */
const AUDIT_ACTIONS = [
  'appointment.made',
  'appointment.ended',
  'vault.made',
  'vault.unlocked',
  'vault.passphrase-changed',
  'vault.recovered',
  'vault.key-rotated',
  'case.opened',
  'case.acknowledged',
  'case.replied',
  'case.noted',
  'case.state-changed',
  'case.closed',
  'case.reopened',
  'case.junked',
  'case.unjunked',
  'case.holder-added',
  'case.holder-removed',
  'case.recused',
  'case.transferred',
  'case.escalated',
  'case.held',
  'case.hold-lifted',
  'case.erased',
  'case.restored',
  'file.opened',
  'identity.asked',
  'identity.half-opened',
  'identity.released',
  'identity.refused',
  'identity.expired',
  'identity.read',
  'recovery.prepared',
  'recovery.used',
  'settings.changed',
  'day.closed',
] as const
export type AuditAct = (typeof AUDIT_ACTIONS)[number]

/** Who acted, as a role. */
export type AuditRole =
  | 'administrator'
  | 'recipient'
  | 'custodian'
  | 'external'
  | 'channel'
  | 'command'
  | 'quorum'

export type AuditEntry = Readonly<{
  seq: number
  day: string
  role: AuditRole
  action: AuditAct
  /** An identifier, or the name of what it is about. */
  object: string
}>
