"use client";

import { CalendarX2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { spanWords } from "@/lib/staff/day-words";
import { withdrawLeave } from "@/lib/staff/leave/actions";
import type { Leave } from "@/lib/staff/leave/queries";
import { LEAVE_KIND_LABEL } from "@/lib/staff/vocabulary";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { useRegion } from "../../ui/region";
import { EmptyState } from "../../ui/states";
import { toast } from "../../ui/toast";
import { LeaveStatusBadge } from "./leave-status";

type LeaveListProps = {
  label: string;
  leave: Leave[];
  /** Names the person of each line. */
  names?: boolean;
  /** Each line leads to its own page. */
  linked?: boolean;
  /** The lab's day: one's own leave that is not over may be withdrawn. */
  withdrawUntil?: string;
  empty: string;
};

/** Leave, a line each: whose, when, what kind, how it stands and what was said. */
export function LeaveList({ label, leave, names, linked, withdrawUntil, empty }: LeaveListProps) {
  const { locale } = useRegion();
  const router = useRouter();
  const withdraw = useAction(withdrawLeave, {
    onSuccess: () => {
      toast.success("Leave withdrawn");
      router.refresh();
    },
  });
  if (leave.length === 0) return <EmptyState icon={<CalendarX2 />} title={empty} />;
  return (
    <ul aria-label={label} className="divide-y">
      {leave.map((one) => {
        const days = spanWords(one, locale);
        const open = one.status === "requested" || one.status === "approved";
        return (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">
                {linked ? (
                  <Link href={`/people/leave/${one.id}`} className="text-accent-text underline">
                    {names ? `${one.name}, ${days}` : days}
                  </Link>
                ) : names ? (
                  `${one.name}, ${days}`
                ) : (
                  days
                )}
              </p>
              <p className="text-xs break-words text-muted">
                {[LEAVE_KIND_LABEL[one.kind], names && one.department, one.note].filter(Boolean).join(" · ")}
              </p>
              {one.answer && (
                <p className="text-xs break-words text-muted">
                  {one.decidedBy}: {one.answer}
                </p>
              )}
            </div>
            <LeaveStatusBadge status={one.status} />
            {withdrawUntil && open && one.toDay >= withdrawUntil && (
              <Button
                size="sm"
                disabled={withdraw.pending}
                aria-label={`Withdraw leave of ${days}`}
                onClick={() => withdraw.run({ id: one.id, version: one.version })}
              >
                Withdraw
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
