/**
 * Loaded before a program (`--import`): its clock is that of the machine, moved by CLOCK_SHIFT_MS. The example agency is seen
 * within the year at which it works, whenever its pictures are taken.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const Real = globalThis.Date

class ShiftedDate extends Real {
  constructor(...given: readonly unknown[]) {
    // Without an argument a date is now.
    super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]))
  }
  static override now(): number {
    return Real.now() + shift
  }
}
globalThis.Date = ShiftedDate as DateConstructor
