import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectionState, subscribeTopics } from "./live-connection";

class Source {
  static all: Source[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  constructor(readonly url: string) {
    Source.all.push(this);
  }
  close() {
    this.closed = true;
  }
  say(message: unknown) {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }
}
const latest = () => Source.all.at(-1) as Source;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
  Source.all = [];
});
afterEach(() => {
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("one connection serves all, each hears only its own topics", () => {
  const board = vi.fn();
  const cases = vi.fn();
  const stops = [subscribeTopics(["board"], board), subscribeTopics(["case:1", "queue"], cases)];
  expect(Source.all).toHaveLength(1);
  latest().onopen?.();
  latest().say({ topic: "case:1", id: "7" });
  latest().say({ topic: "case:11" });
  latest().say("not json");
  latest().say({ topic: 5 });
  expect(cases).toHaveBeenCalledTimes(1);
  expect(board).not.toHaveBeenCalled();
  for (const stop of stops) stop();
});

test("the connection outlives a change of screen and closes when nobody listens", () => {
  subscribeTopics(["board"], vi.fn())();
  const stop = subscribeTopics(["queue"], vi.fn());
  vi.advanceTimersByTime(2_000);
  expect(Source.all).toHaveLength(1);
  expect(latest().closed).toBe(false);
  stop();
  vi.advanceTimersByTime(2_000);
  expect(latest().closed).toBe(true);
  expect(connectionState()).toBe("idle");
});

test("reconnects ever later, and what may have been missed is fetched once", () => {
  const changed = vi.fn();
  const stop = subscribeTopics(["board"], changed);
  latest().onopen?.();
  latest().onerror?.();
  expect(connectionState()).toBe("offline");
  vi.advanceTimersByTime(1_300);
  expect(Source.all).toHaveLength(2);
  latest().onerror?.();
  vi.advanceTimersByTime(1_400);
  expect(Source.all).toHaveLength(2);
  vi.advanceTimersByTime(1_200);
  expect(Source.all).toHaveLength(3);
  expect(changed).not.toHaveBeenCalled();
  latest().onopen?.();
  expect(connectionState()).toBe("live");
  expect(changed).toHaveBeenCalledTimes(1);
  stop();
});
