"use client";

import { ChevronDown, MessageSquarePlus, Split, X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { allergyWarning } from "@/lib/cases/completeness";
import { particularsFor } from "@/lib/cases/particulars/rules";
import type { Particular } from "@/lib/cases/particulars/words";
import type { Material } from "@/lib/cases/vocabulary";
import { BridgeRoles } from "./bridge-roles";
import { itemColor, itemWords, particularsText } from "./item-look";
import { splitItem } from "./join-bridge";
import { ParticularField } from "./particular-field";
import { useDemand, useRx } from "./rx-context";
import type { RxItemValues } from "./rx-values";
import { SaidField } from "./said-field";
import { SaidLine } from "./said-line";

const ELSEWHERE: readonly Particular[] = ["notes", "shade_photo"];

/** One item: what it is, where, and its particulars with what is missing said at each. What may stay blank folds away. */
export function ItemRow({ item, index }: { item: RxItemValues; index: number }) {
  const { values, set, notation } = useRx();
  const demand = useDemand(item);
  const path = `items.${index}`;
  const [noting, setNoting] = useState(false);
  const [more, setMore] = useState(false);
  const change = (changes: Partial<RxItemValues>) =>
    set({ items: values.items.map((i) => (i.key === item.key ? { ...i, ...changes } : i)) });
  const words = itemWords(item, notation);
  const remove = () => {
    const before = values.items;
    set({ items: before.filter((i) => i.key !== item.key) });
    toast.undo(`${words} removed`, () => set({ items: before }));
  };
  const caution = allergyWarning((item.material || null) as Material | null, values.patient.allergies);
  const noteRequired = demand("notes") === "required";
  const showNotes = noting || noteRequired || item.notes !== "";
  const listed = particularsFor(item.procedureType).filter((p) => !ELSEWHERE.includes(p));
  const first = listed.filter((p) => p === "material" || p === "shade" || demand(p) === "required");
  const folded = listed.filter((p) => !first.includes(p) && demand(p) === "asked");
  const fieldsOf = (particulars: readonly Particular[]) =>
    particulars
      .filter((particular) => demand(particular) !== "hidden")
      .map((particular) => (
        <ParticularField
          key={particular}
          particular={particular}
          demand={demand(particular)}
          item={item}
          path={path}
          onChange={change}
        />
      ));
  return (
    <li className="rounded-lg border bg-surface p-3" style={{ borderLeft: `4px solid ${itemColor(index)}` }}>
      <div className="flex flex-wrap items-center gap-x-1">
        <h3 className="min-w-0 flex-1 text-sm font-semibold">{words}</h3>
        {item.procedureType === "bridges" && item.teeth.length > 1 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Split />}
            aria-label={`Split ${words} into crowns`}
            onClick={() => set({ items: splitItem(values.items, item.key) })}
          >
            Split
          </Button>
        )}
        {!showNotes && (
          <Button size="sm" variant="ghost" icon={<MessageSquarePlus />} onClick={() => setNoting(true)}>
            Note
          </Button>
        )}
        <IconButton label={`Remove ${words}`} icon={<X />} variant="ghost" size="sm" onClick={remove} />
      </div>
      <SaidLine path={`${path}.teeth`} />
      <SaidLine path={`${path}.arch`} />
      <SaidLine path={`${path}.procedureType`} />
      {item.procedureType === "bridges" && <BridgeRoles item={item} onChange={(teeth) => change({ teeth })} />}
      <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">{fieldsOf(first)}</div>
      {caution && <p className="mt-1 text-xs font-medium text-warning-text">{caution}</p>}
      {folded.length > 0 && (
        <div className="mt-1.5">
          <button
            type="button"
            aria-expanded={more}
            onClick={() => setMore(!more)}
            className="flex min-h-control-sm w-full items-center gap-1.5 rounded-md text-left text-xs text-muted hover:text-fg"
          >
            <ChevronDown aria-hidden className={`size-3.5 shrink-0 ${more ? "" : "-rotate-90"}`} />
            <span className="font-medium whitespace-nowrap">
              {more ? "Fewer" : "More"} particulars
              <span className="sr-only"> of {words}</span>
            </span>
            {!more && <span className="truncate">{particularsText(item, folded)}</span>}
          </button>
          {more && (
            <div className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">{fieldsOf(folded)}</div>
          )}
        </div>
      )}
      {showNotes && (
        <SaidField
          name={`${path}.notes`}
          label={noteRequired ? "What is to be done" : "Note to the technician"}
          required={noteRequired}
          className="mt-2"
        >
          <Input
            value={item.notes}
            maxLength={2000}
            autoFocus={noting}
            onChange={(e) => change({ notes: e.target.value })}
          />
        </SaidField>
      )}
    </li>
  );
}
