"use client";

import { useLinkStatus } from "next/link";
import { Spinner } from "../ui/spinner";

/** Shows that the page of the link it stands in is on its way. Pages have no loading screen: one would answer 200 for a refusal. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner className="ml-auto size-4" /> : null;
}
