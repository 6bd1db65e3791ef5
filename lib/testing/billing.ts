import type { ClientBase } from "pg";
import type { Actor } from "@/lib/access/actor";
import { draftInvoice } from "@/lib/billing/draft-invoice";
import { sendInvoice } from "@/lib/billing/send-invoice";
import { asActor } from "@/lib/db/as-actor";
import { type BuiltCase, type BuiltLab, buildCase } from "./build";

/** Has every item of a case delivered, at `at` (default now), as a driver's stop would have left it. */
export async function deliver(owner: ClientBase, built: Pick<BuiltCase, "id">, at = new Date()): Promise<void> {
  await owner.query(
    "UPDATE workflow_stages SET status = 'completed', completed_at = greatest(queued_at, $2) WHERE case_id = $1",
    [built.id, at],
  );
  await owner.query(
    "UPDATE case_items SET status = 'delivered', stage = 'delivery', delivered_at = $2 WHERE case_id = $1",
    [built.id, at],
  );
  await owner.query(
    "UPDATE cases SET status = 'delivered', submitted_at = least(submitted_at, $2), delivered_at = $2 WHERE id = $1",
    [built.id, at],
  );
}

/** The draft of a new, delivered case; one zirconia crown unless told otherwise. */
export async function buildDraft(
  owner: ClientBase,
  lab: BuiltLab,
  items?: Parameters<typeof buildCase>[2],
): Promise<{ invoiceId: string; caseId: string }> {
  const built = await buildCase(owner, lab, items);
  await deliver(owner, built);
  const draft = await asActor(lab.actors.staff, (tx) =>
    draftInvoice({ actor: lab.actors.staff, tx }, { caseId: built.id }),
  );
  if (!draft) throw new Error("Nothing was drafted.");
  return { invoiceId: draft.invoiceId, caseId: built.id };
}

/** Sends a draft as it stands, to an address of tests. */
export async function send(actor: Actor, invoiceId: string): Promise<string> {
  return asActor(actor, async (tx) => {
    const { version } = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    return (await sendInvoice({ actor, tx }, { invoiceId, version, to: "accounts@practice.test" })).number;
  });
}
