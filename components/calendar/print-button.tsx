"use client";

import { Printer } from "lucide-react";
import { IconButton } from "../ui/button";

/** Prints the calendar as it stands. */
export function PrintButton() {
  return <IconButton label="Print" icon={<Printer />} variant="secondary" onClick={() => window.print()} />;
}
