"use client";

import { Archive, Pencil, Plus, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button, IconButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import { MATERIAL_LABEL, PROCEDURE_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { archiveTemplate, restoreTemplate } from "@/lib/labs/templates/actions";
import type { TemplateRow } from "@/lib/labs/templates/queries";
import { TemplateEditor } from "./template-editor";

type Props = { templates: TemplateRow[]; departments: { id: string; name: string }[] };

const words = (days: number) => (days === 0.5 ? "½" : `${Math.floor(days)}${days % 1 ? "½" : ""}`);

/** Every template with its stages and days; changed, added, archived with a way back. */
export function TemplateList({ templates, departments }: Props) {
  const [edited, setEdited] = useState<TemplateRow | "new" | null>(null);
  const living = templates.filter(({ isActive }) => isActive);
  const archived = templates.filter(({ isActive }) => !isActive);
  return (
    <div className="flex flex-col gap-4">
      <Panel
        title="For new cases"
        flush
        actions={
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setEdited("new")}>
            New template
          </Button>
        }
      >
        {living.length === 0 ? (
          <EmptyState title="No template" hint="Without one no case can be taken. Make one, or take one back below." />
        ) : (
          <ul aria-label="Templates for new cases" className="divide-y">
            {living.map((template) => (
              <TemplateItem key={template.id} template={template} onEdit={() => setEdited(template)} />
            ))}
          </ul>
        )}
      </Panel>
      {archived.length > 0 && (
        <Panel title="Not made now" aside="Cases that have one keep it" flush>
          <ul aria-label="Archived templates" className="divide-y">
            {archived.map((template) => (
              <TemplateItem key={template.id} template={template} onEdit={() => setEdited(template)} />
            ))}
          </ul>
        </Panel>
      )}
      {edited && (
        <TemplateEditor
          key={edited === "new" ? "new" : edited.id}
          template={edited === "new" ? null : edited}
          departments={departments}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function TemplateItem({ template, onEdit }: { template: TemplateRow; onEdit: () => void }) {
  const router = useRouter();
  const { id, name, procedureType, material, stages, rushDays, running, isActive } = template;
  const back = useAction(restoreTemplate, { onSuccess: () => router.refresh() });
  const archive = useAction(archiveTemplate, {
    onSuccess: () => {
      router.refresh();
      toast.undo(`${name} is not made now`, () => back.run({ id }));
    },
  });
  const total = stages.reduce((sum, { days }) => sum + days, 0);
  return (
    <li className="flex items-center gap-2 px-4 py-2">
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-0.5 lg:grid-cols-[16rem_minmax(0,1fr)_11rem] lg:items-center">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            {name}
            {running > 0 && <Badge tone="neutral">{running} running</Badge>}
          </p>
          <p className="text-xs text-muted">
            {PROCEDURE_LABEL[procedureType]}, {material ? MATERIAL_LABEL[material] : "other materials"}
          </p>
        </div>
        <p className="text-xs text-muted">
          {stages.map(({ stage, days }) => `${STAGE_LABEL[stage]}${days > 0 ? ` ${words(days)}` : ""}`).join(" → ")}
        </p>
        <p className="text-sm tabular-nums lg:text-right">
          {words(total)} {total === 1 ? "day" : "days"}, rushed {rushDays}
        </p>
      </div>
      <IconButton label={`Edit ${name}`} icon={<Pencil />} variant="ghost" onClick={onEdit} />
      {isActive ? (
        <IconButton
          label={`Archive ${name}`}
          icon={<Archive />}
          variant="ghost"
          disabled={archive.pending}
          onClick={() => void archive.run({ id })}
        />
      ) : (
        <IconButton
          label={`Make ${name} again`}
          icon={<RotateCcw />}
          variant="ghost"
          disabled={back.pending}
          onClick={() => void back.run({ id })}
        />
      )}
    </li>
  );
}
