import fc from 'fast-check'

/**
 * Properties draw the same values in every run of the tests: what fails tells of the change at hand. `npm run proof --
 * properties` draws others, by PROPERTY_SEED.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2567) })
