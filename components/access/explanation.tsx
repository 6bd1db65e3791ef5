import { Check, Minus } from "lucide-react";
import type { Explained } from "@/lib/access/users/person";
import { cn } from "../ui/cn";

/** What a person may do and not do, by module, each with what decides it. */
export function Explanation({ explained }: { explained: Map<string, Explained[]> }) {
  return (
    <div className="columns-1 gap-8 md:columns-2 xl:columns-3">
      {[...explained].map(([module, lines]) => (
        <section key={module} aria-label={module} className="mb-5 break-inside-avoid">
          <h3 className="mb-1 text-xs font-semibold text-muted">{module[0]?.toUpperCase() + module.slice(1)}</h3>
          <ul>
            {lines.map(({ permission, words, may, why }) => (
              <li key={permission} className="flex gap-2 py-1 text-sm">
                {may ? (
                  <Check role="img" aria-label="May" className="mt-0.5 size-4 shrink-0 text-success-text" />
                ) : (
                  <Minus role="img" aria-label="May not" className="mt-0.5 size-4 shrink-0 text-muted" />
                )}
                <span className={cn("min-w-0 flex-1", !may && "text-muted")}>
                  {words}
                  <span className="block text-xs text-muted">{why}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
