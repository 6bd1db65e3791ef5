export const MOST_CHARACTERS = 4000;
export const MOST_ATTACHMENTS = 10;
/** How long after it was sent a message may be edited or removed by its author. */
export const CHANGE_MINUTES = 15;
