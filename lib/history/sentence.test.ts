import { expect, test } from "vitest";
import type { CaseEventKind, CaseEvents } from "./events";
import { CASE_EVENT_KINDS, sentence } from "./sentence";

const words = {
  locale: "en-GB",
  stage: (key: string) => ({ quality_control: "Quality control", design: "Design" })[key] ?? key,
};
const year = new Date().getUTCFullYear();
const crown = { item: "Crown 14", attempt: 1 };

/** One event of every kind: a kind that is added without a line here does not compile. */
const EVENTS: { [Kind in CaseEventKind]: [CaseEvents[Kind], string] } = {
  submitted: [
    { number: "C-2026-000001", items: 2, dueOn: `${year}-11-24` },
    "Case C-2026-000001 submitted with 2 items, due 24 Nov",
  ],
  received: [
    { pan: "P-001", missing: "bite", remark: "Box wet" },
    "Received at the lab in pan P-001, missing: bite. Box wet",
  ],
  ticket_printed: [{}, "Work ticket printed"],
  stage_started: [{ stage: "design", ...crown, takenFrom: "Bo" }, "Design of Crown 14 started, taken over from Bo"],
  stage_start_undone: [
    { stage: "design", item: "Crown 14" },
    "Design of Crown 14 put back in the queue, started by mistake",
  ],
  stage_paused: [{ stage: "design", item: "Crown 14", reason: "Break" }, "Design of Crown 14 paused: Break"],
  stage_resumed: [{ stage: "design", item: "Crown 14" }, "Design of Crown 14 resumed"],
  stage_completed: [
    { stage: "design", item: "Crown 14", attempt: 2, next: "quality_control" },
    "Design of Crown 14 done, attempt 2, next: quality control",
  ],
  stage_blocked: [
    { stage: "design", item: "Crown 14", reason: "Machine down", note: "Back at noon" },
    "Design of Crown 14 blocked: Machine down. Back at noon",
  ],
  stage_unblocked: [{ stage: "design", item: "Crown 14" }, "Design of Crown 14 can go on"],
  stage_assigned: [{ stage: "design", item: "Crown 14", to: "Ann" }, "Design of Crown 14 assigned to Ann"],
  sent_back: [
    { from: "quality_control", to: "design", item: "Crown 14", reason: "Margin" },
    "Crown 14 sent back from quality control to design: Margin",
  ],
  quality_passed: [crown, "Crown 14 passed quality control"],
  quality_failed: [
    { ...crown, cause: "Shade", to: "design" },
    "Crown 14 failed quality control: Shade. Back to design",
  ],
  held: [
    { reason: "Rx incomplete", reviewOn: `${year}-11-24`, note: "Which shade?" },
    "Put on hold: Rx incomplete, look again on 24 Nov. Which shade?",
  ],
  released: [{ dueOn: `${year + 1}-01-05` }, `Taken off hold, due 5 Jan ${year + 1}`],
  cancelled: [{ reason: "Sent twice" }, "Case cancelled: Sent twice"],
  due_changed: [
    { from: `${year}-11-24`, to: `${year}-11-26`, reason: "patient away" },
    "Due date moved from 24 Nov to 26 Nov: patient away",
  ],
  note_added: [{ excerpt: "Please call" }, "Note: Please call"],
  file_added: [{ name: "upper.stl" }, "File upper.stl added"],
  file_removed: [{ name: "upper.stl" }, "File upper.stl removed"],
  shipment_made: [{ number: "S-2026-000001", items: 1 }, "Packed in shipment S-2026-000001 with 1 item"],
  put_on_route: [{ number: "S-1", route: "North", date: `${year}-11-24` }, "Shipment S-1 put on route North of 24 Nov"],
  out_for_delivery: [{ number: "S-1" }, "Shipment S-1 is out for delivery"],
  delivered: [{ number: "S-1", receiver: "Jo" }, "Shipment S-1 delivered, received by Jo"],
  delivery_failed: [
    { number: "S-1", reason: "Practice closed" },
    "Shipment S-1 could not be delivered: Practice closed",
  ],
  invoice_drafted: [{ total: "120.50", currency: "GBP" }, "Invoice over £120.50 drafted"],
  invoice_sent: [{ number: "INV-1", total: "120.50", currency: "GBP" }, "Invoice INV-1 over £120.50 sent"],
  invoice_cancelled: [{ number: "INV-1", reason: "Wrong price" }, "Invoice INV-1 cancelled: Wrong price"],
  payment_recorded: [
    { number: "INV-1", amount: "100.00", currency: "GBP", balance: "20.50" },
    "Payment of £100.00 for invoice INV-1, £20.50 still owed",
  ],
};

test.each(CASE_EVENT_KINDS)("%s is a sentence", (kind) => {
  const [data, said] = EVENTS[kind];
  expect(sentence({ kind, data } as never, words)).toBe(said);
});

test("every kind is covered", () => {
  expect(CASE_EVENT_KINDS.toSorted()).toEqual(Object.keys(EVENTS).toSorted());
});

test("a payment that settles an invoice says so", () => {
  const data = { number: "INV-1", amount: "20.50", currency: "GBP", balance: "0.00" };
  expect(sentence({ kind: "payment_recorded", data }, words)).toBe("Payment of £20.50 for invoice INV-1, paid in full");
});
