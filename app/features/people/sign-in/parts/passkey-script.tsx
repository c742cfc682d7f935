// The library as its authors have built it for pages without a bundler; it makes one global.
import library from '../../../../../node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js?url'

/** The scripts of a page that uses passkeys; `nonce` is that of this one answer. */
export const PasskeyScript = ({ nonce }: { nonce: string }) => (
  <>
    <script src={library} nonce={nonce} defer />
    <script src="/passkey.js" nonce={nonce} defer />
  </>
)

/** What the script says, in the language of the page. */
export const passkeyWords = (text: {
  passkeyWorking: string
  passkeyCancelled: string
  passkeyThere: string
  passkeyFailed: string
}) => ({
  'data-working': text.passkeyWorking,
  'data-cancelled': text.passkeyCancelled,
  'data-there': text.passkeyThere,
  'data-failed': text.passkeyFailed,
})
