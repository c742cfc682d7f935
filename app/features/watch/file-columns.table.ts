/** Columns of this room that name files of the store; a file that no room names is swept. */
export const CAPTURE_FILE_COLUMNS = ['watch_capture.sha256', 'watch_capture.record_sha256'] as const
