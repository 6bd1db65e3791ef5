"use client";

import type { ToothNotation } from "@/lib/access/actor";
import type { MaterialLine } from "@/lib/inventory/use/preview-materials";
import type { Question } from "@/lib/workflow/checklist";
import type { Machine } from "@/lib/workflow/machines/queries";
import type { Reason, WorkReasonKind } from "@/lib/workflow/reasons";
import type { WorkGroup } from "@/lib/workflow/work-groups";
import { EmptyState } from "../ui/states";
import { WorkCard } from "./work-card";

/** What the work of a case is shown and done with. */
export type Bench = {
  caseId: string;
  me: string | null;
  notation: ToothNotation;
  may: { receive: boolean; work: boolean; check: boolean; sendBack: boolean; assign: boolean; ship: boolean };
  reasons: Record<WorkReasonKind, Reason[]>;
  questions: readonly Question[];
  machines: readonly Machine[];
  /** What completing the open stages takes from the stock. */
  materials: readonly MaterialLine[];
};

/** The work that a case has open, in groups that move together. */
export function WorkPanel({ groups, bench }: { groups: readonly WorkGroup[]; bench: Bench }) {
  return (
    <section aria-labelledby="work">
      <h2 id="work" tabIndex={-1} className="sr-only">
        Work
      </h2>
      {groups.length === 0 ? (
        <EmptyState title="Nothing is left to do on this case" />
      ) : (
        <div className="flex flex-col gap-4">
          {groups.map((group) => (
            <WorkCard
              key={[group.stage, ...group.items.map(({ open }) => open.id)].join(" ")}
              group={group}
              bench={bench}
            />
          ))}
        </div>
      )}
    </section>
  );
}
