"use client";

import { PauseCircle } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReasonChoice } from "@/lib/cases/reason";
import { CASE_STATUS_LABEL } from "@/lib/cases/vocabulary";
import { holdAffected } from "@/lib/inventory/recalls/actions";
import type { AffectedPractice } from "@/lib/inventory/recalls/affected";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Checkbox } from "../../ui/checkbox";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type AffectedPanelProps = {
  recallId: string;
  affected: readonly AffectedPractice[];
  holdReasons: readonly ReasonChoice[];
  mayHold: boolean;
};

/** The cases that a recalled lot is in, by practice; those still in the lab can be put on hold from here. */
export function AffectedPanel({ recallId, affected, holdReasons, mayHold }: AffectedPanelProps) {
  const router = useRouter();
  const cases = affected.flatMap((of) => of.cases);
  const open = cases.filter(({ status }) => !["delivered", "cancelled", "on_hold"].includes(status));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reasonId, setReasonId] = useState("");
  const chosen = open.filter(({ caseId }) => !left.has(caseId)).map(({ caseId }) => caseId);
  const hold = useAction(holdAffected, {
    onSuccess: ({ held }) => {
      toast.success(held === 1 ? "1 case is on hold" : `${held} cases are on hold`);
      router.refresh();
    },
  });
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <Panel
      title="Affected cases"
      aside={`${cases.length} at ${affected.length} ${affected.length === 1 ? "practice" : "practices"}`}
      flush
    >
      {cases.length === 0 && <p className="px-4 py-3 text-sm text-muted">The lot went into no case.</p>}
      {affected.map(({ practiceId, practice, cases: own }) => (
        <section key={practiceId} aria-label={practice} className="border-b last:border-b-0">
          <h3 className="bg-sunken px-4 py-1.5 text-sm font-semibold">{practice}</h3>
          <ul className="divide-y">
            {own.map((each) => (
              <li key={each.caseId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
                {mayHold && open.some(({ caseId }) => caseId === each.caseId) && (
                  <Checkbox
                    aria-label={`Hold ${each.number}`}
                    checked={!left.has(each.caseId)}
                    onChange={() => toggle(each.caseId)}
                  />
                )}
                <Link href={`/cases/${each.caseId}`} className="w-28 font-medium tabular-nums underline">
                  {each.number}
                </Link>
                <span className="min-w-0 flex-1 basis-40">
                  {each.items.join(", ")}
                  <span className="block text-muted">
                    {each.patient}, {each.dentist}
                  </span>
                </span>
                <span className="text-muted">{CASE_STATUS_LABEL[each.status]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {mayHold && open.length > 0 && (
        <form
          className="flex flex-wrap items-center gap-2 border-t px-4 py-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen.length > 0 && reasonId) hold.run({ recallId, caseIds: chosen, reasonId });
          }}
        >
          <Select
            aria-label="Why they are held"
            className="max-w-72 flex-1 basis-48"
            placeholder="Why they are held"
            required
            value={reasonId}
            onChange={(event) => setReasonId(event.target.value)}
            options={holdReasons.map(({ id, label, group }) => ({
              value: id,
              label: group ? `${group}: ${label}` : label,
            }))}
          />
          <Button
            type="submit"
            icon={<PauseCircle aria-hidden />}
            loading={hold.pending}
            disabled={chosen.length === 0 || !reasonId}
          >
            Put {chosen.length} on hold
          </Button>
        </form>
      )}
    </Panel>
  );
}
