import { redirect } from "next/navigation";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";

export default async function ReportsPage() {
  const actor = await pageActor("reports.view");
  redirect(may(actor, "reports.finance") ? "/reports/revenue" : "/reports/completion");
}
