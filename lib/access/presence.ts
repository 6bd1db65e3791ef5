/** Set by the screen while somebody touches, types or scrolls (components/access/presence.tsx); it says no more than that. */
export const PRESENCE_COOKIE = "casepan-present";
export const PRESENCE_SECONDS = 120;

/**
 * Whether a request counts as somebody using their session: every page that is opened does; what a page fetches by itself (a live refresh,
 * the stream of events, a read mark) only while somebody was at the screen within two minutes. Browsers say which it is with
 * `Sec-Fetch-Mode` (https://www.w3.org/TR/fetch-metadata/); a client that does not say is taken to act.
 */
export function isActivity(fetchMode: string | null, present: boolean): boolean {
  return present || fetchMode === null || fetchMode === "navigate";
}
