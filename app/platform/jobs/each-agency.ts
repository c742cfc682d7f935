type Round<Agency> = Readonly<{
  agencies: readonly Agency[]
  work: (agency: Agency) => Promise<void>
  /** Told of every agency whose work threw. */
  failed: (error: unknown) => void
  isStopped: () => boolean
}>

/**
 * Does a job in one agency after the other. One that fails keeps no other from it; at the end the first error is thrown, so
 * that the job is known to have failed.
 */
export async function inEachAgency<Agency>({
  agencies,
  work,
  failed,
  isStopped,
}: Round<Agency>): Promise<void> {
  const errors: unknown[] = []
  for (const agency of agencies) {
    if (isStopped()) break
    try {
      await work(agency)
    } catch (error) {
      failed(error)
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
