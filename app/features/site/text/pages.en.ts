import type { TextOf } from '../../../i18n/language.ts'
import type { pagesTh } from './pages.th.ts'

export type PagesText = TextOf<typeof pagesTh>

export const pagesEn: PagesText = {
  table: 'Table',
  lists: {
    news: { title: 'News', lead: 'News and announcements of the agency, the latest first.' },
    policies: {
      title: 'Policies',
      lead: 'Policies on the website and on data. Each has its review day and its history.',
    },
    services: {
      title: 'Services',
      lead: 'Service manuals: steps, time, channels, fees and the documents that are needed.',
    },
    questions: {
      title: 'Questions and answers',
      lead: 'What is often asked, with the answers of the agency.',
    },
  },
  empty: {
    news: 'No news is published at the moment.',
    policies: 'No policies are published at the moment.',
    services: 'No services are published at the moment.',
    questions: 'No questions are published at the moment.',
  },
  feedsTitle: 'Follow the news',
  year: (year) => `B.E. ${year}`,
  reviewOn: (day) => `To be reviewed by ${day}`,
  toQuestion: 'Open the page of this question',
  parts: {
    steps: 'Steps',
    time: 'Time it takes',
    channels: 'Where and how to get it',
    fee: 'Fee',
    documents: 'Documents needed',
    laws: 'Laws that apply',
  },
  declaredNone: 'Declared: none',
  pictures: 'Pictures',
  about: 'About this page',
  published: 'Published',
  version: 'Version',
  review: 'To be reviewed by',
  history: 'History',
  versionAt: (version, at) => `Version ${version}, published ${at}`,
  isShown: 'shown here',
  wasTakenDown: (at) => `taken down ${at}`,
  older: (version, newest) =>
    `This is version ${version}, which is no longer current. The current one is version ${newest}.`,
  toNewest: 'Read the current version',
  goneTitle: 'This page was taken down',
  goneLead: (title) => `“${title}” is no longer published.`,
  goneBy: 'Taken down by',
  goneByStaff: 'staff of the agency',
  goneAt: 'Taken down on',
  goneWhy: 'Reason',
  feedOf: (agency) => `News of ${agency}`,
}
