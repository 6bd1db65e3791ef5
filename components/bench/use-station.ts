"use client";

import { useCallback, useRef, useState } from "react";
import type { MaterialChoice } from "@/lib/inventory/use/schema";
import { completeStages, lookAtStation, pauseStages, resumeStages, startStages } from "@/lib/workflow/actions";
import { type Command, readCommand } from "@/lib/workflow/scan-code";
import type { StationCase, StationWork } from "@/lib/workflow/station";
import { type ActionResult, UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";

export type Said = { tone: "success" | "danger"; words: string };
export type StationMove = "start" | "resume" | "complete" | "pause";

const DONE: Record<StationMove, string> = { start: "Started", resume: "Resumed", complete: "Done", pause: "Paused" };

/**
 * The station's state: the case that was scanned last, what was said to the last scan or tap, and how many still wait. Scans queue up
 * and are answered one after the other, so the next one can come at once.
 */
export function useStation(signal: (kind: "good" | "bad") => void) {
  const [shown, setShown] = useState<StationCase | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [waiting, setWaiting] = useState(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const now = useRef<{ shown: StationCase | null; chosen: string | null }>({ shown: null, chosen: null });

  const tell = useCallback(
    (tone: Said["tone"], words: string) => {
      setSaid({ tone, words });
      signal(tone === "success" ? "good" : "bad");
    },
    [signal],
  );
  const show = useCallback((next: StationCase | null) => {
    now.current = { shown: next, chosen: null };
    setShown(next);
    setChosen(null);
  }, []);
  const choose = useCallback((key: string) => {
    now.current.chosen = key;
    setChosen(key);
  }, []);

  /** Brings a case up; with `quiet` what was said last stays. */
  const look = useCallback(
    async (code: string, quiet = false) => {
      const answer = await lookAtStation({ code });
      if (!answer.ok) return tell("danger", refusalText(answer));
      show(answer.data);
      if (quiet) return;
      setSaid(null);
      signal("good");
    },
    [show, signal, tell],
  );
  const make = useCallback(
    async (
      move: StationMove,
      work: StationWork,
      options: { takeOver?: boolean; reasonId?: string; materials?: MaterialChoice[] } = {},
    ) => {
      const number = now.current.shown?.number ?? "";
      const input = { stages: work.stages, takeOver: options.takeOver };
      const actions: Record<StationMove, () => Promise<ActionResult<unknown>>> = {
        start: () => startStages(input),
        resume: () => resumeStages(input),
        complete: () => completeStages({ ...input, materials: options.materials }),
        pause: () => pauseStages({ ...input, reasonId: options.reasonId }),
      };
      const answer = await actions[move]();
      if (answer.ok) tell("success", `${DONE[move]}: ${work.items}, ${number}`);
      else tell("danger", refusalText(answer));
      await look(number, true);
    },
    [look, tell],
  );
  const obey = useCallback(
    async (command: Command) => {
      if (command === "clear") {
        show(null);
        return setSaid(null);
      }
      const { shown: at, chosen: key } = now.current;
      const work = currentWork(at, key);
      if (!at || !work) return tell("danger", "Scan a ticket or a pan first, then the command.");
      const refused = whyNot(command, work);
      if (refused) return tell("danger", refused);
      if (command === "pause") return make("pause", work);
      if (command === "done") return make("complete", work);
      if (work.next.move) await make(work.next.move, work);
    },
    [make, show, tell],
  );
  /** Queues what a scan, a key or a tap asks for. */
  const queue = useCallback(
    (job: () => Promise<void>) => {
      setWaiting((n) => n + 1);
      line.current = line.current
        .then(job)
        .catch(() => tell("danger", UNREACHABLE))
        .finally(() => setWaiting((n) => n - 1));
    },
    [tell],
  );
  const take = useCallback(
    (code: string) => {
      const command = readCommand(code);
      queue(() => (command ? obey(command) : look(code)));
    },
    [look, obey, queue],
  );
  return { shown, work: currentWork(shown, chosen), choose, said, waiting, take, queue, make };
}

const currentWork = (of: StationCase | null, key: string | null): StationWork | undefined =>
  of?.work.find((work) => work.key === key) ?? of?.work.find((work) => work.next.move) ?? of?.work[0];

/** Why a command does nothing here, in words; null when it may go ahead. */
function whyNot(
  command: Exclude<Command, "clear">,
  { next, takeOver, person, running, items }: StationWork,
): string | null {
  if (takeOver) return `${items} is ${person ?? "someone else"}'s. Tap to take it over.`;
  if (command === "pause") return running ? null : `The clock of ${items} does not run.`;
  if (!next.move) return next.words;
  if (command === "start" && next.move === "complete") return `${items} is in work already.`;
  if (command === "done" && next.move === "start") return `Start ${items} first.`;
  return null;
}
