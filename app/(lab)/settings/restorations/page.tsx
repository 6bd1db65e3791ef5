import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { RulesEditor } from "@/components/settings/restorations/rules-editor";
import { RulesOverview } from "@/components/settings/restorations/rules-overview";
import { SettingsHeader } from "@/components/settings/settings-header";
import { pageActor } from "@/lib/access/current";
import { DEFAULT_RULES } from "@/lib/cases/particulars/defaults";
import { particularRules } from "@/lib/cases/particulars/rules-of-lab";
import { PROCEDURE_LABEL, PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Restorations" };

const typeSchema = z.enum(PROCEDURE_TYPES).nullable().catch(null);

export default async function RestorationsPage({ searchParams }: PageProps<"/settings/restorations">) {
  const actor = await pageActor("templates.manage");
  const type = typeSchema.parse((await searchParams).type ?? null);
  const rules = await asActor(actor, (tx) => particularRules(tx));
  const ofType = (all: typeof DEFAULT_RULES) => all.filter((rule) => rule.procedureType === type);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/restorations"
        title={type ? PROCEDURE_LABEL[type] : "Restorations"}
        subtitle={
          type
            ? "What a prescription of it is asked. A change holds at once, also at submission."
            : "What a prescription is asked about each restoration"
        }
      />
      {type ? (
        <div className="flex flex-col gap-3">
          <Link href="/settings/restorations" className="self-start text-sm text-accent-text hover:underline">
            All restorations
          </Link>
          <RulesEditor key={type} procedureType={type} rules={ofType(rules)} defaults={ofType(DEFAULT_RULES)} />
        </div>
      ) : (
        <RulesOverview rules={rules} />
      )}
    </>
  );
}
