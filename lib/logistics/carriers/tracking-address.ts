/** What stands for the parcel's number in a carrier's tracking address. */
export const TRACKING = "{tracking}";

/**
 * What is wrong with a template of tracking addresses, or null: it must be an https address without a name or password in which
 * {tracking} stands behind the host, once.
 */
export function templateFault(template: string): string | null {
  if (template.split(TRACKING).length !== 2) return `Write ${TRACKING} once, where the parcel's number goes.`;
  const [one, other] = ["a", "b"].map((number) => parsed(template.replace(TRACKING, number)));
  if (!one || !other) return "This is not an address.";
  if (one.protocol !== "https:") return "The address must begin with https://.";
  if (one.username || one.password) return "The address must not carry a name or password.";
  if (one.host !== other.host) return `${TRACKING} must stand behind the host's name.`;
  return null;
}

/** The address at which a parcel of this number is followed; null without a template, a number, or with a template that is none. */
export function trackingAddress(template: string | null, number: string | null): string | null {
  if (!template || !number || templateFault(template)) return null;
  return template.replace(TRACKING, () => encodeURIComponent(number));
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
