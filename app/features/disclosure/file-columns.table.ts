/** Columns of this room that name files of the store; a file that no room names is swept. */
export const DISCLOSED_FILE_COLUMNS = ['public_file.sha256', 'disclosure_fact_version.sha256'] as const
