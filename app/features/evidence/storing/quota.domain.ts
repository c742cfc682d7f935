/** More than the agency may keep. `left` is how much it still may, in bytes. */
export type QuotaFault = Readonly<{ code: 'upload.quota-full'; left: number }>

type Kept = Readonly<{ bytes: number; quota: number | null }>

/**
 * Whether a file of `size` bytes has room beside what the agency keeps; null where it has. `defaultQuota` is that of an agency
 * that has none of its own; null: no limit.
 */
export function quotaFault(
  kept: Kept,
  { size, defaultQuota }: Readonly<{ size: number; defaultQuota: number | null }>,
): QuotaFault | null {
  const quota = kept.quota ?? defaultQuota
  if (quota === null || kept.bytes + size <= quota) return null
  return { code: 'upload.quota-full', left: Math.max(0, quota - kept.bytes) }
}

/** From here on who uploads is told how much is left. */
const NEAR = 0.8

/** Bytes that are left, where that is worth saying; null where there is plenty, or no limit. */
export function roomLeft(kept: Kept, defaultQuota: number | null): number | null {
  const quota = kept.quota ?? defaultQuota
  return quota === null || kept.bytes < quota * NEAR ? null : Math.max(0, quota - kept.bytes)
}
