import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";

/** The largest report taken in, in bytes: fifty commands with the longest signatures stay well below. */
export const MOST_REPORT_BYTES = 6 * 1024 * 1024;

const tooLarge = () => {
  const words = "This is more than can be sent at once. Clear the signature and ask for it again.";
  return new Refusal("too_large", words, "too_large", { signature: [words] });
};

/** Refuses (403) what another site had the browser send. Browsers say where a request comes from; what is no browser carries no session by itself. */
export function refuseForeign(request: Request): void {
  const from = request.headers.get("sec-fetch-site");
  if (from && from !== "same-origin" && from !== "none")
    throw new Refusal("forbidden", "This was sent from another site.");
}

/** Refuses (403) what one driver's app sends in the name of another who has signed in on the same phone: it waits for the first to be back. */
export function refuseAnothers(actor: Pick<Actor, "userId">, userId: string | undefined): void {
  if (userId !== undefined && userId !== actor.userId)
    throw new Refusal("forbidden", "Somebody else is signed in on this phone now.");
}

/** The JSON of a request's body, read no further than the limit. Refuses with `too_large` and, for what is no JSON, `invalid`. */
export async function readReport(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_REPORT_BYTES) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MOST_REPORT_BYTES) throw tooLarge();
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new Refusal("invalid", "This report could not be read.");
  }
}
