/** Columns of this room that name files of the store; a file that no room names is swept. */
export const EVIDENCE_FILE_COLUMNS = ['stored_file.sha256', 'evidence_version.sha256'] as const
