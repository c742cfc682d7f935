/** Parts of this room's pages that another room shows. */
export { StandingSteps } from './parts/standing-steps.tsx'
