/**
 * Whether all that an error says is that the visitor left: what they sent was cut off, or nobody waits for the answer. Who half
 * closes the connection leaves too, and may have met a fault of ours.
 */
export function isLeaving(
  error: unknown,
  { aborted, reason }: Pick<AbortSignal, 'aborted' | 'reason'>,
): boolean {
  if (!aborted) return false
  if (error === reason) return true
  if (!(error instanceof Error)) return false
  const { name, message, code } = error as NodeJS.ErrnoException
  return (
    name === 'AbortError' ||
    code === 'ECONNRESET' ||
    message === 'aborted' ||
    message.includes('call aborted')
  )
}
