import { expect, test } from "vitest";
import type { MessageView } from "@/lib/messaging/thread";
import { merged, type Pending, stillPending } from "./merge";

const message = (position: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `id-${position}`,
  position,
  authorId: "a",
  body: `Message ${position}`,
  event: null,
  mentions: [],
  at: "2026-11-21T10:00:00.000Z",
  isEdited: false,
  isRemoved: false,
  clientKey: null,
  attachments: [],
  ...more,
});

test("messages keep their order and none is doubled, whatever came when", () => {
  const known = [message(1), message(2)];
  const came = [message(4), message(2, { body: "Edited" }), message(3)];
  expect(merged(known, came).map(({ position, body }) => `${position} ${body}`)).toEqual([
    "1 Message 1",
    "2 Edited",
    "3 Message 3",
    "4 Message 4",
  ]);
});

test("what came back from the server is no longer on its way", () => {
  const pending = ["k1", "k2"].map(
    (key): Pending => ({ key, body: key, mentions: [], attachments: [], at: "", problem: null }),
  );
  expect(stillPending(pending, [message(1, { clientKey: "k1" })]).map(({ key }) => key)).toEqual(["k2"]);
});
