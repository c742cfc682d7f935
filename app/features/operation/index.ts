/** Front door of the room for pure code. */
export { OPERATION_POLICY } from './operation.policy.ts'
export { operationActsText } from './text/index.ts'
