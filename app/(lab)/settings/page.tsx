import { notFound, redirect } from "next/navigation";
import { SETTINGS } from "@/components/settings/settings-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";

/** Opens the first section that the person may change; there is nothing here for those who may change none. */
export default async function SettingsPage() {
  const actor = await pageActor("cases.view");
  const first = SETTINGS.find(({ needs }) => may(actor, needs));
  if (!first) notFound();
  redirect(first.href);
}
