declare module 'vnu-jar' {
  /** Path of the checker's archive. */
  const path: string
  export default path
}
