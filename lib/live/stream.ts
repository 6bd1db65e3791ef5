import type { Actor } from "@/lib/access/actor";
import { signedInBy } from "@/lib/access/session";
import { attend } from "./fan-out";
import { hears } from "./hearing";

const HEARTBEAT_MS = 20_000;
const RECHECK_MS = 60_000;

type Watcher = {
  sessionId: string;
  actor: Actor;
  /** Only these; null for everything the actor may hear. */
  topics: ReadonlySet<string> | null;
  signal: AbortSignal;
};

/**
 * Server-sent events for one screen: `data: {"topic":"…"}` for each message it may hear, and a comment every 20 s so that proxies
 * keep it open. Every minute the session is read again: it ends when that has ended, and follows a changed role or lab.
 */
export function eventStream({ sessionId, actor, topics, signal }: Watcher): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let watching: Actor | null = actor;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const leave = attend({
        heard: (message) => {
          if (!watching || !hears(watching, message) || (topics && !topics.has(message.topic))) return;
          send(`data: ${JSON.stringify({ topic: message.topic })}\n\n`);
        },
        ended: () => close(),
      });
      const heartbeat = setInterval(() => send(": \n\n"), HEARTBEAT_MS);
      const recheck = setInterval(async () => {
        const session = await signedInBy(sessionId, null).catch(() => undefined);
        if (session === undefined) return; // the database is away; the next minute tells
        watching = session?.actor ?? null;
        if (!watching) close();
      }, RECHECK_MS);
      let open = true;
      const close = () => {
        if (!open) return; // the screen went while its session was being read
        stop();
        controller.close();
      };
      stop = () => {
        open = false;
        leave();
        clearInterval(heartbeat);
        clearInterval(recheck);
        signal.removeEventListener("abort", close);
      };
      if (signal.aborted) return close();
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
    },
    cancel: () => stop(),
  });
}
