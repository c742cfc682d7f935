import type { TextOf } from '../../../i18n/language.ts'
import type { outlinesTh } from './outlines.th.ts'

export const outlinesEn: TextOf<typeof outlinesTh> = {
  website: {
    title: 'Website policy',
    body: `## Purpose

[Say what this website is for]

## Terms of use

[Say the rights and duties of users]

## Links to other websites

[Say who answers for links to other sites]

## Contact

[Say how to reach the keeper of the website]`,
  },
  'cyber-security': {
    title: 'Cyber security policy',
    body: `## Security measures

[Say which measures the agency really takes]

## Encryption

[Say how data is protected on its way]

## Reporting a weakness

[Say where to report and how soon you answer]`,
  },
  privacy: {
    title: 'Privacy policy',
    body: `## Data we collect

[Say which kinds of data]

## Purposes and legal bases

[Say why each kind is kept]

## How long it is kept

[Say for how long, and how it is destroyed]

## Disclosure

[Say who is given the data]

## Your rights

[Say the rights and how to use them]

## Contact

[Say how to reach the data protection officer]`,
  },
  terms: {
    title: 'Terms of use of data and copyright',
    body: `## Use of data

[Say which data may be used, and how]

## Copyright

[Say who holds it, and the exceptions]

## Limits of liability

[Say what the agency answers for]`,
  },
}
