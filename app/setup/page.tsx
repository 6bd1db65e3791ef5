import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FirstLab } from "@/components/setup/first-lab";
import { installationIsEmpty } from "@/lib/access/first-run/is-empty";
import { labChoices } from "@/lib/labs/profile/choices";

export const metadata: Metadata = { title: "Set up", robots: { index: false } };
/** There is nothing here once there is a lab. */
export const dynamic = "force-dynamic";

export default async function SetupPage() {
  if (!(await installationIsEmpty())) notFound();
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">Set up your lab</h1>
        <p className="text-sm text-muted">
          Three short forms open the lab and your account. Then a guide goes through hours, departments, templates,
          prices, people and practices, each of which can be left for later.
        </p>
      </header>
      <FirstLab choices={labChoices()} />
    </>
  );
}
