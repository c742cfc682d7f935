const STEPS = ['B', 'KB', 'MB', 'GB'] as const

/** A number of bytes as people read it: "0.4 MB", "12 KB", "1.2 GB"; steps of 1,024, held together by a blank that does not break. */
export function sizeText(bytes: number): string {
  const step = Math.min(STEPS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)))
  const value = bytes / 1024 ** step
  const digits = step === 0 || value >= 10 ? 0 : 1
  // 1023.6 KB is 1 MB.
  if (Number(value.toFixed(digits)) >= 1024 && step < STEPS.length - 1) return `1.0\u00a0${STEPS[step + 1]}`
  return `${value.toFixed(digits)}\u00a0${STEPS[step]}`
}
