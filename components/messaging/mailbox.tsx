import { MessagesSquare } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { type Actor, may } from "@/lib/access/actor";
import type { ConversationLine } from "@/lib/messaging/list";
import type { MessagesView, ThreadView } from "@/lib/messaging/thread";
import { ConversationList } from "./conversation-list";
import { NewConversation } from "./new-conversation";
import { PeopleSheet } from "./people-sheet";
import { Thread } from "./thread";

export type MailboxData = {
  lines: ConversationLine[];
  hasMore: boolean;
  practices: { id: string; name: string }[] | null;
  open: { thread: ThreadView; messages: MessagesView } | null;
};

type Props = MailboxData & { actor: Actor; base: "/messages" | "/portal/messages" };

/** The conversations and the one that is open: side by side, on a phone one at a time. */
export function Mailbox({ actor, base, lines, hasMore, practices, open }: Props) {
  const me = actor.userId as string;
  const oldest = lines.at(-1)?.id;
  return (
    <div className="flex h-[calc(100dvh-5rem)] min-h-120 flex-col max-md:h-[calc(100dvh-10rem)]">
      {open ? (
        <OpenHeader actor={actor} base={base} thread={open.thread} />
      ) : (
        <PageHeader title="Messages" sticky={false} actions={<NewConversation base={base} practices={practices} />} />
      )}
      <div className="flex min-h-0 flex-1 overflow-hidden rounded-lg border bg-surface">
        <div className={cn("w-full shrink-0 overflow-y-auto md:w-72 md:border-e lg:w-80", open && "max-md:hidden")}>
          {lines.length === 0 ? (
            <EmptyState
              title="No conversations yet"
              hint="Begin one, or write about a case on its page."
              icon={<MessagesSquare aria-hidden />}
            />
          ) : (
            <ConversationList
              lines={lines.map((line) => ({ ...line, at: line.at.toISOString() }))}
              base={base}
              current={open?.thread.id ?? null}
            />
          )}
          {hasMore && oldest && (
            <div className="p-3">
              <LinkButton href={`${base}?after=${oldest}`} size="sm">
                Earlier conversations
              </LinkButton>
            </div>
          )}
        </div>
        {open ? (
          <Thread
            key={open.thread.id}
            me={me}
            id={open.thread.id}
            topics={open.thread.topics}
            first={open.messages}
            mayAttach={may(actor, "files.upload")}
            hint="Write the first message."
          />
        ) : (
          <div className="flex flex-1 items-center justify-center bg-canvas max-md:hidden">
            <EmptyState
              title="Choose a conversation"
              hint="Or begin a new one."
              icon={<MessagesSquare aria-hidden />}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function OpenHeader({ actor, base, thread }: { actor: Actor; base: Props["base"]; thread: ThreadView }) {
  const me = actor.userId as string;
  const about = thread.case;
  const casePage = about && `${base === "/messages" ? "" : "/portal"}/cases/${about.id}`;
  const subtitle =
    actor.audience === "portal"
      ? thread.people.some(({ isIn, isLab }) => isIn && isLab)
        ? `With ${actor.lab.name}`
        : "Your practice only"
      : (thread.practice?.name ?? "Lab only: no practice sees this");
  return (
    <PageHeader
      breadcrumbs={[{ label: "Messages", href: base }]}
      title={thread.title}
      subtitle={subtitle}
      sticky={false}
      actions={
        <>
          {casePage && <LinkButton href={casePage}>Open the case</LinkButton>}
          <PeopleSheet thread={thread} me={me} mayRemove={actor.audience === "lab"} base={base} />
        </>
      }
    />
  );
}
