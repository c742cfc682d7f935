/** Front door of the room for parts that pages of other rooms show. */
export { DraftScript } from './parts/draft-script.tsx'
