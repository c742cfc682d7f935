/** Ports of one worker to those of the next: files of journeys run beside each other, and each starts a program of its own. */
const APART = 100

/** The port of a journey in the worker that runs it. */
export const ownPort = (port: number): number => port + APART * Number(process.env.TEST_PARALLEL_INDEX ?? 0)
