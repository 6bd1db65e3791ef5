"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Day } from "@/lib/logistics/road/day";
import { indexedKeeping } from "@/lib/logistics/road/phone/indexed-keeping";
import { type KeptPhoto, memoryKeeping } from "@/lib/logistics/road/phone/keeping";
import { labLine } from "@/lib/logistics/road/phone/lab-line";
import { type PhoneState, RoadPhone } from "@/lib/logistics/road/phone/road-phone";
import type { RoadCommand } from "@/lib/logistics/road/schema";
import { subscribeTopics } from "../ui/live-connection";

const LONGEST_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 60_000;

type Given<Command> = Command extends RoadCommand ? Omit<Command, "id" | "happenedAt"> : never;
/** A command but for what the phone adds: its id and the time. */
export type Deed = Given<RoadCommand>;
export type Act = (deed: Deed, photos?: readonly KeptPhoto[]) => Promise<void>;
export type Road = { state: PhoneState; act: Act; sync: () => void; read: (id: string) => void };

/**
 * The driver's day on this phone; null until what is kept has been read. It is sent when something was done, when the phone
 * is back, when the screen is looked at again, and every so often, less often the longer the lab cannot be reached.
 */
export function useRoadPhone(given: Day): Road | null {
  const [phone, setPhone] = useState<RoadPhone | null>(null);
  const first = useRef(given);

  useEffect(() => {
    let over = false;
    const begin = async () => {
      const keeping = await indexedKeeping().catch(() => null);
      const made = new RoadPhone(first.current.userId, first.current, keeping ?? memoryKeeping(), labLine, !keeping);
      await made.open();
      if (!over) setPhone(made);
    };
    void begin();
    navigator.storage?.persist?.().catch(() => {});
    return () => {
      over = true;
    };
  }, []);

  const state = useSyncExternalStore(
    phone?.subscribe ?? never,
    () => phone?.state() ?? null,
    () => null,
  );
  useKeptInStep(phone, state?.day ?? given);
  if (!phone || !state) return null;
  const act: Act = async (deed, photos) => {
    const command = { ...deed, id: crypto.randomUUID(), happenedAt: new Date().toISOString() } as RoadCommand;
    await phone.act(command, photos);
    askForSync();
    void phone.sync();
  };
  return { state, act, sync: () => void phone.sync(), read: (id) => void phone.read(id) };
}

const never = () => () => {};

/** Has the browser send what waits should the app be closed before it could, where there is such a thing. */
function askForSync(): void {
  type WithSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };
  navigator.serviceWorker?.getRegistration("/driver").then(
    (worker) => (worker as WithSync | undefined)?.sync?.register("road").catch(() => {}),
    () => {},
  );
}

function useKeptInStep(phone: RoadPhone | null, day: Day): void {
  const topics = ["routes", `user:${day.userId}`, ...day.routes.map((route) => `route:${route.id}`)].join(" ");
  useEffect(() => {
    if (!phone) return;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout>;
    const sync = async () => {
      clearTimeout(timer);
      failures = (await phone.sync()) ? 0 : failures + 1;
      const wait = failures === 0 ? LOOK_AGAIN_MS : Math.min(LONGEST_WAIT_MS, 2000 * 2 ** (failures - 1));
      clearTimeout(timer);
      timer = setTimeout(sync, wait);
    };
    const look = () => document.visibilityState === "visible" && void sync();
    const asked = (event: MessageEvent<{ sync?: boolean }>) => event.data?.sync && void sync();
    void sync();
    const stopListening = subscribeTopics(topics.split(" "), () => void sync());
    window.addEventListener("online", sync);
    document.addEventListener("visibilitychange", look);
    navigator.serviceWorker?.addEventListener("message", asked);
    return () => {
      clearTimeout(timer);
      stopListening();
      window.removeEventListener("online", sync);
      document.removeEventListener("visibilitychange", look);
      navigator.serviceWorker?.removeEventListener("message", asked);
    };
  }, [phone, topics]);
}
