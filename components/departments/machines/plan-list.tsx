"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { removePlan, restorePlan } from "@/lib/departments/maintenance/actions";
import type { Plan } from "@/lib/departments/maintenance/queries";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { EmptyState } from "../../ui/states";
import { toast } from "../../ui/toast";
import { DueWords } from "./due-list";
import { DUE_LOOK } from "./machine-look";
import { PlanDialog } from "./plan-dialog";

/** The plans of maintenance of a machine. */
export function PlanList({
  equipmentId,
  plans,
  today,
}: {
  equipmentId: string;
  plans: readonly Plan[];
  today: string;
}) {
  const router = useRouter();
  const restore = useAction(restorePlan, { onSuccess: () => router.refresh() });
  const remove = useAction(removePlan, {
    onSuccess: ({ id, name }) => {
      toast.undo(`“${name}” is planned no more`, () => restore.run({ id }));
      router.refresh();
    },
  });
  if (plans.length === 0)
    return <EmptyState title="No maintenance planned" hint="Say what is done to it and how often." />;
  return (
    <ul aria-label="Plans of maintenance" className="divide-y">
      {plans.map((plan) => (
        <li key={plan.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-48">
            <span className="font-medium">{plan.name}</span>
            <span className="block text-xs text-muted">
              <DueWords plan={plan} />
            </span>
            {plan.instructions && <span className="block text-xs">{plan.instructions}</span>}
          </span>
          <StatusBadge tone={DUE_LOOK[plan.due.state].tone}>{DUE_LOOK[plan.due.state].word}</StatusBadge>
          <PlanDialog equipmentId={equipmentId} plan={plan} today={today} />
          <IconButton
            size="sm"
            label={`Take ${plan.name} away`}
            icon={<Trash2 />}
            onClick={() => remove.run({ id: plan.id })}
          />
        </li>
      ))}
    </ul>
  );
}
