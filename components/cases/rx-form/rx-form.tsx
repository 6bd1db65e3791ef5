"use client";

import { Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type SubmitEvent, useMemo, useRef, useState } from "react";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { useRegion } from "@/components/ui/region";
import { toast } from "@/components/ui/toast";
import type { ToothNotation } from "@/lib/access/actor";
import type { FieldErrors } from "@/lib/access/errors";
import type { PracticeRushTerms } from "@/lib/billing/rush-surcharge";
import { earliestWords, wantedDayWords } from "@/lib/cases/due-words";
import type { SubmissionInput } from "@/lib/cases/schema";
import type { EarlierRx } from "@/lib/cases/submission-copy";
import type { OpenDraft, SubmissionTerms } from "@/lib/cases/submission-queries";
import type { Submitted } from "@/lib/cases/submit";
import { CopyCase } from "./copy-case";
import { DeliveryFields } from "./delivery-section";
import { DraftNote } from "./draft-note";
import { EnclosuresField } from "./enclosures-field";
import { FilesSection } from "./files-section";
import { ItemsSection } from "./items-section";
import { PatientFields } from "./patient-section";
import { PrescriberField } from "./prescriber-section";
import type { RxActions } from "./rx-actions";
import type { Given } from "./rx-check";
import { RxProvider } from "./rx-context";
import { blankRx, copied, fromDraft, type RxValues, toSubmission } from "./rx-values";
import { Summary } from "./summary";
import { useCheck } from "./use-check";
import { useDraft } from "./use-draft";
import { usePlan } from "./use-plan";
import { useUploads } from "./use-uploads";

type RxFormProps = {
  terms: SubmissionTerms;
  /** By what rushing is charged. */
  rush: PracticeRushTerms;
  dentistId: string;
  draft: OpenDraft | null;
  /** The earlier case that a new prescription begins as a copy of. */
  copy: EarlierRx | null;
  notation: ToothNotation;
  /** Made by the server for this page: the same submission sent twice is one case. */
  idempotencyKey: string;
  now: string;
  mostBytes: number;
  actions: RxActions;
  /** Where this form is, `/portal/new`; the confirmation is below it, at `/sent/<case>`. */
  base: string;
  /** Where one goes after discarding. */
  leave: string;
  onDraftMade: (id: string) => void;
};

/** A prescription from blank to sent, on one page. */
export function RxForm(props: RxFormProps) {
  const { terms, notation, actions } = props;
  const router = useRouter();
  const { locale } = useRegion();
  const [refusals, setRefusals] = useState<FieldErrors>({});
  const given = useRef<Given>({ rules: terms.rules, photos: 0 });
  const draftId = useRef(props.draft?.id ?? null);
  const [idempotencyKey] = useState(props.idempotencyKey);
  const [initial] = useState(() => {
    if (props.draft?.payload) return fromDraft(props.draft.payload);
    const { copy } = props;
    const prescribes = copy && terms.dentists.some((d) => d.id === copy.dentistId);
    const dentistId = prescribes ? copy.dentistId : props.dentistId;
    const blank = blankRx(dentistId, terms.preferences[dentistId]);
    return copy ? copied(blank, copy, true) : blank;
  });

  const send = async (input: SubmissionInput) => {
    const result = await actions.submit(input);
    if (!result.ok) {
      draft.resume();
      setRefusals(result.fieldErrors ?? {});
      router.refresh();
    }
    return result;
  };
  const form = useActionForm<RxValues, Submitted, SubmissionInput>(send, {
    schema: () => import("./rx-check").then(({ rxSchema }) => rxSchema(() => given.current)),
    defaultValues: initial,
    toInput: (values) =>
      toSubmission(
        values,
        {
          draftId: draftId.current,
          practiceId: terms.practice.id,
          idempotencyKey,
          promisedOn: soFar?.plan.dueOn ?? null,
        },
        terms.rules,
      ),
    onSuccess: (submitted) => router.replace(`${props.base}/sent/${submitted.id}`),
  });
  const values = form.watch();
  const draft = useDraft({
    id: props.draft?.id ?? null,
    practiceId: terms.practice.id,
    values,
    actions,
    onMade: props.onDraftMade,
  });
  const uploads = useUploads(props.draft?.files ?? [], props.mostBytes, draft.ensure);
  const photos = uploads.uploads.filter((u) => u.state === "done" && u.row?.kind === "photo").length;
  given.current = { rules: terms.rules, photos };
  const check = useCheck(values, given.current);
  const soFar = usePlan(values, terms, props.now);

  const set = (changes: Partial<RxValues>) => {
    for (const [key, value] of Object.entries(changes)) {
      form.setValue(key as keyof RxValues, value as never, { shouldDirty: true });
      form.clearErrors(key as keyof RxValues);
      setRefusals((all) =>
        Object.fromEntries(Object.entries(all).filter(([path]) => path !== key && !path.startsWith(`${key}.`))),
      );
    }
  };
  const missing = useMemo(() => {
    const found = new Map(check ?? []);
    for (const [path, messages] of Object.entries(refusals)) if (messages[0]) found.set(path, messages[0]);
    if (soFar?.refusal) found.set("wantedOn", `${wantedDayWords[soFar.refusal]} ${earliestWords(soFar.plan, locale)}`);
    return found;
  }, [check, refusals, soFar, locale]);

  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    if (uploads.busy > 0) return void toast.info("Files are still being sent", "Submit as soon as they are here.");
    void draft.stop().then((id) => {
      draftId.current = id;
      form.submit();
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !event.currentTarget.contains(event.target as Node)) return;
    if (event.ctrlKey || event.metaKey) return submit();
    if (event.target instanceof HTMLInputElement) event.preventDefault();
  };
  const discard = async () => {
    const id = await draft.stop();
    if (id) {
      const result = await actions.discardDraft({ id }).catch(() => null);
      if (!result?.ok) {
        draft.resume();
        return void toast.error("The draft could not be discarded.");
      }
      toast.undo("Draft discarded", async () => {
        const restored = await actions.restoreDraft({ id }).catch(() => null);
        if (restored?.ok) router.push(`${props.base}?draft=${id}`);
        else toast.error("The draft could not be brought back.");
      });
    }
    router.push(props.leave);
  };

  return (
    <RxProvider
      value={{ values, set, terms, notation, actions, missing, checked: check !== null, tried: form.failures > 0 }}
    >
      <Form form={{ ...form, submit }} onKeyDown={onKeyDown} aria-label="Prescription">
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title="Patient and prescriber">
              <div className="flex flex-col gap-3">
                <PatientFields />
                <PrescriberField />
              </div>
            </Panel>
            <Panel title="What is to be made" actions={<CopyCase />}>
              <ItemsSection />
            </Panel>
            <Panel title="Impression and delivery">
              <DeliveryFields soFar={soFar} rush={props.rush} />
            </Panel>
            <Panel title="Files and what comes along">
              <FilesSection uploads={uploads} mostBytes={props.mostBytes} />
              <EnclosuresField />
            </Panel>
          </div>
          <div className="lg:sticky lg:top-36">
            <Summary
              soFar={soFar}
              files={uploads.uploads.filter((u) => u.state === "done").length}
              sending={uploads.busy}
            >
              <SubmitButton size="lg" icon={<Send />}>
                Submit case
              </SubmitButton>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <DraftNote state={draft.state} problem={draft.problem} />
                {draft.state !== "untouched" && (
                  <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => void discard()}>
                    Discard
                  </Button>
                )}
              </div>
            </Summary>
          </div>
        </div>
      </Form>
    </RxProvider>
  );
}
