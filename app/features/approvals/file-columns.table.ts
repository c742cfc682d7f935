/** Columns of this room that name files of the store; a file that no room names is swept. */
export const PUBLISHED_FILE_COLUMNS = ['publication_file.sha256'] as const
