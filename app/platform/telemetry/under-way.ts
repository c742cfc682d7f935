/**
 * How much of each kind is being done now, counted as it begins and ends and read when metrics are asked for. Plain numbers:
 * counting costs nothing where nobody asks.
 */
export const underWay = {
  /** Requests that bring a piece of a file. */
  uploads: 0,
  /** Jobs of documents that are being made, and those that wait for a process. */
  documentsMade: 0,
  documentsWaiting: 0,
}

/** Counts `work` among those under way until it ends. */
export async function counted<T>(kind: keyof typeof underWay, work: () => Promise<T>): Promise<T> {
  underWay[kind] += 1
  try {
    return await work()
  } finally {
    underWay[kind] -= 1
  }
}
