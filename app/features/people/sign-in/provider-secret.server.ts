import type { Seal } from '../../../platform/secrets/seal.server.ts'
import type { OidcProvider } from './oidc-client.server.ts'
import type { KeptProvider } from './provider.repo.server.ts'

type Place = Readonly<{ agencyId: string; id: string }>

const about = ({ agencyId, id }: Place): string => `oidc ${agencyId} ${id}`

/** Seals the secret of a client for this provider of this agency alone. */
export const sealClientSecret = (seal: Seal, place: Place, secret: string): Buffer =>
  seal.seal(secret, about(place))

/** A provider as it is spoken to. */
export const withOpenSecret = (seal: Seal, agencyId: string, kept: KeptProvider): OidcProvider => ({
  issuer: kept.issuer,
  clientId: kept.clientId,
  clientSecret:
    kept.clientSecretSealed && seal.open(kept.clientSecretSealed, about({ agencyId, id: kept.id })),
  scope: kept.scope,
})
