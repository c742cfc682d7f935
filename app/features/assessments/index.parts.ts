/** Front door of the room for parts that pages of other rooms show. */
export { ResultTabs } from './parts/result-tabs.tsx'
