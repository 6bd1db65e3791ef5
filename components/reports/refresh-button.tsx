"use client";

import { RefreshCw } from "lucide-react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { refreshReports } from "@/lib/reports/actions";

/** Has the reports refreshed now; the page shows the new figures by itself when they are there. */
export function RefreshButton() {
  const { run, pending } = useAction(refreshReports, {
    onSuccess: () => toast.info("Refreshing", "The new figures appear here within a minute."),
  });
  return (
    <Button icon={<RefreshCw />} loading={pending} onClick={() => run({})}>
      Refresh now
    </Button>
  );
}
