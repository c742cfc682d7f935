const LONGEST = 80

/**
 * What `job_run.fault` says of an error: its code or name in small letters, such as 'econnrefused' or 'sqlstate-57p01'. Never
 * its message, which may name what a person wrote.
 */
export function faultCode(error: unknown): string {
  const { code, name } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const told = [code, name].find((one) => typeof one === 'string' && one !== '') ?? 'unknown'
  const plain = String(told)
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
  return (/^[a-z]/.test(plain) ? plain : `sqlstate-${plain}`).slice(0, LONGEST)
}
