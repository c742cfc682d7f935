/** Everything that the program does by itself, under the name of its row in `job_run`, and how often: in milliseconds. */
const A_MINUTE_MS = 60_000
const AN_HOUR_MS = 60 * A_MINUTE_MS
const A_DAY_MS = 24 * AN_HOUR_MS

export const JOB_EVERY_MS = {
  reminders: A_MINUTE_MS,
  desk: A_MINUTE_MS,
  tending: A_MINUTE_MS,
  watch: A_MINUTE_MS,
  'file-scan': A_MINUTE_MS,
  'result-sweep': AN_HOUR_MS,
  'walk-check': A_DAY_MS,
  'file-sweep': A_DAY_MS,
  'sealed-sweep': A_DAY_MS,
  certificate: A_DAY_MS,
  backup: A_DAY_MS,
  'restore-drill': A_DAY_MS,
} as const

/** What was killed in the midst of a job is taken over by another copy after so long. */
export const JOB_LEASE_MS = A_MINUTE_MS

export type JobName = keyof typeof JOB_EVERY_MS

export const JOB_NAMES = Object.keys(JOB_EVERY_MS) as readonly JobName[]
