"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { AddFiles } from "@/components/cases/add-files";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { askForApproval } from "@/lib/cases/approvals/actions";
import type { ApprovalFile } from "@/lib/cases/approvals/queries";
import { FilePicture } from "./file-tiles";

type AskApprovalProps = {
  caseId: string;
  /** The items at the design that nobody is asked about yet, by name. Without one there is nothing to ask. */
  items: readonly { id: string; name: string }[];
  /** The files of the case. */
  files: readonly ApprovalFile[];
  /** The largest a file may be, for one that is added now. */
  mostBytes: number;
  size?: "sm" | "md" | "lg";
};

/** Asks the dentist to approve the design of items: with words, and a picture or mesh of the case. */
export function AskApproval({ items, size, ...rest }: AskApprovalProps) {
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <>
      <Button size={size} icon={<MessageCircleQuestion aria-hidden />} onClick={() => setOpen(true)}>
        Ask for approval
      </Button>
      <Dialog
        title="Ask the dentist to approve the design"
        description="Work on it stands still until there is an answer. The practice sees the files you choose."
        open={open}
        onOpenChange={setOpen}
        size="md"
      >
        <AskForm items={items} {...rest} onAsked={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AskForm({
  caseId,
  items,
  files,
  mostBytes,
  onAsked,
}: Omit<AskApprovalProps, "size"> & { onAsked: () => void }) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [itemIds, setItemIds] = useState(() => items.map(({ id }) => id));
  const [fileIds, setFileIds] = useState<string[]>([]);
  const form = useActionForm(askForApproval, {
    defaultValues: { words: "" },
    toInput: ({ words }) => ({ caseId, words, itemIds, fileIds, idempotencyKey: key.current }),
    onSuccess: () => {
      toast.success("The dentist is asked");
      onAsked();
      router.refresh();
    },
  });
  const shown = files.filter(({ kind }) => kind !== "document").toReversed();
  return (
    <Form form={form}>
      {items.length > 1 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">Whose design</legend>
          {items.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={itemIds.includes(id)}
              onChange={() => setItemIds(toggled(itemIds, id))}
            />
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend className="mb-1 text-sm font-medium">What the dentist looks at</legend>
        {shown.length === 0 && <p className="mb-2 text-sm text-muted">Add a picture or a mesh of the design first.</p>}
        <div className="mb-2 grid max-h-64 grid-cols-2 gap-2 overflow-y-auto empty:hidden sm:grid-cols-3">
          {shown.map((file) => (
            <div key={file.id} className="relative">
              <FilePicture file={file} className="aspect-4/3 w-full rounded-t-md border border-b-0" />
              <div className="rounded-b-md border px-2 py-1">
                <Checkbox
                  label={<span className="block max-w-full truncate text-xs">{file.name}</span>}
                  checked={fileIds.includes(file.id)}
                  onChange={() => setFileIds(toggled(fileIds, file.id))}
                />
              </div>
            </div>
          ))}
        </div>
        {shown.length > 0 && fileIds.length === 0 && (
          <p className="mb-2 text-sm text-muted">Choose at least one, or add one.</p>
        )}
        <AddFiles caseId={caseId} mostBytes={mostBytes} />
      </fieldset>
      <Field name="words" label="What is asked" required>
        <Textarea
          rows={3}
          maxLength={2000}
          placeholder="Is the contact to 15 tight enough?"
          {...form.register("words")}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton disabled={itemIds.length === 0 || fileIds.length === 0}>Ask the dentist</SubmitButton>
      </div>
    </Form>
  );
}

const toggled = (ids: string[], id: string) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
