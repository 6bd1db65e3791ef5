import { toast } from "@/components/ui/toast";

type Said = { formError?: string } | null;

const ask = async (path: string, method: "DELETE" | "POST"): Promise<string | null> => {
  const response = await fetch(path, { method }).catch(() => null);
  if (response?.ok) return null;
  const said = (await response?.json().catch(() => null)) as Said;
  return said?.formError ?? "The server could not be reached.";
};

/** Shares a file of the lab's with the practice. Answers whether it is. */
export async function shareFile({ id, name }: { id: string; name: string }): Promise<boolean> {
  const problem = await ask(`/api/files/${id}/share`, "POST");
  if (problem) toast.error(`${name} could not be shared.`, { description: problem });
  else toast.success(`${name} is shared with the practice`);
  return problem === null;
}

/**
 * Removes a version of a file or, with `all`, the whole file, and offers to take that back. `onBack` is called when it is there again:
 * after an undo, and when it could not be removed at all. Answers whether it was removed.
 */
export async function removeWithUndo(
  { id, name }: { id: string; name: string },
  { all, onBack }: { all: boolean; onBack: () => void },
): Promise<boolean> {
  const problem = await ask(`/api/files/${id}${all ? "?all" : ""}`, "DELETE");
  if (problem) {
    onBack();
    toast.error(`${name} could not be removed.`, { description: problem });
    return false;
  }
  toast.undo(`${name} removed`, async () => {
    const stays = await ask(`/api/files/${id}/restore`, "POST");
    if (stays) toast.error(`${name} could not be brought back.`, { description: stays });
    else onBack();
  });
  return true;
}
