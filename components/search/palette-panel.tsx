"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { fold } from "@/lib/search/fold";
import { type FoundGroup, type Hit, SEARCH_GROUPS } from "@/lib/search/groups";
import { Kbd } from "../ui/kbd";
import { Spinner } from "../ui/spinner";
import { MarkedText } from "./marked-text";
import type { Place } from "./places";
import { usePaletteSearch } from "./use-palette-search";

type PalettePanelProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  searchHref: string;
  opener: RefObject<HTMLButtonElement | null>;
};

/** The command palette: type to find, arrows to choose, Enter to go. */
export function PalettePanel({ open, onOpenChange, searchHref, opener }: PalettePanelProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-[fade-in_120ms] bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) opener.current?.focus();
          }}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-dvh w-full max-w-2xl animate-[rise-in_120ms] flex-col overflow-hidden border bg-raised shadow-high outline-none sm:top-[10vh] sm:max-h-[75vh] sm:rounded-xl"
        >
          <Radix.Title className="sr-only">Search or go to</Radix.Title>
          <Palette searchHref={searchHref} close={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Palette({ searchHref, close }: { searchHref: string; close: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const { start, found, wrong, searching } = usePaletteSearch(true, text);
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const places = (start?.places ?? []).filter((place) => fits(place, text)).slice(0, text ? 5 : undefined);
  const groups = text ? (found?.groups ?? []) : [];
  const nothing = text !== "" && !searching && !wrong && groups.length === 0 && places.length === 0;
  const words = found?.words ?? [];
  const first = text ? firstValue(places, groups) : "";
  const [chosen, choose] = useState("");
  useEffect(() => {
    if (first) choose(first);
  }, [first]);
  return (
    <Command
      shouldFilter={false}
      loop
      label="Search or go to"
      value={chosen}
      onValueChange={choose}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          maxLength={120}
          placeholder="Case, patient, note, message, page …"
          className="h-12 w-full bg-transparent text-base outline-none"
        />
        {searching && <Spinner className="text-muted" />}
        <button
          type="button"
          onClick={close}
          className="shrink-0 rounded-sm p-1 text-xs text-muted hover:text-fg touch:p-3"
        >
          <Kbd>Esc</Kbd>
          <span className="sr-only">Close</span>
        </button>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
        {wrong && (
          <p role="alert" className="px-3 py-3 text-sm text-danger-text">
            {wrong}
          </p>
        )}
        {nothing && <p className="px-3 py-3 text-sm text-muted">{hintFor(text, words)}</p>}
        {!text && (start?.recent.length ?? 0) > 0 && (
          <Group heading="Cases you opened">
            {start?.recent.map((hit) => (
              <HitItem key={hit.id} value={`recent ${hit.id}`} hit={hit} words={[]} go={go} />
            ))}
          </Group>
        )}
        <Places places={places} group="Do" go={go} />
        {!text && <Places places={places} group="Go to" go={go} />}
        {groups.map(({ name, hits, beyond }) => (
          <Group key={name} heading={SEARCH_GROUPS[name].label}>
            {hits.map((hit) => (
              <HitItem key={hit.id} value={`${name} ${hit.id}`} hit={hit} words={words} go={go} />
            ))}
            {beyond && (
              <Item value={`more ${name}`} onSelect={() => go(moreHref(name, text, searchHref))}>
                <span className="text-accent-text">More {SEARCH_GROUPS[name].label.toLowerCase()} …</span>
              </Item>
            )}
          </Group>
        ))}
        {text && <Places places={places} group="Go to" go={go} />}
        {text && (
          <Group heading="Everything">
            <Item value="everything" onSelect={() => go(`${searchHref}?q=${encodeURIComponent(text)}`)}>
              All results for “{text}”
            </Item>
          </Group>
        )}
      </Command.List>
    </Command>
  );
}

/** What Enter goes to as soon as it is there: a deed, the first thing found, a place, or all results. */
function firstValue(places: readonly Place[], groups: readonly FoundGroup[]): string {
  const [group] = groups;
  const deed = places.find((place) => place.group === "Do");
  if (deed) return itemValue(deed);
  if (group?.hits[0]) return `${group.name} ${group.hits[0].id}`;
  return places[0] ? itemValue(places[0]) : "everything";
}

const itemValue = ({ group, label }: Place) => `${group} ${label}`;

function moreHref(name: FoundGroup["name"], text: string, searchHref: string): string {
  const q = `q=${encodeURIComponent(text)}`;
  if (name === "cases") return `${searchHref.replace("/search", "") || "/cases"}?${q}`;
  return PAGED.includes(name) ? `${searchHref}?${q}&in=${name}` : `${searchHref}?${q}`;
}

/** The groups that the page of all results shows alone, by pages. */
const PAGED: readonly FoundGroup["name"][] = ["patients", "notes", "messages"];

function fits({ label, words }: Place, text: string): boolean {
  const name = fold(`${label} ${words ?? ""}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => name.includes(word));
}

function hintFor(text: string, words: readonly string[]): string {
  if (words.length === 0) return "Type letters or figures: signs alone find nothing.";
  if (text.length < 3) return "Nothing begins with this. Three letters or more are looked for inside words, too.";
  return "Nothing found. Try a case number, a patient, or words of a note or message.";
}

const itemClass =
  "flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm data-[selected=true]:bg-hover touch:text-base";

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

function Item(props: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item value={props.value} onSelect={props.onSelect} className={itemClass}>
      {props.children}
    </Command.Item>
  );
}

function Places({ places, group, go }: { places: Place[]; group: Place["group"]; go: (href: string) => void }) {
  const some = places.filter((place) => place.group === group);
  if (some.length === 0) return null;
  return (
    <Group heading={group}>
      {some.map(({ href, label }) => (
        <Item key={`${group} ${label}`} value={itemValue({ group, label, href })} onSelect={() => go(href)}>
          {label}
        </Item>
      ))}
    </Group>
  );
}

function HitItem(props: { value: string; hit: Hit; words: readonly string[]; go: (href: string) => void }) {
  const { hit, words } = props;
  return (
    <Item value={props.value} onSelect={() => props.go(hit.href)}>
      <span className="flex min-w-0 flex-col">
        <span className="truncate">
          <MarkedText text={hit.title} words={words} />
        </span>
        {(hit.excerpt || hit.detail) && (
          <span className="truncate text-xs text-muted">
            <MarkedText text={hit.excerpt ?? hit.detail ?? ""} words={words} />
          </span>
        )}
      </span>
    </Item>
  );
}
