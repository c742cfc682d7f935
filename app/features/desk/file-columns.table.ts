/** Columns of this room that name files of the store; a file that no room names is swept. */
export const DESK_FILE_COLUMNS = ['desk_file.sha256'] as const
