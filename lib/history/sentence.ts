import type { CaseEventKind, CaseEvents } from "./events";

/** How the reader writes: BCP 47 locale, and the lab's name for a stage key. */
export type SentenceWords = { locale: string; stage: (key: string) => string };

type Sentences = { [Kind in CaseEventKind]: (data: CaseEvents[Kind], words: SentenceWords) => string };

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

/** A bare day (`YYYY-MM-DD`) as "24 Nov", with the year when it is not this one. */
function day(bare: string, { locale }: SentenceWords): string {
  const date = new Date(`${bare}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return bare;
  const year = bare.startsWith(String(new Date().getUTCFullYear())) ? undefined : "numeric";
  return plain(new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year, timeZone: "UTC" }).format(date));
}

const money = (amount: string, currency: string, { locale }: SentenceWords) =>
  plain(new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount)));

const owed = (e: { balance: string; currency: string }, words: SentenceWords) =>
  Number(e.balance) > 0 ? `${money(e.balance, e.currency, words)} still owed` : "paid in full";

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
const again = (attempt: number) => (attempt > 1 ? `, attempt ${attempt}` : "");
const on = (machine: string | undefined) => (machine ? ` on ${machine}` : "");
const takenOver = (from: string | undefined) => (from ? `, taken over from ${from}` : "");
const because = (...parts: (string | undefined)[]) => {
  const said = parts.filter(Boolean).join(". ");
  return said ? `: ${said}` : "";
};

const byTelephone = (told: boolean | undefined) => (told ? " by telephone" : "");
const paidBy = ({ responsible, chargePercent }: { responsible: string; chargePercent: string }) =>
  `Responsible: the ${responsible}, ${Number(chargePercent) === 0 ? "no charge" : `charged at ${Number(chargePercent)} %`}`;

const SENTENCES: Sentences = {
  submitted: (e, w) => `Case ${e.number} submitted with ${count(e.items, "item")}, due ${day(e.dueOn, w)}`,
  received: (e) =>
    `Received at the lab${e.pan ? ` in pan ${e.pan}` : ""}${e.missing ? `, missing: ${e.missing}` : ""}${e.remark ? `. ${e.remark}` : ""}`,
  ticket_printed: () => "Work ticket printed",
  stage_started: (e, w) =>
    `${w.stage(e.stage)} of ${e.item} started${on(e.machine)}${again(e.attempt)}${takenOver(e.takenFrom)}`,
  stage_start_undone: (e, w) => `${w.stage(e.stage)} of ${e.item} put back in the queue, started by mistake`,
  stage_paused: (e, w) => `${w.stage(e.stage)} of ${e.item} paused${because(e.reason)}`,
  stage_resumed: (e, w) => `${w.stage(e.stage)} of ${e.item} resumed${takenOver(e.takenFrom)}`,
  stage_completed: (e, w) =>
    `${w.stage(e.stage)} of ${e.item} done${on(e.machine)}${again(e.attempt)}${e.next ? `, next: ${w.stage(e.next).toLowerCase()}` : ""}`,
  stage_completion_undone: (e, w) => `${w.stage(e.stage)} of ${e.item} taken up again, completed by mistake`,
  stage_blocked: (e, w) => `${w.stage(e.stage)} of ${e.item} blocked${because(e.reason, e.note)}`,
  stage_unblocked: (e, w) => `${w.stage(e.stage)} of ${e.item} can go on`,
  stage_assigned: (e, w) => `${w.stage(e.stage)} of ${e.item} assigned to ${e.to}`,
  sent_back: (e, w) =>
    `${e.item} sent back from ${w.stage(e.from).toLowerCase()} to ${w.stage(e.to).toLowerCase()}${because(e.reason, e.note)}`,
  quality_passed: (e) => `${e.item} passed quality control${again(e.attempt)}`,
  quality_failed: (e, w) =>
    `${e.item} failed quality control${again(e.attempt)}${because(e.cause, e.note)}. Back to ${w.stage(e.to).toLowerCase()}`,
  held: (e, w) =>
    `Put on hold: ${e.reason}${e.reviewOn ? `, look again on ${day(e.reviewOn, w)}` : ""}${e.note ? `. ${e.note}` : ""}`,
  released: (e, w) => `Taken off hold${e.dueOn ? `, due ${day(e.dueOn, w)}` : ""}`,
  cancelled: (e, w) =>
    `Case cancelled: ${e.reason}${e.charge && e.currency && Number(e.charge) > 0 ? `. ${money(e.charge, e.currency, w)} before tax is charged` : ""}`,
  review_moved: (e, w) => (e.to ? `To be looked at again on ${day(e.to, w)}` : "No day to look again any more"),
  design_asked: (e) => `The dentist was asked to approve the design of ${e.items}: ${e.words}`,
  design_reminded: (e) => `The dentist was reminded of the design of ${e.items}`,
  design_approved: (e) => `Design of ${e.items} approved${byTelephone(e.told)}${because(e.words)}`,
  design_rejected: (e) => `Design of ${e.items} rejected${byTelephone(e.told)}${because(e.words)}`,
  design_withdrawn: (e) => `Request to approve the design of ${e.items} withdrawn${because(e.words)}`,
  try_in_sent: (e, w) => `${e.item} goes out for a try-in from ${w.stage(e.stage).toLowerCase()}${because(e.words)}`,
  try_in_arrived: (e) => `${e.item} is at the practice for its try-in`,
  try_in_back: (e, w) =>
    `${e.item} is back from its try-in and goes on with ${w.stage(e.stage).toLowerCase()}${because(e.findings)}`,
  remake_asked: (e) => `A remake of ${e.items} was asked for: ${e.words}`,
  remake_declined: (e) => `The remake was declined${because(e.words)}`,
  remade: (e) => `${e.items} is made again as case ${e.number}: ${e.cause}. ${paidBy(e)}`,
  remake_of: (e) => `Remake of ${e.items} of case ${e.number}: ${e.cause}. ${paidBy(e)}`,
  due_changed: (e, w) => `Due date moved from ${day(e.from, w)} to ${day(e.to, w)}${because(e.reason)}`,
  note_added: (e) => `Note: ${e.excerpt}`,
  file_added: (e) => `File ${e.name} added`,
  file_version_added: (e) => `Version ${e.version} of file ${e.name} added`,
  file_removed: (e) => `File ${e.name} removed`,
  file_restored: (e) => `File ${e.name} brought back`,
  file_shared: (e) => `File ${e.name} shared with the practice`,
  shipment_made: (e) => `Packed in shipment ${e.number} with ${count(e.items, "item")}`,
  unpacked: (e) => `Taken out of shipment ${e.number} with ${count(e.items, "item")}`,
  put_on_route: (e, w) => `Shipment ${e.number} put on route ${e.route} of ${day(e.date, w)}`,
  out_for_delivery: (e) =>
    e.carrier
      ? `Shipment ${e.number} handed to ${e.carrier}${e.tracking ? `, tracking ${e.tracking}` : ""}`
      : `Shipment ${e.number} is out for delivery`,
  delivered: (e) =>
    e.number ? `Shipment ${e.number} delivered, received by ${e.receiver}` : `Handed over at the lab to ${e.receiver}`,
  delivery_failed: (e) => `Shipment ${e.number} could not be delivered: ${e.reason}`,
  delivery_rescheduled: (e, w) => {
    if (e.way === "carrier") return `Shipment ${e.number} now goes ${e.carrier ? `with ${e.carrier}` : "by carrier"}`;
    if (e.way === "collected") return `Shipment ${e.number} waits at the lab to be collected`;
    return `Shipment ${e.number} goes out again${e.date ? ` on ${day(e.date, w)}` : ""}${again(e.attempt)}`;
  },
  invoice_drafted: (e, w) => `Invoice over ${money(e.total, e.currency, w)} drafted`,
  invoice_sent: (e, w) => `Invoice ${e.number} over ${money(e.total, e.currency, w)} sent`,
  invoice_cancelled: (e) => `${e.number ? `Invoice ${e.number}` : "Draft of the invoice"} cancelled: ${e.reason}`,
  payment_recorded: (e, w) => `Payment of ${money(e.amount, e.currency, w)} for invoice ${e.number}, ${owed(e, w)}`,
  credit_used: (e, w) => `Credit of ${money(e.amount, e.currency, w)} used for invoice ${e.number}, ${owed(e, w)}`,
  settlement_taken_back: (e, w) =>
    `${money(e.amount, e.currency, w)} taken back from invoice ${e.number}, ${owed(e, w)}`,
  payment_bounced: (e, w) =>
    `The bank took back ${money(e.amount, e.currency, w)} paid for invoice ${e.number}, ${owed(e, w)}`,
  credit_note_issued: (e, w) =>
    `Credit note ${e.number} over ${money(e.total, e.currency, w)} for invoice ${e.invoice}${because(e.reason)}`,
};

export const CASE_EVENT_KINDS = Object.keys(SENTENCES) as CaseEventKind[];

/** What an event of a case's timeline says: "Design of Crown 14 started". `data` has the shape that its kind declares. */
export function sentence<Kind extends CaseEventKind>(
  event: { kind: Kind; data: CaseEvents[Kind] },
  words: SentenceWords,
): string {
  return SENTENCES[event.kind](event.data, words);
}
