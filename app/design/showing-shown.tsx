import { PackageCheck, Undo2 } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Badge, StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import { DateTime, RelativeTime } from "@/components/ui/time";
import { Timeline } from "@/components/ui/timeline";

const HOUR = 3_600_000;

/** Badges, figures, lists and the timeline. */
export function ShowingShown() {
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
  return (
    <Section title="Showing things">
      <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="In the lab" value="214" detail="units, 131 cases" href="/design" />
        <Stat
          label="Late"
          value="9"
          delta={{ text: "3", direction: "up", tone: "danger" }}
          detail="against last week"
          href="/design"
        />
        <Stat
          label="On time"
          value="96.2%"
          delta={{ text: "1.4 points", direction: "up", tone: "success" }}
          detail="last 30 days"
        />
        <Stat label="Open invoices" value={<Money amount="48210.50" />} delta={{ text: "0%", direction: "flat" }} />
      </div>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Panel title="Case" aside={<Badge>3 units</Badge>} actions={<StatusBadge tone="progress">Milling</StatusBadge>}>
          <DescriptionList
            items={[
              { term: "Practice", value: "Byres Road Dental Practice" },
              { term: "Due", value: <DateTime iso="2026-03-12" format="day" /> },
              { term: "Received", value: <DateTime iso="2026-03-02T09:14:00Z" /> },
              { term: "Last seen", value: <RelativeTime iso={ago(3)} /> },
              { term: "Price", value: <Money amount="1234.50" /> },
              { term: "Pan", value: null },
              { term: "Notes", value: "Match the existing crown on 15; the patient grinds at night.", wide: true },
            ]}
          />
          <div className="mt-4 flex flex-wrap gap-2">
            <StatusBadge tone="neutral">Draft</StatusBadge>
            <StatusBadge tone="info">Received</StatusBadge>
            <StatusBadge tone="progress">Sintering</StatusBadge>
            <StatusBadge tone="success">Delivered</StatusBadge>
            <StatusBadge tone="warning">On hold</StatusBadge>
            <StatusBadge tone="danger">Late</StatusBadge>
          </div>
          <Progress className="mt-4" value={5} max={7} label="Stages done" showValue />
          <div className="mt-4 flex items-center gap-2">
            <Avatar name="Moira Campbell" size="sm" alone />
            <Avatar name="Ewan MacLeod" alone />
            <Avatar name="Aisha Khan" size="lg" alone />
          </div>
        </Panel>
        <Panel title="Timeline">
          <Timeline
            items={[
              {
                id: "1",
                sentence: "Delivered to the front desk, signed by J. Reid",
                who: "Ewan MacLeod",
                when: ago(0.2),
                tone: "success",
                icon: <PackageCheck />,
              },
              {
                id: "2",
                sentence: "Quality check failed: open margin on 24",
                who: "Aisha Khan",
                when: ago(5),
                tone: "danger",
                icon: <Undo2 />,
                detail: <p className="rounded-md bg-sunken px-2 py-1 text-muted">Sent back to design as attempt 2.</p>,
              },
              { id: "3", sentence: "Milling started", who: "Moira Campbell", when: ago(30), tone: "progress" },
              { id: "4", sentence: "Case received, pan P-014", who: "Front desk", when: ago(400), tone: "info" },
            ]}
          />
        </Panel>
      </div>
    </Section>
  );
}
