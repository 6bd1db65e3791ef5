import { Panel } from "@/components/ui/card";
import { DateTime } from "@/components/ui/time";
import type { TextRevision } from "@/lib/mail/texts/queries";

/** Every version of a letter, the newest first, each to be opened and read. */
export function TextRevisions({ revisions }: { revisions: TextRevision[] }) {
  return (
    <Panel title="Versions" flush className="mt-4">
      <ul className="divide-y">
        {revisions.map(({ revision, words, writtenBy, writtenAt }) => (
          <li key={revision}>
            <details className="px-4 py-2 text-sm">
              <summary className="cursor-pointer">
                <span className="font-medium">Version {revision}</span>{" "}
                <span className="text-muted">
                  {words ? `“${words.subject}”` : "back to Casepan's words"}, {writtenBy ?? "Casepan"},{" "}
                  <DateTime iso={writtenAt.toISOString()} format="full" />
                </span>
              </summary>
              {words && (
                <pre className="mt-2 font-sans text-sm break-words whitespace-pre-wrap">
                  {[words.heading, words.body, words.button && `[${words.button}]`, words.footnote]
                    .filter(Boolean)
                    .join("\n\n")}
                </pre>
              )}
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
