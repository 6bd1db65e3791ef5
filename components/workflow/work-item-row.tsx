import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { WorkItem } from "@/lib/workflow/work-groups";
import { Badge } from "../ui/badge";
import { Checkbox } from "../ui/checkbox";
import { Notice } from "../ui/notice";
import { RunningClock } from "./running-clock";

type Choice = { chosen: boolean; toggle: () => void };

/** One item at the bench: what it is, how often it was here, what stands against it, and its working time. */
export function WorkItemRow({ item, notation, choice }: { item: WorkItem; notation: ToothNotation; choice?: Choice }) {
  const { open, cameBack } = item;
  const name = itemName({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) }, notation);
  const detail = [item.material && MATERIAL_LABEL[item.material], item.shade && `Shade ${item.shade}`]
    .filter(Boolean)
    .join(" · ");
  const words = (
    <span className="block">
      <span className="block text-lg font-semibold">{name}</span>
      {detail && <span className="block text-sm text-muted">{detail}</span>}
    </span>
  );
  return (
    <li className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          {choice ? <Checkbox checked={choice.chosen} onChange={choice.toggle} label={words} /> : words}
        </div>
        {open.attempt > 1 && <Badge tone="warning">Attempt {open.attempt}</Badge>}
        {(open.running || open.workingSeconds > 0) && (
          <RunningClock seconds={open.workingSeconds} running={open.running} shares={open.shares} />
        )}
      </div>
      {cameBack && (
        <Notice
          tone="warning"
          title={
            cameBack.from === "design" && open.stage === "design"
              ? "The dentist rejected the design"
              : `Came back from ${STAGE_LABEL[cameBack.from].toLowerCase()}: ${cameBack.reason ?? "no reason given"}`
          }
        >
          {cameBack.note}
        </Notice>
      )}
      {open.status === "blocked" && (
        <Notice tone="danger" title={`Blocked: ${open.reason ?? "no reason given"}`}>
          {open.reasonNote}
        </Notice>
      )}
    </li>
  );
}
