"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/forms/field";
import { refusalText, useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { SavedView } from "@/lib/cases/saved-views";
import type { ViewActions } from "./view-actions";

type ViewDialogProps = {
  actions: ViewActions;
  others: string;
  query: string;
  /** The view to rename or share; without one a new view is made. */
  view?: SavedView;
  onClose: () => void;
  onSaved: (saved: { id: string; query: string } | null) => void;
};

/** Names a view and says whether others use it, too. */
export function ViewDialog({ actions, others, query, view, onClose, onSaved }: ViewDialogProps) {
  const [wrong, setWrong] = useState<string>();
  const onRefused = (refusal: Parameters<typeof refusalText>[0]) => setWrong(refusalText(refusal));
  const save = useAction(actions.save, { onSuccess: onSaved, onRefused });
  const rename = useAction(actions.rename, { onSuccess: () => onSaved(null), onRefused });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "").trim();
    const shared = form.get("shared") === "on";
    if (!name) return setWrong("Give the view a name.");
    if (view) rename.run({ id: view.id, version: view.version, name, shared });
    else save.run({ name, query, shared });
  };
  return (
    <Dialog
      title={view ? "Rename or share the view" : "Save as a view"}
      description={view ? undefined : "It keeps the filters, order and columns as they are now."}
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={wrong} required>
          <Input name="name" maxLength={60} defaultValue={view?.name} autoComplete="off" />
        </Field>
        <Checkbox name="shared" label={`Share with ${others}`} defaultChecked={view?.shared} />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" variant="primary" loading={save.pending || rename.pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
