"use client";

import { Bookmark, ChevronDown, Pencil, Save, Star, StarOff, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { listQuery, sameQuery } from "@/lib/cases/list-address";
import type { SavedView } from "@/lib/cases/saved-views";
import type { ViewActions } from "./view-actions";

const ViewDialog = dynamic(() => import("./view-dialog").then((module) => module.ViewDialog));

type ViewMenuProps = {
  views: readonly SavedView[];
  actions: ViewActions;
  /** Who else uses a shared view: "the lab's people". */
  others: string;
};

/** Address of a list through a view; `all` is the list without one, whatever it opens with. */
const through = (pathname: string, view: { id: string; query: string } | null) =>
  view ? `${pathname}?view=${view.id}${view.query && `&${view.query}`}` : `${pathname}?view=all`;

/** The saved views of the list: choose one, keep the list as it is under a name, change, share and delete one's own. */
export function ViewMenu({ views, actions, others }: ViewMenuProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [dialog, setDialog] = useState<"save" | "rename" | null>(null);
  const current = views.find(({ id }) => id === params.get("view"));
  const now = listQuery(Object.fromEntries(params), ["view"]).toString();
  const changed = current !== undefined && !sameQuery(current.query, now);
  const refresh = () => router.refresh();
  const update = useAction(actions.update, { onSuccess: refresh });
  const restore = useAction(actions.restore, { onSuccess: refresh });
  const remove = useAction(actions.remove, {
    onSuccess: ({ id, name }) => {
      toast.undo(`View “${name}” deleted`, () => restore.run({ id }));
      router.replace(through(pathname, null));
    },
  });
  const openWith = useAction(actions.openWith, { onSuccess: refresh });
  const own = views.filter((view) => view.own);
  const shared = views.filter((view) => !view.own);
  const entry = (view: SavedView) => (
    <MenuItem key={view.id} href={through(pathname, view)}>
      <span className="min-w-0 flex-1 truncate">{view.name}</span>
      {view.isDefault && <Star aria-label="Opens with this" className="text-muted" />}
      {!view.own && <span className="text-xs text-muted">{view.owner}</span>}
    </MenuItem>
  );
  return (
    <>
      <DropdownMenu
        label="Views"
        trigger={
          <Button icon={<Bookmark aria-hidden />} className="max-w-56">
            <span className="truncate">{current ? current.name : "All cases"}</span>
            {changed && <span className="text-muted">changed</span>}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem href={through(pathname, null)}>All cases</MenuItem>
        {own.length > 0 && <MenuLabel>Your views</MenuLabel>}
        {own.map(entry)}
        {shared.length > 0 && <MenuLabel>Shared with you</MenuLabel>}
        {shared.map(entry)}
        <MenuSeparator />
        {current?.own && changed && (
          <MenuItem
            icon={<Save aria-hidden />}
            onSelect={() => update.run({ id: current.id, version: current.version, query: now })}
          >
            Save changes to “{current.name}”
          </MenuItem>
        )}
        <MenuItem icon={<Bookmark aria-hidden />} onSelect={() => setDialog("save")}>
          Save as a view…
        </MenuItem>
        {current && (
          <MenuItem
            icon={current.isDefault ? <StarOff aria-hidden /> : <Star aria-hidden />}
            onSelect={() => openWith.run({ id: current.isDefault ? null : current.id })}
          >
            {current.isDefault ? "No longer open with this" : "Open the list with this"}
          </MenuItem>
        )}
        {current?.own && (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog("rename")}>
            Rename or share…
          </MenuItem>
        )}
        {current?.own && (
          <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={() => remove.run({ id: current.id })}>
            Delete view
          </MenuItem>
        )}
      </DropdownMenu>
      {dialog && (
        <ViewDialog
          actions={actions}
          others={others}
          query={now}
          view={dialog === "rename" ? current : undefined}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setDialog(null);
            if (saved) router.replace(through(pathname, saved));
            else refresh();
          }}
        />
      )}
    </>
  );
}
