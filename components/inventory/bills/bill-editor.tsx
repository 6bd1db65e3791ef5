"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { MATERIAL_LABEL, type ProcedureType, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { removeLine, restoreLine } from "@/lib/inventory/bills/actions";
import type { BillLine, StockChoice, StockGroup } from "@/lib/inventory/bills/queries";
import { BILL_PER_LABEL, BILL_STAGES } from "@/lib/inventory/bills/schema";
import { useAction } from "../../forms/use-action";
import { Badge, StatusBadge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { toast } from "../../ui/toast";
import { BillLineDialog } from "./bill-line-dialog";

type BillEditorProps = {
  procedureType: ProcedureType;
  lines: readonly BillLine[];
  groups: readonly StockGroup[];
  choices: readonly StockChoice[];
};

/** What one kind of work takes, a panel for each stage that takes something or may. */
export function BillEditor({ procedureType, lines, groups, choices }: BillEditorProps) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      {BILL_STAGES.map((stage) => {
        const here = lines.filter((line) => line.stage === stage);
        return (
          <Panel
            key={stage}
            flush
            title={STAGE_LABEL[stage]}
            aside={here.length === 0 ? "Takes nothing" : undefined}
            actions={
              <BillLineDialog
                procedureType={procedureType}
                stage={stage}
                groups={groups}
                choices={choices}
                trigger={
                  <Button size="sm" icon={<Plus aria-hidden />}>
                    Add<span className="sr-only"> to {STAGE_LABEL[stage].toLowerCase()}</span>
                  </Button>
                }
              />
            }
          >
            {here.length > 0 && (
              <ul aria-label={`Bill of ${STAGE_LABEL[stage].toLowerCase()}`} className="divide-y">
                {here.map((line) => (
                  <Line key={line.id} line={line} procedureType={procedureType} groups={groups} choices={choices} />
                ))}
              </ul>
            )}
          </Panel>
        );
      })}
    </div>
  );
}

function Line({ line, ...editor }: Omit<BillEditorProps, "lines"> & { line: BillLine }) {
  const router = useRouter();
  const restore = useAction(restoreLine, { onSuccess: () => router.refresh() });
  const remove = useAction(removeLine, {
    onSuccess: () => {
      toast.undo(`Took ${line.what} off the bill`, () => restore.run({ id: line.id }));
      router.refresh();
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-44">
        <span className="font-medium">{line.what}</span>
        <span className="block text-muted">{line.material ? MATERIAL_LABEL[line.material] : "Every material"}</span>
      </span>
      <span className="tabular-nums">
        {line.quantity} {line.unit} {BILL_PER_LABEL[line.per]}
      </span>
      {line.traced && <Badge tone="info">Must be traced</Badge>}
      {line.kept === 0 && <StatusBadge tone="warning">Nothing kept yet</StatusBadge>}
      <span className="ml-auto flex gap-1">
        <BillLineDialog
          {...editor}
          stage={line.stage as (typeof BILL_STAGES)[number]}
          line={line}
          trigger={<IconButton label={`Change ${line.what}`} icon={<Pencil />} size="sm" />}
        />
        <IconButton
          label={`Take ${line.what} off the bill`}
          icon={<Trash2 />}
          size="sm"
          loading={remove.pending}
          onClick={() => remove.run({ id: line.id })}
        />
      </span>
    </li>
  );
}
