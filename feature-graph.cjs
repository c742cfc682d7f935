/** Which room may call which. Adding an arrow is a design decision: say why in the commit. */
module.exports = {
  people: [],
  catalogue: ['people'],
  evidence: ['people'],
  assessments: ['catalogue', 'people'],
  // Measures and outcomes are proved by evidence, outcomes quote results, and the list of years says what is public.
  improvement: ['catalogue', 'people', 'evidence', 'assessments', 'approvals'],
  // What a resolution names is proved by evidence; whose kind of thing it is about, the program hands in.
  approvals: ['people', 'evidence'],
  // A report is public by its chain of approval, and its cells rest on evidence.
  reports: ['improvement', 'approvals', 'catalogue', 'people', 'evidence'],
  disclosure: ['catalogue', 'reports'],
  site: ['reports', 'disclosure'],
  // The frame of the office shows the policies of all rooms and leads to their screens; its overview of a year says how far
  // the report is from 100, and its search looks into every room.
  office: ['people', 'catalogue', 'improvement', 'evidence', 'assessments', 'approvals', 'reports'],
}
