import type { Day } from "../day";
import type { Keeping, KeptPhoto, Queued, Refused } from "./keeping";

/** The names are known to public/driver-worker.js too, which sends the queue when the app is closed. */
export const DATABASE = "casepan-road";
type Facts = { phoneId: string; userId: string; day: Day | null };
type QueueRow = Queued & { userId: string };

/** The answer of an IndexedDB request. */
const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore("facts");
    database.createObjectStore("queue", { keyPath: "place", autoIncrement: true });
    database.createObjectStore("photos", { keyPath: "id" });
    database.createObjectStore("refused", { keyPath: "id" });
  };
  return answerOf(request);
}

/** Keeps in the phone's own database, past a restart. Rejects where the browser has none to give (private mode, full storage). */
export async function indexedKeeping(): Promise<Keeping> {
  const database = await openDatabase();
  const writing = (...stores: string[]) => database.transaction(stores, "readwrite", { durability: "strict" });

  return {
    async open(userId) {
      const work = writing("facts", "queue", "refused");
      const facts = (await answerOf(work.objectStore("facts").get("facts"))) as Facts | undefined;
      const own =
        facts?.userId === userId ? facts : { phoneId: facts?.phoneId ?? crypto.randomUUID(), userId, day: null };
      if (own !== facts) {
        work.objectStore("facts").put(own, "facts");
        work.objectStore("refused").clear();
      }
      const queue = ((await answerOf(work.objectStore("queue").getAll())) as QueueRow[]).filter(
        (row) => row.userId === userId,
      );
      const refused = (await answerOf(work.objectStore("refused").getAll())) as Refused[];
      await finished(work);
      return { phoneId: own.phoneId, day: own.day, queue, refused };
    },
    async add(userId, command, photos) {
      const work = writing("queue", "photos");
      for (const photo of photos) work.objectStore("photos").put(photo);
      const place = answerOf(work.objectStore("queue").add({ command, userId }));
      await finished(work);
      return (await place) as number;
    },
    async photos(ids) {
      const store = database.transaction("photos").objectStore("photos");
      const found = await Promise.all(ids.map((id) => answerOf(store.get(id)) as Promise<KeptPhoto | undefined>));
      return found.flatMap((photo) => photo ?? []);
    },
    async dropPhoto(id) {
      const work = writing("photos");
      work.objectStore("photos").delete(id);
      await finished(work);
    },
    async settle(userId, news) {
      const work = writing("facts", "queue", "refused");
      const facts = (await answerOf(work.objectStore("facts").get("facts"))) as Facts | undefined;
      if (news.day && facts?.userId === userId) work.objectStore("facts").put({ ...facts, day: news.day }, "facts");
      for (const place of news.answered) work.objectStore("queue").delete(place);
      for (const one of news.refused) work.objectStore("refused").put(one);
      await finished(work);
    },
    async forgetRefused(id) {
      const work = writing("refused");
      work.objectStore("refused").delete(id);
      await finished(work);
    },
  };
}
