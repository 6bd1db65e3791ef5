"use client";

import { Printer } from "lucide-react";
import { Button } from "../ui/button";

/** Prints the page that is open. */
export function PrintPage() {
  return (
    <Button variant="primary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
      Print
    </Button>
  );
}
