import { data } from 'react-router'

/** Every address that has no screen: 404 within the frame of the site, with its menu and its search. */
export function loader() {
  throw data(null, 404)
}

/** By which the server knows it: what is sent there is refused as at any address that is not there. */
export const handle = { isMissing: true }

/** Never shown: with it, the refusal is a page. */
export default function PageMissing() {
  return null
}
