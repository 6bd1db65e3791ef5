"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { recordTicketPrinted } from "@/lib/cases/actions";

/** Prints the page. With `caseId` the lab's timeline notes that the work ticket was printed. */
export function PrintButton({ caseId }: { caseId?: string }) {
  const print = () => {
    window.print();
    if (caseId) void recordTicketPrinted({ caseId });
  };
  return (
    <Button variant="primary" icon={<Printer aria-hidden />} onClick={print}>
      Print
    </Button>
  );
}
