import { forbidden, redirect } from "next/navigation";
import { DATA_SECTIONS } from "@/components/data/data-header";
import { may } from "@/lib/access/actor";
import { frameActor } from "@/lib/access/current";

export const metadata = { title: "Data" };

/** Leads to the first section that the actor may open. */
export default async function DataPage() {
  const actor = await frameActor("lab");
  const first = DATA_SECTIONS.find(({ needs }) => may(actor, needs));
  if (!first) forbidden();
  redirect(first.href);
}
