"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

type SearchInputProps = {
  label: string;
  placeholder?: string;
  /** Name of the query in the address. */
  param?: string;
  /** Parameters of the address that a new query resets, such as the page. */
  resets?: readonly string[];
  className?: string;
};

/** Searches the list on this screen: what is typed goes to the address after 250 ms, at once with Enter. */
export function SearchInput({
  label,
  placeholder,
  param = "q",
  resets = ["after", "before"],
  className,
}: SearchInputProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const current = params.get(param) ?? "";
  const [text, setText] = useState(current);
  const [pending, startTransition] = useTransition();
  const sent = useRef(current);

  useEffect(() => {
    if (current !== sent.current) {
      sent.current = current;
      setText(current);
    }
  }, [current]);

  const go = (query: string) => {
    if (query === sent.current) return;
    sent.current = query;
    const next = new URLSearchParams(params);
    if (query) next.set(param, query);
    else next.delete(param);
    for (const name of resets) next.delete(name);
    startTransition(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  const goRef = useRef(go);
  goRef.current = go;
  useEffect(() => {
    const timer = setTimeout(() => goRef.current(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={cn("relative block w-full sm:w-64", className)}>
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-muted">
        {pending ? <Spinner /> : <Search className="size-4" />}
      </span>
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && go(text.trim())}
        className="control h-control pl-8"
      />
    </search>
  );
}
