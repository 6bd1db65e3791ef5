/** The tab's one connection to `/api/events`, shared by every LiveRefresh on the screen. */

type Listener = { topics: ReadonlySet<string>; changed: () => void };
export type ConnectionState = "idle" | "connecting" | "live" | "offline";

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const HIDDEN_MS = 20_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let asleep: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let missed = false;
let state: ConnectionState = "idle";

function become(next: ConnectionState) {
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function read(data: string): string | null {
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message === "object" && message !== null && "topic" in message) {
      return typeof message.topic === "string" ? message.topic : null;
    }
  } catch {
    return null;
  }
  return null;
}

function connect() {
  clearTimeout(retry);
  retry = undefined;
  source?.close();
  if (listeners.size === 0) return;
  if (state !== "offline") become("connecting");
  source = new EventSource("/api/events");
  source.onopen = () => {
    failures = 0;
    become("live");
    if (missed) for (const each of listeners) each.changed();
    missed = false;
  };
  source.onmessage = (event: MessageEvent<string>) => {
    const topic = read(event.data);
    if (topic) for (const each of listeners) if (each.topics.has(topic)) each.changed();
  };
  source.onerror = () => {
    source?.close();
    source = undefined;
    missed = true;
    failures += 1;
    become("offline");
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    retry = setTimeout(connect, wait * (0.75 + Math.random() / 2));
  };
}

function disconnect() {
  clearTimeout(retry);
  retry = undefined;
  source?.close();
  source = undefined;
  missed = false;
  failures = 0;
  become("idle");
}

/** Browsers allow six connections to a server over HTTP/1.1, so tabs that nobody looks at let theirs go. */
function rest() {
  clearTimeout(asleep);
  if (document.hidden) {
    asleep = setTimeout(() => {
      disconnect();
      missed = true;
    }, HIDDEN_MS);
  } else if (!source && listeners.size > 0) connect();
}

if (typeof window !== "undefined") {
  window.addEventListener("online", () => state === "offline" && connect());
  document.addEventListener("visibilitychange", rest);
}

/**
 * Calls `changed` for every message whose topic is one of `topics`, and once after a broken connection is back, since
 * messages may have been missed. Returns how to stop; the connection closes a moment after the last one stops.
 */
export function subscribeTopics(topics: readonly string[], changed: () => void): () => void {
  const listener = { topics: new Set(topics), changed };
  listeners.add(listener);
  if (!source && !retry) connect();
  return () => {
    listeners.delete(listener);
    setTimeout(() => listeners.size === 0 && disconnect(), 1_000);
  };
}

/** Calls `watcher` when the connection's state changes; returns how to stop. */
export function subscribeConnection(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function connectionState(): ConnectionState {
  return state;
}
