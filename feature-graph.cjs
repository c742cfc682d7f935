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
  reports: ['improvement', 'approvals', 'catalogue', 'people', 'evidence', 'opendata'],
  // Addresses are handed in by the program; what was seen there is kept in the store of evidence.
  watch: ['people', 'evidence'],
  // Every room that keeps a public register says so here; this one knows none of them.
  opendata: ['people'],
  // Items are answered by files of evidence and by reports, go through a chain where there is one, and are watched.
  disclosure: ['catalogue', 'reports', 'evidence', 'approvals', 'people', 'watch', 'opendata'],
  // Pages of staff go through a chain where there is one; their pictures are files of evidence that the public may have.
  site: ['reports', 'disclosure', 'opendata', 'approvals', 'people', 'evidence', 'catalogue'],
  // What people say of services; an answered question becomes a page of the site.
  // Files of strangers are judged as files of evidence are.
  desk: ['people', 'opendata', 'site', 'evidence'],
  // The sealed room. It knows who works in the agency and writes its policy as a page; nobody may call it: the program hands
  // what it needs to the desk and to the registers.
  protected: ['people', 'site', 'opendata'],
  // What who runs the program sees: versions, jobs, storage, backups. Evidence says how much an agency keeps.
  operation: ['people', 'evidence'],
  // The frame of the office shows the policies of all rooms and leads to their screens; its overview of a year says how far
  // the report is from 100, and its search looks into every room.
  office: [
    'people',
    'catalogue',
    'improvement',
    'evidence',
    'assessments',
    'approvals',
    'reports',
    'watch',
    'disclosure',
    'site',
    'desk',
    'operation',
  ],
}
