import Link from "next/link";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { DateTime } from "@/components/ui/time";
import type { Actor } from "@/lib/access/actor";
import { RESPONSIBLE_LABEL } from "@/lib/cases/case-vocabulary";
import { itemName } from "@/lib/cases/item-name";
import type { Remake } from "@/lib/cases/remakes/queries";

type RemakesPanelProps = {
  /** The case whose page this is. */
  caseId: string;
  remakes: readonly Remake[];
  actor: Actor;
  /** Where cases are read: `/cases` or `/portal/cases`. */
  base: string;
  others: string;
  /** A place to begin one. */
  action?: ReactNode;
  /** What the lab does with a request that waits. */
  answer?: (remake: Remake) => ReactNode;
};

/** What was made again of a case, what it is itself a remake of, and what is asked for. */
export function RemakesPanel({ caseId, remakes, actor, base, others, action, answer }: RemakesPanelProps) {
  if (remakes.length === 0 && !action) return null;
  return (
    <Panel title="Remakes" actions={action}>
      {remakes.length === 0 && <p className="text-sm text-muted">Nothing of this case was made again.</p>}
      <ul className="flex flex-col divide-y">
        {remakes.map((remake) => (
          <li key={remake.id} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
              <What remake={remake} caseId={caseId} base={base} />
              {!remake.answeredAt && <StatusBadge tone="warning">Asked for</StatusBadge>}
              {remake.answeredAt && !remake.case && <StatusBadge tone="neutral">Declined</StatusBadge>}
            </p>
            <p className="text-sm">{remake.items.map((item) => itemName(item, actor.toothNotation)).join(", ")}</p>
            {remake.responsible && (
              <p className="text-sm text-muted">
                {[remake.cause, RESPONSIBLE_LABEL[remake.responsible], charged(remake.chargePercent)].join(" · ")}
              </p>
            )}
            {remake.words && (
              <p className="text-sm break-words whitespace-pre-wrap">
                <span className="text-xs text-muted">
                  {remake.askedBy ?? others}, <DateTime iso={new Date(remake.askedAt).toISOString()} />:{" "}
                </span>
                {remake.words}
              </p>
            )}
            {remake.answer && <p className="text-sm break-words whitespace-pre-wrap">{remake.answer}</p>}
            {!remake.answeredAt && answer && <div className="flex flex-wrap gap-2">{answer(remake)}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function What({ remake, caseId, base }: { remake: Remake; caseId: string; base: string }) {
  const isOriginal = remake.original.id === caseId;
  const there = isOriginal ? remake.case : remake.original;
  if (!there) return "Remake";
  return (
    <>
      {isOriginal ? "Made again as" : "Remake of"}
      <Link href={`${base}/${there.id}`} className="underline tabular-nums">
        {there.number}
      </Link>
    </>
  );
}

const charged = (percent: string | null) => (Number(percent) === 0 ? "no charge" : `charged at ${Number(percent)} %`);
