import { listen } from "@/lib/db/listen";
import { type LiveMessage, liveMessage } from "./hearing";

export type Ear = {
  heard: (message: LiveMessage) => void;
  /** Messages were missed, or the process ends: the screen should connect again and read afresh. */
  ended: () => void;
};

const shared = globalThis as { casepanEars?: Set<Ear>; casepanHush?: () => Promise<void> };

/** Gives every message of the process's one listening connection to `ear`, until the answered function is called. */
export function attend(ear: Ear): () => void {
  const ears = shared.casepanEars ?? begin();
  ears.add(ear);
  return () => ears.delete(ear);
}

function begin(): Set<Ear> {
  const ears = new Set<Ear>();
  shared.casepanEars = ears;
  const endAll = () => {
    for (const ear of [...ears]) ear.ended();
  };
  shared.casepanHush = listen("casepan_live", { heard: (payload) => spread(ears, payload), missed: endAll });
  process.once("SIGTERM", endAll);
  return ears;
}

/** Ends the listening connection; the next ear opens another (tests). */
export async function stopAttending(): Promise<void> {
  shared.casepanEars = undefined;
  await shared.casepanHush?.();
}

function spread(ears: Set<Ear>, payload: string): void {
  let said: unknown;
  try {
    said = JSON.parse(payload);
  } catch {
    return;
  }
  const message = liveMessage.safeParse(said);
  if (message.success) for (const ear of [...ears]) ear.heard(message.data);
}
