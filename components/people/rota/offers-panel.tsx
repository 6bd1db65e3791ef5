"use client";

import { useRouter } from "next/navigation";
import { dayWords } from "@/lib/staff/day-words";
import { answerOffer, decideSwap, withdrawOffer } from "@/lib/staff/rota/actions";
import type { ShiftOffer } from "@/lib/staff/rota/offers";
import type { ServerAction } from "../../forms/action-result";
import { refusalText, useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { useRegion } from "../../ui/region";
import { toast } from "../../ui/toast";

type OffersPanelProps = { offers: readonly ShiftOffer[]; me: string | null; manages: boolean };

/** Shifts that change hands: offered, taken, and waiting to be approved, with what the reader may answer; nothing when there are none. */
export function OffersPanel({ offers, me, manages }: OffersPanelProps) {
  const { locale } = useRegion();
  if (offers.length === 0) return null;
  return (
    <Panel title="Shifts offered" flush className="mb-4" data-print="hide">
      <ul aria-label="Shifts offered" className="divide-y">
        {offers.map((offer) => {
          const words = `${dayWords(offer.day, locale)}, ${offer.from}–${offer.to}`;
          return (
            <li key={offer.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
              <span className="min-w-0 flex-1 basis-56">
                <span className="block font-medium tabular-nums">{words}</span>
                <span className="block break-words text-muted">
                  {offer.userId === me ? "You" : offer.name} to {offer.toUserId === me ? "you" : offer.toName}
                </span>
              </span>
              <StatusBadge tone={offer.taken ? "progress" : "neutral"}>
                {offer.taken ? "To be approved" : "Offered"}
              </StatusBadge>
              <OfferButtons offer={offer} words={words} me={me} manages={manages} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

type ButtonsProps = { offer: ShiftOffer; words: string; me: string | null; manages: boolean };

function OfferButtons({ offer: { id, version, userId, toUserId, taken }, words, me, manages }: ButtonsProps) {
  const answer = useAnswer(answerOffer);
  const decide = useAnswer(decideSwap);
  const withdraw = useAnswer(withdrawOffer);
  const at = { id, version };
  return (
    <span className="flex flex-wrap gap-2">
      {toUserId === me && !taken && (
        <Button
          size="sm"
          variant="primary"
          aria-label={`Take ${words}`}
          onClick={() => answer({ ...at, yes: true }, "Taken: it is yours once it is approved")}
        >
          Take it
        </Button>
      )}
      {toUserId === me && (
        <Button size="sm" aria-label={`Decline ${words}`} onClick={() => answer({ ...at, yes: false }, "Declined")}>
          Decline
        </Button>
      )}
      {userId === me && (
        <Button size="sm" aria-label={`Keep ${words}`} onClick={() => withdraw(at, "You keep this shift")}>
          Keep it
        </Button>
      )}
      {manages && taken && (
        <>
          <Button
            size="sm"
            variant="primary"
            aria-label={`Approve the swap of ${words}`}
            onClick={() => decide({ ...at, yes: true }, "Swap approved")}
          >
            Approve
          </Button>
          <Button
            size="sm"
            aria-label={`Refuse the swap of ${words}`}
            onClick={() => decide({ ...at, yes: false }, "Swap refused")}
          >
            Refuse
          </Button>
        </>
      )}
    </span>
  );
}

/** Runs an answer and says so; the screen reads the rota again whether it went through or was refused. */
function useAnswer<Input>(action: ServerAction<Input, { id: string }>) {
  const router = useRouter();
  const { run } = useAction(
    async ({ input, done }: { input: Input; done: string }) => {
      const result = await action(input);
      return result.ok ? { ok: true as const, data: done } : result;
    },
    {
      onSuccess: (done: string) => {
        toast.success(done);
        router.refresh();
      },
      onRefused: (refusal) => {
        toast.error(refusalText(refusal));
        router.refresh();
      },
    },
  );
  return (input: Input, done: string) => run({ input, done });
}
