"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { recordTicketsPrinted } from "@/lib/cases/list-actions";

/** Prints the tickets of the page; each case's timeline notes it. */
export function PrintTickets({ caseIds }: { caseIds: string[] }) {
  const print = () => {
    window.print();
    void recordTicketsPrinted({ caseIds });
  };
  return (
    <Button variant="primary" icon={<Printer aria-hidden />} onClick={print}>
      Print
    </Button>
  );
}
