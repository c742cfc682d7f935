/** Which room may call which. Adding an arrow is a design decision: say why in the commit. */
module.exports = {
  people: [],
  catalogue: ['people'],
  evidence: ['people'],
  assessments: ['catalogue', 'people'],
  // Measures and outcomes are proved by evidence, and outcomes quote results.
  improvement: ['catalogue', 'people', 'evidence', 'assessments'],
  reports: ['improvement', 'catalogue', 'people'],
  disclosure: ['catalogue', 'reports'],
  site: ['reports', 'disclosure'],
  // The frame of the office shows the policies of all rooms and leads to their screens; its overview of a year says how far
  // the report is from 100, and its search looks into every room.
  office: ['people', 'catalogue', 'improvement', 'evidence', 'assessments', 'reports'],
}
