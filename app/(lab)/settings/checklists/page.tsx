import { QuestionList } from "@/components/settings/checklists/question-list";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import { pageActor } from "@/lib/access/current";
import { PROCEDURE_LABEL, PROCEDURE_TYPES, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { editedQuestions, questionCounts } from "@/lib/workflow/checklists/queries";
import { checklistParams } from "@/lib/workflow/checklists/schema";
import { BENCH_STAGES } from "@/lib/workflow/queue-filter";

export const metadata = { title: "Checklists" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChecklistsPage({ searchParams }: Props) {
  const actor = await pageActor("templates.manage");
  const { stage } = checklistParams.parse(await searchParams);
  const { questions, counts } = await asActor(actor, async (tx) => ({
    counts: await questionCounts(tx),
    questions: await editedQuestions(tx, stage),
  }));
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/checklists"
        title="Checklists"
        subtitle="What is checked before a stage is completed, in general and per restoration"
      />
      <LinkTabs
        label="Stage"
        items={BENCH_STAGES.map((each) => ({
          href: `/settings/checklists?stage=${each}`,
          label: STAGE_LABEL[each],
          current: each === stage,
          count: counts[each] ?? 0,
        }))}
      />
      <div className="mt-4 grid items-start gap-6 xl:grid-cols-2">
        {[null, ...PROCEDURE_TYPES].map((type) => (
          <QuestionList
            key={`${stage} ${type ?? "everything"}`}
            stage={stage}
            procedureType={type}
            name={type ? PROCEDURE_LABEL[type] : "Everything"}
            questions={questions.filter(({ procedureType }) => procedureType === type)}
          />
        ))}
      </div>
    </>
  );
}
