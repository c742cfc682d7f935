import type { ScanState } from '../evidence.domain.ts'

/** What stands as finding of a file that the scanner does not take, because it is larger than the scanner was told to. */
export const TOO_LARGE_TO_SCAN = 'too large for the scanner'

export type ScanRefusal = 'file.infected' | 'file.waits-for-scan' | 'file.too-large-to-scan'

/**
 * Why a file is not handed out. What is infected never is; what was not looked at is, unless there is a scanner to wait for:
 * then nobody shall have opened what it finds a minute later.
 */
export function scanRefusal(
  { scan, scanFinding }: { scan: ScanState; scanFinding: string | null },
  isScanning: boolean,
): ScanRefusal | null {
  if (scan === 'infected') return 'file.infected'
  if (scan === 'clean' || !isScanning) return null
  return scanFinding === TOO_LARGE_TO_SCAN ? 'file.too-large-to-scan' : 'file.waits-for-scan'
}
