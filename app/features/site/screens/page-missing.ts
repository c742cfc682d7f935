import { data } from 'react-router'

/** Every address that has no screen: 404 within the frame of the site, with its menu and its search. */
export function loader() {
  throw data(null, 404)
}

/** Never shown: with it, the refusal is a page. */
export default function PageMissing() {
  return null
}
