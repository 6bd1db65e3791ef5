import { ChevronRight, Hourglass } from "lucide-react";
import Link from "next/link";
import { Section } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/time";
import type { ToothNotation } from "@/lib/access/actor";
import { type AwaitedDesign, approvalName } from "@/lib/cases/approvals/queries";

/** The designs that wait for the practice's answer, each leading to its case. Nothing when none waits. */
export function AwaitedDesigns({ designs, notation }: { designs: readonly AwaitedDesign[]; notation: ToothNotation }) {
  if (designs.length === 0) return null;
  return (
    <Section title="Designs to approve" hint="Work stands still until you answer.">
      <ul className="flex flex-col gap-2">
        {designs.map((design) => (
          <li key={design.id}>
            <Link
              href={`/portal/cases/${design.caseId}`}
              className="flex min-h-row items-center gap-3 rounded-lg border border-warning-line bg-warning-bg px-4 py-3 text-warning-text"
            >
              <Hourglass aria-hidden className="size-5 shrink-0" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-fg">{design.patient}</span>
                <span className="block text-sm text-fg">{`Design of ${approvalName(design, notation)}`}</span>
                <span className="text-xs">
                  {design.number}, <RelativeTime iso={new Date(design.askedAt).toISOString()} />
                </span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
