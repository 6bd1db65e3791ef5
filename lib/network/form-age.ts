/** A person needs longer than this to fill the form of an application (milliseconds). */
export const SHORTEST = 2500;
/** Nobody leaves it open for longer than a day (milliseconds). */
export const LONGEST = 24 * 60 * 60 * 1000;
