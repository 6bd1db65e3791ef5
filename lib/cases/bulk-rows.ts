/** Rows of one request of a command on many cases: few, so that progress shows. */
export const BULK_ROWS = 10;
/** Cases that "select all that fit" takes at most. */
export const BULK_MOST = 1000;
