import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { homePageTh } from './home-page.th.ts'

export type HomePageText = TextOf<typeof homePageTh>
export const homePageEn: HomePageText = {
  title: 'Start',
  greeting: (name) => `Hello, ${name}`,
  todo: 'What to do now',
  nothing: 'Nothing is waiting',
  nothingBody: 'Whatever waits for you will stand here first.',
  tasks: {
    secondFactor: {
      title: 'Add a second factor',
      body: 'Then nobody gets into your account with a stolen password alone.',
      go: 'Set it up',
    },
    mailOff: {
      title: 'The system cannot send mail yet',
      body: (count) =>
        count === 0
          ? 'Invitations and links reach nobody until a mail server is set.'
          : `${plural(count, 'message waits', 'messages wait')} for you to hand over.`,
      go: 'See the mail that waits',
    },
    failingAddresses: {
      title: 'Addresses that an assessor would give 0',
      body: (count) =>
        `${plural(count, 'address', 'addresses')} that you answer for: see what was found and how to mend it.`,
      go: 'See what was found',
    },
    operation: {
      title: (count) => `The system needs attention: ${count} to mend`,
      body: (late) =>
        late === 0 ? 'Nothing of it is urgent; see what to do.' : `Urgent: ${late}. See what to do.`,
      go: 'See the operation',
    },
    resolutionTasks: {
      title: (count) =>
        count === 1 ? 'A task of a resolution waits for you' : `${count} tasks of resolutions wait for you`,
      body: (late) => (late === 0 ? 'None is late.' : `${late} ${late === 1 ? 'is' : 'are'} late.`),
      go: 'See the tasks',
    },
    mailFailed: {
      title: 'Some mail could not be sent',
      body: (count) => `${plural(count, 'message')} to look at.`,
      go: 'See the mail that waits',
    },
    roleEnds: {
      title: (role) => `Your role ends soon: ${role}`,
      body: (day) => `Its last day is ${day}. If you are to go on, tell an administrator.`,
    },
  },
  steps: {
    title: 'First steps',
    said: (done, all) => `${done} of ${all} done`,
    done: 'Done',
    names: {
      agency: {
        title: 'Name the agency',
        body: 'The name stands on the site and in the report.',
        go: 'Name it',
      },
      units: { title: 'Found the units', body: 'Units carry the measures out.', go: 'Found units' },
      coordinator: {
        title: 'Invite the ITA coordinator',
        body: 'They lead the improvement of the year and invite the owners of measures.',
        go: 'Invite',
      },
      owners: {
        title: 'Invite the owners of measures',
        body: 'Each unit should have at least one.',
        go: 'Invite',
      },
      report: {
        title: 'Import the first report',
        body: 'Whoever keeps the server imports it with the command',
        go: '',
      },
    },
  },
  years: 'Yearly work',
  workOf: (year) => `Work of fiscal year ${year} (B.E.)`,
  roles: 'My roles',
  forUnit: (unit) => `Unit: ${unit}`,
  noRole: {
    title: 'Your account has no role yet',
    body: 'A role says which work is yours. Until then you can read the published reports and keep your own account.',
    ask: 'Who can give you a role',
    nobody: 'There is no administrator now. Tell whoever keeps the server.',
  },
  reports: 'Published reports',
  reportOf: (year) => `Report of fiscal year B.E. ${year}`,
  noReports: 'No report is published yet',
}
