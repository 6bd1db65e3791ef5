import type { ReasonKind } from "./schema";

/** What each kind of reason is called, and when it is asked. */
export const REASON_KIND_WORDS: Record<ReasonKind, { label: string; when: string }> = {
  qc_failure: { label: "Quality failures", when: "Asked when a check fails. They feed the report of failures." },
  send_back: {
    label: "Send-backs",
    when: "Asked when work goes back to an earlier stage. They feed the report of failures.",
  },
  block: { label: "Blocks", when: "Asked when work at the bench cannot go on." },
  pause: { label: "Pauses", when: "Asked when a clock is stopped." },
  hold: { label: "Holds", when: "Asked when a case is put on hold." },
  cancellation: { label: "Cancellations", when: "Asked when a case is cancelled." },
  remake: { label: "Remakes", when: "Asked when a delivered case is made again." },
  delivery_failure: { label: "Failed deliveries", when: "Asked of the driver when a delivery fails." },
};
