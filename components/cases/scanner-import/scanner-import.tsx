"use client";

import { ScanLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { ExportAnswer } from "@/lib/cases/scanner/import-export";
import { ExportRefused, type SendingExport, sendExport } from "./send-export";

type ScannerImportProps = {
  /** Where the form is, `/portal/new`: a new draft opens there. */
  base: string;
  /** The practice it is imported for, when that is settled. */
  practiceId: string | null;
};

type State =
  | { step: "idle" }
  | { step: "sending"; share: number }
  | { step: "refused"; words: string }
  | { step: "answered"; answer: Exclude<ExportAnswer, { kind: "imported" }> };

/** Takes an iTero export, a ZIP or its files, dropped or chosen; then opens the prescription that it begins. */
export function ScannerImport({ base, practiceId }: ScannerImportProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [over, setOver] = useState(false);
  const [state, setState] = useState<State>({ step: "idle" });
  const files = useRef<readonly File[]>([]);
  const sending = useRef<SendingExport | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const send = async (chosen: readonly File[], practice = practiceId) => {
    if (chosen.length === 0 || state.step === "sending") return;
    files.current = chosen;
    setState({ step: "sending", share: 0 });
    sending.current = sendExport(chosen, practice, (share) => setState({ step: "sending", share }));
    try {
      const answer = await sending.current.done;
      if (answer.kind !== "imported") return setState({ step: "answered", answer });
      router.push(`${base}?draft=${answer.draftId}`);
    } catch (error) {
      setState({ step: "refused", words: error instanceof ExportRefused ? error.message : "This could not be sent." });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  const busy = state.step === "sending";
  return (
    <section aria-label="Scanner export" className="mb-4 flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button inside does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed px-4 py-2.5 ${over ? "border-accent bg-accent-soft" : "border-line-strong/60 bg-surface"}`}
      >
        <Button icon={<ScanLine />} loading={busy} aria-describedby={hintId} onClick={() => input.current?.click()}>
          Import a scanner export
        </Button>
        <p id={hintId} className="min-w-0 flex-1 basis-56 text-xs text-muted">
          Drop an iTero export here, the ZIP or its files: patient, dentist, day and scans are filled in.
        </p>
        {busy && (
          <div className="flex w-full items-center gap-3">
            <div className="flex-1">
              <Progress value={state.share} max={1} showValue label="Sending the export" />
            </div>
            <Button size="sm" variant="ghost" onClick={() => sending.current?.abort()}>
              Cancel
            </Button>
          </div>
        )}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Scanner export"
          accept=".zip,.xml,.stl,.ply,.obj,.jpg,.jpeg,.png"
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {state.step === "refused" && (
        <div role="alert">
          <Notice tone="danger" title="Nothing was imported">
            {state.words}
          </Notice>
        </div>
      )}
      {state.step === "answered" && (
        <div role="status">
          <Answered answer={state.answer} onPractice={(id) => void send(files.current, id)} />
        </div>
      )}
    </section>
  );
}

type AnsweredProps = {
  answer: Exclude<ExportAnswer, { kind: "imported" }>;
  onPractice: (id: string) => void;
};

function Answered({ answer, onPractice }: AnsweredProps) {
  if (answer.kind === "already")
    return (
      <Notice
        tone="info"
        title="Already imported"
        action={answer.href && <LinkButton href={answer.href}>Open it</LinkButton>}
      >
        {answer.words}
      </Notice>
    );
  return (
    <Notice tone="info" title="For which practice?">
      <p className="mb-2">The dentist of this order prescribes at several. Choose one; the export is sent again.</p>
      <div className="flex flex-wrap gap-2">
        {answer.practices.map(({ id, name }) => (
          <Button key={id} onClick={() => onPractice(id)}>
            {name}
          </Button>
        ))}
      </div>
    </Notice>
  );
}
