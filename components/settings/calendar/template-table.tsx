"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/button";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { TemplateDays } from "@/lib/labs/calendar/queries";
import { TemplateDialog } from "./template-dialog";

const words = (days: number) => (days === 0.5 ? "½" : `${Math.floor(days)}${days % 1 ? "½" : ""}`);

/** Every template with the working days of its stages, in all, and rushed. */
export function TemplateTable({ templates }: { templates: TemplateDays[] }) {
  const [edited, setEdited] = useState<TemplateDays | null>(null);
  return (
    <>
      <ul className="divide-y">
        {templates.map((template) => {
          const total = template.stages.reduce((sum, { days }) => sum + days, 0);
          return (
            <li key={template.id} className="flex items-center gap-3 px-4 py-2">
              <div className="grid min-w-0 flex-1 gap-x-4 gap-y-0.5 lg:grid-cols-[14rem_minmax(0,1fr)_11rem] lg:items-center">
                <p className="flex items-center gap-2 text-sm font-medium">
                  {template.name}
                  {!template.isActive && <Badge tone="neutral">Not made now</Badge>}
                </p>
                <p className="text-xs text-muted">
                  {template.stages
                    .filter(({ days }) => days > 0)
                    .map(({ stage, days }) => `${STAGE_LABEL[stage]} ${words(days)}`)
                    .join(" · ")}
                </p>
                <p className="text-sm tabular-nums lg:text-right">
                  {words(total)} {total === 1 ? "day" : "days"}, rushed {template.rushDays}
                </p>
              </div>
              <IconButton
                label={`Edit ${template.name}`}
                icon={<Pencil />}
                variant="ghost"
                onClick={() => setEdited(template)}
              />
            </li>
          );
        })}
      </ul>
      {edited && <TemplateDialog key={edited.id} template={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
