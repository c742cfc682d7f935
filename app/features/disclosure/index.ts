/** Front door of the room for pure code. */
export { DISCLOSURE_POLICY } from './disclosure.policy.ts'
export { disclosureActsText } from './text/index.ts'
