import { expect, test } from "vitest";
import type { CaseEventKind, CaseEvents } from "./events";
import { CASE_EVENT_KINDS, sentence } from "./sentence";

const words = {
  locale: "en-GB",
  stage: (key: string) =>
    ({ quality_control: "Quality control", design: "Design", sintering: "Sintering" })[key] ?? key,
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
  stage_completion_undone: [
    { stage: "sintering", item: "Crown 14" },
    "Sintering of Crown 14 taken up again, completed by mistake",
  ],
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
  cancelled: [
    { reason: "Sent twice", charge: "35.00", currency: "GBP" },
    "Case cancelled: Sent twice. £35.00 before tax is charged",
  ],
  review_moved: [{ to: `${year}-11-24` }, "To be looked at again on 24 Nov"],
  design_asked: [
    { items: "Crown 14", words: "Is the contact tight enough?" },
    "The dentist was asked to approve the design of Crown 14: Is the contact tight enough?",
  ],
  design_reminded: [{ items: "Crown 14" }, "The dentist was reminded of the design of Crown 14"],
  design_approved: [{ items: "Crown 14", told: true }, "Design of Crown 14 approved by telephone"],
  design_rejected: [{ items: "Crown 14", words: "Too bulky" }, "Design of Crown 14 rejected: Too bulky"],
  design_withdrawn: [{ items: "Crown 14" }, "Request to approve the design of Crown 14 withdrawn"],
  try_in_sent: [
    { item: "Full denture upper", stage: "design", words: "Check the bite" },
    "Full denture upper goes out for a try-in from design: Check the bite",
  ],
  try_in_arrived: [{ item: "Full denture upper" }, "Full denture upper is at the practice for its try-in"],
  try_in_back: [
    { item: "Full denture upper", stage: "design", findings: "Midline 1 mm left" },
    "Full denture upper is back from its try-in and goes on with design: Midline 1 mm left",
  ],
  remake_asked: [
    { items: "Crown 14", words: "It does not seat" },
    "A remake of Crown 14 was asked for: It does not seat",
  ],
  remake_declined: [{ words: "Worn for a year" }, "The remake was declined: Worn for a year"],
  remade: [
    { number: "C-2", items: "Crown 14", cause: "Margin", responsible: "lab", chargePercent: "0.00" },
    "Crown 14 is made again as case C-2: Margin. Responsible: the lab, no charge",
  ],
  remake_of: [
    { number: "C-1", items: "Crown 14", cause: "Fracture", responsible: "patient", chargePercent: "50.00" },
    "Remake of Crown 14 of case C-1: Fracture. Responsible: the patient, charged at 50 %",
  ],
  due_changed: [
    { from: `${year}-11-24`, to: `${year}-11-26`, reason: "patient away" },
    "Due date moved from 24 Nov to 26 Nov: patient away",
  ],
  note_added: [{ excerpt: "Please call" }, "Note: Please call"],
  file_added: [{ name: "upper.stl" }, "File upper.stl added"],
  file_version_added: [{ name: "upper.stl", version: 2 }, "Version 2 of file upper.stl added"],
  file_removed: [{ name: "upper.stl" }, "File upper.stl removed"],
  file_restored: [{ name: "upper.stl" }, "File upper.stl brought back"],
  file_shared: [{ name: "upper.stl" }, "File upper.stl shared with the practice"],
  shipment_made: [{ number: "S-2026-000001", items: 1 }, "Packed in shipment S-2026-000001 with 1 item"],
  unpacked: [{ number: "S-1", items: 2 }, "Taken out of shipment S-1 with 2 items"],
  put_on_route: [{ number: "S-1", route: "North", date: `${year}-11-24` }, "Shipment S-1 put on route North of 24 Nov"],
  out_for_delivery: [{ number: "S-1" }, "Shipment S-1 is out for delivery"],
  delivered: [{ number: "S-1", receiver: "Jo" }, "Shipment S-1 delivered, received by Jo"],
  delivery_failed: [
    { number: "S-1", reason: "Practice closed" },
    "Shipment S-1 could not be delivered: Practice closed",
  ],
  delivery_rescheduled: [
    { number: "S-1", attempt: 2, way: "day", date: `${year}-11-24` },
    "Shipment S-1 goes out again on 24 Nov, attempt 2",
  ],
  invoice_drafted: [{ total: "120.50", currency: "GBP" }, "Invoice over £120.50 drafted"],
  invoice_sent: [{ number: "INV-1", total: "120.50", currency: "GBP" }, "Invoice INV-1 over £120.50 sent"],
  invoice_cancelled: [{ number: "INV-1", reason: "Wrong price" }, "Invoice INV-1 cancelled: Wrong price"],
  payment_recorded: [
    { number: "INV-1", amount: "100.00", currency: "GBP", balance: "20.50" },
    "Payment of £100.00 for invoice INV-1, £20.50 still owed",
  ],
  credit_used: [
    { number: "INV-1", amount: "20.50", currency: "GBP", balance: "0.00" },
    "Credit of £20.50 used for invoice INV-1, paid in full",
  ],
  settlement_taken_back: [
    { number: "INV-1", amount: "20.50", currency: "GBP", balance: "20.50" },
    "£20.50 taken back from invoice INV-1, £20.50 still owed",
  ],
  payment_bounced: [
    { number: "INV-1", amount: "100.00", currency: "GBP", balance: "120.50" },
    "The bank took back £100.00 paid for invoice INV-1, £120.50 still owed",
  ],
  credit_note_issued: [
    { number: "CN-1", invoice: "INV-1", total: "24.00", currency: "GBP", reason: "Wrong price" },
    "Credit note CN-1 over £24.00 for invoice INV-1: Wrong price",
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
