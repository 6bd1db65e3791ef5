"use client";

import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { Switch } from "../ui/switch";

const OF_A_LIST: [keys: string[], does: string][] = [
  [["J", "↓"], "Next row"],
  [["K", "↑"], "Row before"],
  [["Enter"], "Open the row"],
  [["X"], "Select the row"],
  [["/"], "Search this list"],
  [["Ctrl", "K"], "Search everything, go anywhere"],
  [["?"], "These keys"],
];

type KeysDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  on: boolean;
  onChange: (on: boolean) => void;
  /** What the keys are of; a list's, unless given. */
  title?: string;
  keys?: readonly [keys: string[], does: string][];
  hint?: string;
};

/** The keys of a list or of another screen, and a switch for those of a single letter. */
export function KeysDialog({ open, onOpenChange, on, onChange, ...words }: KeysDialogProps) {
  const { title = "Keys of a list", keys = OF_A_LIST, hint = "Arrows, Enter and Ctrl K always do." } = words;
  return (
    <Dialog title={title} size="sm" open={open} onOpenChange={onOpenChange}>
      <dl className="mb-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {keys.map(([pressed, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single letters work as keys"
        hint={hint}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Dialog>
  );
}
