import { PrintPage } from "@/components/bench/print-page";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { caseCode } from "@/lib/cases/case-code";
import { COMMANDS } from "@/lib/workflow/scan-code";

export const metadata = { title: "Command codes" };

const WORDS = {
  start: ["START", "Starts or resumes what was scanned last"],
  pause: ["PAUSE", "Stops the clock of what was scanned last"],
  done: ["DONE", "Completes what was scanned last"],
  clear: ["CLEAR", "Clears the screen"],
} as const;

export default async function CommandCodesPage() {
  await pageActor("bench.view");
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Command codes"
          subtitle="Print them and stick them to the bench: a scan does what a tap does"
          breadcrumbs={[
            { href: "/bench", label: "Bench" },
            { href: "/bench/scan", label: "Scan station" },
          ]}
          actions={<PrintPage />}
        />
      </div>
      <ul className="light mx-auto grid max-w-3xl gap-4 rounded-lg border bg-white p-6 text-black sm:grid-cols-2 print:max-w-none print:grid-cols-2 print:border-0 print:p-0">
        {Object.entries(COMMANDS).map(([code, command]) => (
          <li key={code} className="flex flex-col items-center gap-2 border-2 border-black p-5 text-center">
            <Code text={code} />
            <p className="text-3xl font-bold">{WORDS[command][0]}</p>
            <p className="text-sm">{WORDS[command][1]}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Code({ text }: { text: string }) {
  const { size, path } = caseCode(text);
  return (
    <svg
      role="img"
      aria-label={`DataMatrix code ${text}`}
      viewBox={`-1 -1 ${size + 2} ${size + 2}`}
      shapeRendering="crispEdges"
      className="size-[34mm]"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
