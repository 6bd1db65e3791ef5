import { notFound, redirect } from "next/navigation";
import { SETTINGS } from "@/components/settings/settings-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";

/** Opens the first section that the person may change. */
export default async function SettingsPage() {
  const actor = await pageActor("templates.manage");
  const first = SETTINGS.find(({ needs }) => may(actor, needs));
  if (!first) notFound();
  redirect(first.href);
}
