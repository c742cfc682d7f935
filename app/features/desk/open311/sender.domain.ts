/** A program of somebody else that may send tickets. */
export type Sender = Readonly<{
  id: string
  name: string
  madeAt: Date
  madeByName: string
  endedAt: Date | null
}>
