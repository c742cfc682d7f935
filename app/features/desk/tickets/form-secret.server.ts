import { newToken } from '../../../platform/secrets/token.server.ts'
import { writeFormSecret } from './form-secret.domain.ts'

/** The secret of a form that is shown now. */
export const newFormSecret = (now: Date): string => writeFormSecret(newToken(), now)
