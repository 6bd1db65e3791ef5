"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveDepartment, restoreDepartment } from "@/lib/departments/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Puts a department away, with the way back. */
export function ArchiveDepartment({ id }: { id: string }) {
  const router = useRouter();
  const restore = useAction(restoreDepartment, { onSuccess: () => router.push(`/departments/${id}`) });
  const archive = useAction(archiveDepartment, {
    onSuccess: ({ name }) => {
      toast.undo(`${name} is archived`, () => restore.run({ id }));
      router.push("/departments");
    },
  });
  return (
    <Button
      variant="ghost"
      icon={<Archive aria-hidden />}
      loading={archive.pending}
      onClick={() => archive.run({ id })}
    >
      Archive
    </Button>
  );
}

/** Departments that were put away, each with the way back. */
export function ArchivedDepartments({ departments }: { departments: readonly { id: string; name: string }[] }) {
  const router = useRouter();
  const restore = useAction(restoreDepartment, { onSuccess: () => router.refresh() });
  if (departments.length === 0) return null;
  return (
    <section aria-labelledby="archived" className="mt-6">
      <h2 id="archived" className="mb-2 text-base font-semibold">
        Archived
      </h2>
      <ul className="divide-y rounded-lg border bg-surface">
        {departments.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 px-4 py-2 text-muted">
            <span className="min-w-0 flex-1 basis-40">{name}</span>
            <Button
              size="sm"
              icon={<ArchiveRestore aria-hidden />}
              aria-label={`Bring ${name} back`}
              onClick={() => restore.run({ id })}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
