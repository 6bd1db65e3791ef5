"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-header";
import { EmptyState, ErrorState, LoadingState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";

/** Nothing, not yet, and not possible. */
export function StatesShown() {
  return (
    <Section title="States">
      <div className="mb-4 grid grid-cols-1 gap-2 lg:grid-cols-2">
        <Notice tone="info">Three cases arrived while you were away.</Notice>
        <Notice tone="warning" title="On hold until 14 March">
          The dentist is asked for a new impression.
        </Notice>
        <Notice tone="danger" title="Not sent" action={<Button size="sm">Try again</Button>}>
          The mail server refused the invoice.
        </Notice>
        <Notice tone="success">Everything due today has left.</Notice>
      </div>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        <Card>
          <EmptyState
            title="No cases yet"
            hint="Cases that practices submit appear here."
            action={<Button variant="primary">New case</Button>}
          />
        </Card>
        <Card>
          <LoadingState />
        </Card>
        <Card>
          <ErrorState message="The database did not answer in time." retry={() => toast.info("Trying again")} />
        </Card>
      </div>
    </Section>
  );
}
