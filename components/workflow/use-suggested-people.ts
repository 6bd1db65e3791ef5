"use client";

import { useCallback, useEffect, useState } from "react";
import type { Stage } from "@/lib/cases/vocabulary";
import { suggestPeople } from "@/lib/workflow/suggest/actions";
import { SUGGEST_CASES } from "@/lib/workflow/suggest/rank-people";
import type { Suggestion } from "@/lib/workflow/suggest/suggest-people";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";

type Asked = { suggestion: Suggestion | null; wrong: string | null; retry: () => void };

/** Whom to give the open work of some cases, by the first 200 of them; the answer before stays until that for another stage is there. */
export function useSuggestedPeople(caseIds: readonly string[], stage: Stage | null): Asked {
  const [answer, setAnswer] = useState<{ of: string; suggestion: Suggestion | null; wrong: string | null }>();
  const [tries, setTries] = useState(0);
  const judged = caseIds.slice(0, SUGGEST_CASES).join(" ");
  const of = `${judged} ${stage} ${tries}`;
  useEffect(() => {
    let current = true;
    const show = (suggestion: Suggestion | null, wrong: string | null) =>
      current && setAnswer({ of, suggestion, wrong });
    suggestPeople({ caseIds: judged.split(" "), stage }).then(
      (found) => (found.ok ? show(found.data, null) : show(null, refusalText(found))),
      () => show(null, UNREACHABLE),
    );
    return () => {
      current = false;
    };
  }, [of, judged, stage]);
  const retry = useCallback(() => setTries((n) => n + 1), []);
  return { suggestion: answer?.suggestion ?? null, wrong: answer?.of === of ? answer.wrong : null, retry };
}
