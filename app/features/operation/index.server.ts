/** Front door of the room for the server. */
export { checkCertificate } from './certificate/check-certificate.server.ts'
export { countOperationFindings } from './findings/count-findings.server.ts'
export { type OperationTools, operationContext } from './operation-tools.server.ts'
