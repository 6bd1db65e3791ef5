import { FileText } from "lucide-react";
import { LinkButton } from "../../ui/button";

/** The statements of custom-made devices that go with a parcel, to open and print. */
export function StatementLinks({ of }: { of: readonly { id: string; caseNumber: string }[] }) {
  if (of.length === 0) return null;
  return (
    <ul aria-label="Device statements" data-print="hide" className="mt-4 flex flex-wrap gap-2">
      {of.map(({ id, caseNumber }) => (
        <li key={id}>
          <LinkButton
            href={`/api/device-statements/${id}`}
            prefetch={false}
            target="_blank"
            size="sm"
            icon={<FileText aria-hidden />}
          >
            Device statement {caseNumber}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
