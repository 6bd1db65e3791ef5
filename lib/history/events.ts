/** What can happen to a case, by kind, with the particulars each line of the timeline tells. Names are kept as they were. */
export type CaseEvents = {
  submitted: { number: string; items: number; dueOn: string };
  received: { pan?: string; missing?: string; remark?: string };
  ticket_printed: Record<string, never>;
  stage_started: { stage: string; item: string; attempt: number; takenFrom?: string; machine?: string };
  stage_start_undone: { stage: string; item: string };
  stage_paused: { stage: string; item: string; reason?: string };
  stage_resumed: { stage: string; item: string; takenFrom?: string };
  stage_completed: { stage: string; item: string; attempt: number; next?: string; machine?: string };
  stage_completion_undone: { stage: string; item: string };
  stage_blocked: { stage: string; item: string; reason: string; note?: string };
  stage_unblocked: { stage: string; item: string };
  stage_assigned: { stage: string; item: string; to: string };
  sent_back: { from: string; to: string; item: string; reason: string; note?: string };
  quality_passed: { item: string; attempt: number };
  quality_failed: { item: string; attempt: number; cause: string; to: string; note?: string };
  held: { reason: string; note?: string; reviewOn?: string };
  released: { dueOn?: string };
  /** `charge` is what it costs the practice, before tax. */
  cancelled: { reason: string; charge?: string; currency?: string };
  /** The day to look at a held case again was moved. */
  review_moved: { to?: string };
  design_asked: { items: string; words: string };
  design_reminded: { items: string };
  /** `told` means that the lab kept the answer of a dentist who telephoned. */
  design_approved: { items: string; words?: string; told?: boolean };
  design_rejected: { items: string; words: string; told?: boolean };
  design_withdrawn: { items: string; words?: string };
  try_in_sent: { item: string; stage: string; words?: string };
  try_in_arrived: { item: string };
  try_in_back: { item: string; stage: string; findings?: string };
  remake_asked: { items: string; words: string };
  remake_declined: { words: string };
  /** On the original: what was made again, as which case. */
  remade: { number: string; items: string; cause: string; responsible: string; chargePercent: string };
  /** On the new case. */
  remake_of: { number: string; items: string; cause: string; responsible: string; chargePercent: string };
  due_changed: { from: string; to: string; reason?: string };
  /** With `noteId` the timeline tells of the note as it is now, and nothing of one that was removed. */
  note_added: { excerpt: string; noteId?: string };
  file_added: { name: string };
  file_version_added: { name: string; version: number };
  file_removed: { name: string };
  file_restored: { name: string };
  file_shared: { name: string };
  shipment_made: { number: string; items: number };
  /** Taken out of a shipment again. */
  unpacked: { number: string; items: number };
  put_on_route: { number: string; route: string; date: string };
  /** With a carrier it went by parcel service; `tracking` are the numbers of its parcels. */
  out_for_delivery: { number: string; carrier?: string; tracking?: string };
  /** Without a number it was handed over at the lab, in no shipment. */
  delivered: { number?: string; receiver: string };
  delivery_failed: { number: string; reason: string };
  /** After a failed delivery; `attempt` is the one that follows, without a `date` none is fixed yet. */
  delivery_rescheduled: {
    number: string;
    attempt: number;
    way: "route" | "day" | "carrier" | "collected";
    date?: string;
    carrier?: string;
  };
  invoice_drafted: { total: string; currency: string };
  invoice_sent: { number: string; total: string; currency: string };
  /** Without a number it was a draft. */
  invoice_cancelled: { number?: string; reason: string };
  payment_recorded: { number: string; amount: string; currency: string; balance: string };
  /** `number` is the invoice's, `balance` what is owed on it then; so in the next two. */
  credit_used: { number: string; amount: string; currency: string; balance: string };
  settlement_taken_back: { number: string; amount: string; currency: string; balance: string };
  payment_bounced: { number: string; amount: string; currency: string; balance: string };
  credit_note_issued: { number: string; invoice: string; total: string; currency: string; reason: string };
};

export type CaseEventKind = keyof CaseEvents;
