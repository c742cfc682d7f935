/** Front door of the room for parts that pages of other rooms show. */
export { YearDoneNotice } from './cycles/parts/year-done.tsx'
export { MeasureStateChip } from './parts/measure-state.tsx'
