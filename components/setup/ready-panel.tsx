import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Check, isReady } from "@/lib/labs/first-run/ready";

/** Whether the lab can receive its first case; says so only when it can, else what is missing. */
export function ReadyPanel({ checks }: { checks: readonly Check[] }) {
  const missing = checks.filter(({ needed, met }) => needed && !met);
  const advised = checks.filter(({ needed, met }) => !needed && !met);
  if (!isReady(checks))
    return (
      <Notice tone="warning" title="Not ready yet">
        <p>Before a case can be received:</p>
        <ul className="mt-1 list-disc pl-4">
          {missing.map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <Notice tone="success" title="Ready to receive a case">
      <p>A practice can send its first case, or you enter it for them.</p>
      {advised.length > 0 && (
        <>
          <p className="mt-2">Soon you will also want:</p>
          <ul className="list-disc pl-4">
            {advised.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3">
        <LinkButton href="/cases/new" variant="primary">
          Enter the first case
        </LinkButton>
      </p>
    </Notice>
  );
}
