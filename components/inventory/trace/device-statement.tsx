import { FileText } from "lucide-react";
import type { IssuedStatement } from "@/lib/inventory/statement/issued";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";

/** The statement of a custom-made device for whoever prescribed it. Nothing before it was issued. */
export function DeviceStatement({ statement }: { statement: IssuedStatement | null }) {
  if (!statement) return null;
  return (
    <Panel title="Custom-made device">
      <p className="mb-3 text-sm text-muted">
        Statement with its materials and lots, issued <DateTime iso={statement.issuedAt.toISOString()} format="date" />
      </p>
      <LinkButton
        href={`/api/device-statements/${statement.id}`}
        prefetch={false}
        target="_blank"
        icon={<FileText aria-hidden />}
      >
        Device statement
      </LinkButton>
    </Panel>
  );
}
