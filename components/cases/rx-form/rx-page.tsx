"use client";

import { useSearchParams } from "next/navigation";
import { type ComponentProps, useRef, useState } from "react";
import { RxForm } from "./rx-form";

/**
 * The form of the draft that the address names. It stays as it is when its own new draft enters the address, and begins anew
 * when the address comes to name another one, or none.
 */
export function RxPage(props: Omit<ComponentProps<typeof RxForm>, "onDraftMade">) {
  const asked = useSearchParams().get("draft");
  const own = useRef<string | null>(null);
  const [session, setSession] = useState({ count: 0, draft: asked });
  if (asked !== session.draft) {
    const same = asked !== null && asked === own.current;
    setSession({ count: same ? session.count : session.count + 1, draft: asked });
  }
  const onDraftMade = (id: string) => {
    own.current = id;
  };
  return <RxForm key={session.count} {...props} onDraftMade={onDraftMade} />;
}
