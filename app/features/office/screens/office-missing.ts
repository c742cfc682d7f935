import { data } from 'react-router'

/** Every address of the office that has no screen: 404 inside the frame. */
export function loader() {
  throw data(null, 404)
}

/** Never shown: with it, the refusal is a page. */
export default function OfficeMissing() {
  return null
}
