import type { Answer } from "../answered";
import type { Day } from "../day";
import type { RoadCommand } from "../schema";
import type { KeptPhoto } from "./keeping";

/** The lab did not answer (no connection, or it is down): try again later. */
export class OutOfReach extends Error {}
/** The lab answered that this phone is nobody's or another's now. */
export class SignedOut extends Error {}
/** The lab will never take this as it is. `status` is that of HTTP. */
export class NotTaken extends Error {
  constructor(
    readonly status: number,
    words: string,
  ) {
    super(words);
  }
}

/** `userId` is whose phone it is: the lab takes nothing of theirs from whoever signed in after them. */
export type LabLine = {
  day: () => Promise<Day>;
  report: (
    phoneId: string,
    commands: readonly RoadCommand[],
    userId: string,
  ) => Promise<{ answers: Answer[]; day: Day }>;
  photo: (photo: KeptPhoto, userId: string) => Promise<void>;
};

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(60_000),
    });
  } catch {
    throw new OutOfReach();
  }
  if (response.status === 401 || response.status === 403) throw new SignedOut();
  const body = (await response.json().catch(() => null)) as { ok: boolean; data: T; formError?: string } | null;
  if (response.ok && body?.ok) return body.data;
  // A gateway between, or a hotel's own sign-in page, answers something else.
  if (!body || response.status >= 500 || response.status === 429) throw new OutOfReach();
  throw new NotTaken(response.status, body.formError ?? "The lab did not take this.");
}

/** How the phone speaks with the lab. Rejects with `OutOfReach`, `SignedOut` and `NotTaken`. */
export const labLine: LabLine = {
  day: async () => (await ask<{ day: Day }>("/api/road/day", {})).day,
  report: (phoneId, commands, userId) =>
    ask("/api/road/log", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ phoneId, userId, sentAt: new Date().toISOString(), commands }),
    }),
  photo: async ({ id, stopId, purpose, takenAt, picture }, userId) => {
    const sent = new Date().toISOString();
    const query = new URLSearchParams({ stop: stopId, purpose, taken: takenAt, sent, user: userId });
    await ask(`/api/road/photos/${id}?${query}`, {
      method: "PUT",
      headers: { "content-type": picture.type || "image/jpeg" },
      body: picture,
    });
  },
};
