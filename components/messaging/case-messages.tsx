import { LinkTabs } from "@/components/ui/link-tabs";
import { type Actor, may } from "@/lib/access/actor";
import type { CaseSide } from "@/lib/messaging/schema";
import type { MessagesView, ThreadView } from "@/lib/messaging/thread";
import { PeopleSheet } from "./people-sheet";
import { Thread } from "./thread";

type Props = {
  actor: Actor;
  caseId: string;
  side: CaseSide;
  practice: string;
  /** Null while nobody has begun it. */
  open: { thread: ThreadView; messages: MessagesView } | null;
};

const NOTHING: MessagesView = { messages: [], people: [], lastPosition: 0 };

/** The conversation about a case: with its practice and, for the lab, the lab's own beside it. */
export function CaseMessages({ actor, caseId, side, practice, open }: Props) {
  const me = actor.userId as string;
  const isLab = actor.audience === "lab";
  const page = `/cases/${caseId}/messages`;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {isLab && (
          <div className="min-w-0 flex-1">
            <LinkTabs
              label="Conversations about the case"
              items={[
                { href: page, label: `With ${practice}`, current: side === "shared" },
                { href: `${page}?side=internal`, label: "Lab only", current: side === "internal" },
              ]}
            />
          </div>
        )}
        {open && (
          <PeopleSheet thread={open.thread} me={me} mayRemove={isLab} base={isLab ? "/messages" : "/portal/messages"} />
        )}
      </div>
      <div className="flex h-[calc(100dvh-19rem)] min-h-96 max-md:h-[calc(100dvh-22.5rem)] max-md:min-h-80 overflow-hidden rounded-lg border">
        <Thread
          key={side}
          me={me}
          id={open?.thread.id ?? null}
          begins={{ caseId, side }}
          topics={open?.thread.topics ?? []}
          first={open?.messages ?? NOTHING}
          mayAttach={may(actor, "files.upload")}
          hint={hintOf(side, isLab ? practice : actor.lab.name)}
        />
      </div>
    </div>
  );
}

const hintOf = (side: CaseSide, other: string) =>
  side === "internal" ? "Only the lab’s people see what is written here." : `What you write here reaches ${other}.`;
