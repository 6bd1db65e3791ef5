"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveReason, orderReasons, restoreReason } from "@/lib/workflow/reason-list/actions";
import type { EditedReason } from "@/lib/workflow/reason-list/queries";
import type { ReasonKind } from "@/lib/workflow/reason-list/schema";
import { useAction } from "../../forms/use-action";
import { Button, IconButton } from "../../ui/button";
import { toast } from "../../ui/toast";
import { OrderList } from "../order/order-list";
import { useOrder } from "../order/use-order";
import { ReasonForm } from "./reason-form";

type ReasonListProps = { kind: ReasonKind; parent: EditedReason | null; reasons: readonly EditedReason[] };

/** The reasons of a kind at one level, in their order; under each of the first level, those of the second. */
export function ReasonList({ kind, parent, reasons }: ReasonListProps) {
  const parentId = parent?.id ?? null;
  const live = reasons.filter((reason) => reason.parentId === parentId && !reason.archived);
  const { shown, onOrder, pending } = useOrder(live, (ids) => orderReasons({ kind, parentId, ids }));
  const router = useRouter();
  const restore = useAction(restoreReason, { onSuccess: () => router.refresh() });
  const put = async ({ id, label }: EditedReason) => {
    const answer = await archiveReason({ id });
    if (answer.ok) toast.undo(`Archived “${label}”`, () => restore.run({ id }));
    return answer;
  };
  const archive = useAction(put, { onSuccess: () => router.refresh() });
  if (shown.length === 0) return null;
  return (
    <OrderList
      label={parent ? `Reasons under ${parent.label}` : "Reasons"}
      disabled={pending}
      onOrder={onOrder}
      rows={shown.map((reason) => ({
        id: reason.id,
        name: reason.label,
        body: (
          <>
            <span className="min-w-0 flex-1 basis-40">{reason.label}</span>
            <ReasonForm kind={kind} reason={reason} />
            {!parent && <ReasonForm kind={kind} parent={reason} />}
            <IconButton
              label={`Archive ${reason.label}`}
              icon={<Archive />}
              size="sm"
              onClick={() => archive.run(reason)}
            />
            {!parent && (
              <div className="basis-full empty:hidden">
                <ReasonList kind={kind} parent={reason} reasons={reasons} />
              </div>
            )}
          </>
        ),
      }))}
    />
  );
}

/** The reasons that are offered no more, each with the way back. */
export function ArchivedReasons({ reasons }: { reasons: readonly EditedReason[] }) {
  const router = useRouter();
  const restore = useAction(restoreReason, { onSuccess: () => router.refresh() });
  const archived = reasons.filter((reason) => reason.archived);
  if (archived.length === 0) return null;
  const words = ({ parentId, label }: EditedReason) =>
    [reasons.find(({ id }) => id === parentId)?.label, label].filter(Boolean).join(": ");
  return (
    <section aria-labelledby="archived" className="mt-6">
      <h2 id="archived" className="mb-2 text-base font-semibold">
        Offered no more
      </h2>
      <ul className="divide-y rounded-lg border bg-surface">
        {archived.map((reason) => (
          <li key={reason.id} className="flex flex-wrap items-center gap-2 px-3 py-2 text-muted">
            <span className="min-w-0 flex-1 basis-40">{words(reason)}</span>
            <Button
              size="sm"
              icon={<ArchiveRestore aria-hidden />}
              loading={restore.pending}
              onClick={() => restore.run({ id: reason.id })}
            >
              Offer again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
