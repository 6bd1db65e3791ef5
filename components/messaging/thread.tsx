"use client";

import { MessagesSquare } from "lucide-react";
import { useRef, useState } from "react";
import { refusalText, useAction } from "@/components/forms/use-action";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import { editMessage, openCaseConversation, removeMessage } from "@/lib/messaging/actions";
import { CHANGE_MINUTES } from "@/lib/messaging/limits";
import type { CaseSide } from "@/lib/messaging/schema";
import type { MessagesView, MessageView } from "@/lib/messaging/thread";
import { Composer } from "./composer";
import { MessageList } from "./message-list";
import { useAttaching } from "./use-attaching";
import { useDraft } from "./use-draft";
import { mentionedIn } from "./use-mentioning";
import { useMessages } from "./use-messages";
import { useReading } from "./use-reading";
import { useSending } from "./use-sending";

type ThreadProps = {
  me: string;
  /** Null while nobody has begun the conversation of a case, which `begins` then names. */
  id: string | null;
  begins?: { caseId: string; side: CaseSide };
  topics: readonly string[];
  first: MessagesView;
  mayAttach: boolean;
  /** What an empty conversation says. */
  hint: string;
};

/** A conversation: what was said, live, and where to write. */
export function Thread({ me, id: known, begins, topics, first, mayAttach, hint }: ThreadProps) {
  const [begun, setBegun] = useState<string | null>(null);
  const id = known ?? begun;
  const live = id ? [...topics, `conversation:${id}`] : topics;
  const { messages, people, lastPosition, catchUp, ...older } = useMessages(id, live, first);
  const beginning = useRef<Promise<string | null> | null>(null);
  const begin = async (): Promise<string | null> => {
    if (id || !begins) return id;
    beginning.current ??= openCaseConversation(begins).then((answer) => {
      beginning.current = null;
      if (!answer.ok) toast.error(refusalText(answer));
      else setBegun(answer.data.id);
      return answer.ok ? answer.data.id : null;
    });
    return beginning.current;
  };

  const [draft, setDraft] = useDraft(known ?? (begins ? `${begins.caseId}:${begins.side}` : "new"));
  const [editing, setEditing] = useState<{ message: MessageView; text: string } | null>(null);
  const sending = useSending(begin, messages, catchUp);
  const attaching = useAttaching(begin);
  const mine = people.find(({ userId }) => userId === me);
  const [readBefore] = useState(mine ? mine.readPosition : lastPosition);
  useReading(id, lastPosition, mine?.readPosition ?? 0);
  const saving = useAction(editMessage, { onSuccess: () => void catchUp() });
  const removing = useAction(removeMessage, { onSuccess: () => void catchUp() });
  const others = people.filter(({ userId, isIn }) => userId !== me && isIn);

  const send = () => {
    if (editing) {
      if (editing.text.trim() !== "" && editing.text !== editing.message.body)
        saving.run({ messageId: editing.message.id, body: editing.text });
      setEditing(null);
      return;
    }
    const body = draft.trim();
    sending.send({ body, mentions: mentionedIn(body, others), attachments: attaching.attached });
    setDraft("");
    attaching.clear();
  };
  const startEditing = (message: MessageView | undefined) => message && setEditing({ message, text: message.body });
  const attach = mayAttach ? (files: File[]) => void attaching.attach(files) : null;

  return (
    <section
      aria-label="Conversation"
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas"
      onDragOver={(event) => attach && event.preventDefault()}
      onDrop={(event) => {
        if (!attach || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        attach([...event.dataTransfer.files]);
      }}
    >
      <MessageList
        me={me}
        messages={messages}
        pending={sending.pending}
        people={people}
        readBefore={readBefore}
        hasOlder={older.hasOlder}
        loadingOlder={older.loadingOlder}
        onOlder={() => void older.loadOlder()}
        onEdit={startEditing}
        onRemove={({ id: messageId }) => removing.run({ messageId })}
        onRetry={sending.retry}
        onDrop={sending.drop}
        empty={<EmptyState title="Nothing said yet" hint={hint} icon={<MessagesSquare aria-hidden />} />}
      />
      <Composer
        text={editing ? editing.text : draft}
        onText={(text) => (editing ? setEditing({ ...editing, text }) : setDraft(text))}
        people={others}
        attached={editing ? [] : attaching.attached}
        uploading={attaching.sending}
        onFiles={attach}
        onTake={attaching.take}
        onSend={send}
        editing={editing && { onCancel: () => setEditing(null) }}
        onEditLast={() => startEditing(lastOwn(messages, me))}
      />
    </section>
  );
}

const lastOwn = (messages: readonly MessageView[], me: string) =>
  messages.findLast(
    ({ authorId, event, isRemoved, at }) =>
      authorId === me && !event && !isRemoved && Date.now() - Date.parse(at) < CHANGE_MINUTES * 60_000,
  );
