import { Badge, StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import type { ToothNotation } from "@/lib/access/actor";
import { particularWords, shadeWords } from "@/lib/cases/particulars/particular-words";
import type { RecordItem } from "@/lib/cases/record-queries";
import { teethLabel } from "@/lib/cases/teeth";
import { MATERIAL_LABEL, type WorkflowStatus } from "@/lib/cases/vocabulary";
import { nameOf, stepsOf } from "./case-view";
import { StageSteps } from "./stage-progress";
import { ToothDiagram } from "./tooth-diagram";

const STATUS = {
  in_production: { tone: "progress", words: "In production" },
  try_in: { tone: "info", words: "Try-in" },
  finished: { tone: "success", words: "Finished" },
  shipped: { tone: "info", words: "On its way" },
  delivered: { tone: "success", words: "Delivered" },
  cancelled: { tone: "neutral", words: "Cancelled" },
} as const;

const AT: Record<WorkflowStatus, string> = {
  pending: "waiting",
  in_progress: "being worked on",
  on_hold: "paused",
  blocked: "blocked",
  completed: "",
};

type ItemsPanelProps = {
  items: readonly RecordItem[];
  notation: ToothNotation;
  /** Attempts, waiting and working time, for the lab's own people. */
  internal: boolean;
};

/** What is made: the mouth, and each item with material, shade and how far it is. */
export function ItemsPanel({ items, notation, internal }: ItemsPanelProps) {
  const named = items.map((item) => ({ ...item, name: nameOf(item, notation) }));
  return (
    <Panel title="Items" aside={`${items.length}`} flush>
      <div className="px-4 py-3 empty:hidden">
        <ToothDiagram items={named} notation={notation} />
      </div>
      <ol className="divide-y border-t">
        {named.map((item, i) => (
          <li key={item.id} className="px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="min-w-0 text-base font-semibold">
                {items.length > 1 && <span className="mr-1.5 text-muted tabular-nums">{i + 1}</span>}
                {item.name}
              </h3>
              <ItemStatus item={item} />
            </div>
            <p className="mt-0.5 text-sm">{facts(item, notation).join(" · ")}</p>
            {item.notes && <p className="mt-1 text-sm break-words whitespace-pre-wrap text-muted">{item.notes}</p>}
            <div className="mt-2">
              <StageSteps
                label={`Stages of ${item.name}`}
                steps={stepsOf(item, internal)}
                note={internal ? (step) => stageNote(item, step.stage) : undefined}
              />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function ItemStatus({ item }: { item: RecordItem }) {
  if (item.status === "in_production" && item.stage === "receiving")
    return <StatusBadge tone="neutral">Not begun</StatusBadge>;
  return <StatusBadge tone={STATUS[item.status].tone}>{STATUS[item.status].words}</StatusBadge>;
}

function facts(item: RecordItem, notation: ToothNotation): string[] {
  const pontics = item.teeth.filter(({ role }) => role === "pontic").map(({ tooth }) => tooth);
  const units = item.units > 1 ? `${item.units} units` : null;
  const shade = shadeWords(item.shade, item.particulars);
  return [
    item.material && MATERIAL_LABEL[item.material],
    shade && `Shade ${shade}`,
    ...particularWords(item.particulars),
    pontics.length > 0 ? `${pontics.length === 1 ? "Pontic" : "Pontics"} ${teethLabel(pontics, notation)}` : null,
    units,
  ].filter((f) => f !== null);
}

/** "waiting, attempt 2 · 1 h 20 min" of the stage an item is or was at. */
function stageNote(item: RecordItem, at: string): string | null {
  const stage = item.stages.find((s) => s.stage === at);
  if (!stage || stage.attempts === 0) return null;
  const parts = [
    stage.status && item.status !== "cancelled" ? AT[stage.status] : null,
    stage.attempts > 1 ? `attempt ${stage.attempts}` : null,
    stage.workingSeconds >= 60 ? duration(stage.workingSeconds) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** How many attempts beyond the first an item has needed, as a badge; nothing when none. */
export function ReworkBadge({ items }: { items: readonly RecordItem[] }) {
  const again = items.reduce((sum, item) => sum + item.stages.reduce((n, s) => n + Math.max(0, s.attempts - 1), 0), 0);
  if (again === 0) return null;
  return <Badge tone="warning">{`Reworked ${again === 1 ? "once" : `${again} times`}`}</Badge>;
}
