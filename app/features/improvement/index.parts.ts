/** Front door of the room for parts that pages of other rooms show. */
export { MeasureStateChip } from './parts/measure-state.tsx'
