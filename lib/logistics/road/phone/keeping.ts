import type { Day } from "../day";
import type { Purpose } from "../proof-rules";
import type { RoadCommand } from "../schema";

/** A command that waits to be sent; `place` is its place in the order. */
export type Queued = { place: number; command: RoadCommand };
/** A photo taken at a stop, until the lab has it. */
export type KeptPhoto = { id: string; stopId: string; purpose: Purpose; takenAt: string; picture: Blob };
/** A command that the lab refused, shown until the driver has read it. */
export type Refused = {
  id: string;
  kind: RoadCommand["kind"];
  stopId: string | null;
  practice: string | null;
  words: string;
  at: string;
};
export type Kept = { phoneId: string; day: Day | null; queue: Queued[]; refused: Refused[] };

/** Where a phone keeps a driver's day, what is to be sent and what was refused; all of it belongs to one person. */
export type Keeping = {
  /** What is kept for this person. What another person left, but for commands still to be sent, is deleted. */
  open: (userId: string) => Promise<Kept>;
  /** Keeps a command at the end of the queue, together with its photos or not at all. Answers its place. */
  add: (userId: string, command: RoadCommand, photos: readonly KeptPhoto[]) => Promise<number>;
  photos: (ids: readonly string[]) => Promise<KeptPhoto[]>;
  dropPhoto: (id: string) => Promise<void>;
  /** At once: the day as the lab has it now, what was answered leaves the queue, what was refused is noted. */
  settle: (
    userId: string,
    news: { day: Day | null; answered: readonly number[]; refused: readonly Refused[] },
  ) => Promise<void>;
  forgetRefused: (id: string) => Promise<void>;
};

/** Keeps in memory alone: where the phone lets nothing be stored, and in tests. */
export function memoryKeeping(): Keeping {
  const phoneId = crypto.randomUUID();
  let place = 0;
  let day: Day | null = null;
  let queue: (Queued & { userId: string })[] = [];
  let refused: Refused[] = [];
  const photos = new Map<string, KeptPhoto>();
  return {
    open: async (userId) => ({ phoneId, day, queue: queue.filter((one) => one.userId === userId), refused }),
    add: async (userId, command, taken) => {
      place += 1;
      queue = [...queue, { place, command, userId }];
      for (const photo of taken) photos.set(photo.id, photo);
      return place;
    },
    photos: async (ids) => ids.flatMap((id) => photos.get(id) ?? []),
    dropPhoto: async (id) => {
      photos.delete(id);
    },
    settle: async (_, news) => {
      day = news.day ?? day;
      queue = queue.filter((one) => !news.answered.includes(one.place));
      refused = [...refused, ...news.refused];
    },
    forgetRefused: async (id) => {
      refused = refused.filter((one) => one.id !== id);
    },
  };
}
