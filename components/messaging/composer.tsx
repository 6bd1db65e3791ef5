"use client";

import { Paperclip, SendHorizontal, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { ACCEPTED_EXTENSIONS } from "@/lib/files/formats";
import { MOST_CHARACTERS } from "@/lib/messaging/limits";
import type { AttachmentView, PersonView } from "@/lib/messaging/thread";
import { useMentioning } from "./use-mentioning";

type Props = {
  text: string;
  onText: (text: string) => void;
  /** Whom one can mention. */
  people: readonly PersonView[];
  attached: readonly AttachmentView[];
  uploading: { name: string; share: number } | null;
  /** Null for those who may not add files. */
  onFiles: ((files: File[]) => void) | null;
  onTake: (id: string) => void;
  onSend: () => void;
  /** Says what is being edited, and how to leave that; null while something new is written. */
  editing: { onCancel: () => void } | null;
  /** Arrow up in an empty box. */
  onEditLast: () => void;
};

const isPhone = () => window.matchMedia("(pointer: coarse)").matches;

/** Where a message is written: Enter sends (on a phone it begins a line), Shift+Enter begins a line, Escape leaves, `@` finds people. */
export function Composer(props: Props) {
  const { text, onText, people, attached, uploading, onFiles, onSend, editing } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const mention = useMentioning(people);
  const nothing = text.trim() === "" && attached.length === 0;

  const choose = (name: string) => {
    const el = area.current;
    const put = mention.put(text, el?.selectionStart ?? text.length, name);
    onText(put.text);
    mention.close();
    requestAnimationFrame(() => {
      el?.focus();
      el?.setSelectionRange(put.caret, put.caret);
    });
  };

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = mention.fitting[mention.marked];
    if (chosen && ["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key)) {
      event.preventDefault();
      if (event.key === "ArrowDown") mention.move(1);
      else if (event.key === "ArrowUp") mention.move(-1);
      else if (event.key === "Escape") mention.close();
      else choose(chosen.name);
    } else if (event.key === "Enter" && !event.shiftKey && !isPhone()) {
      event.preventDefault();
      if (!nothing) onSend();
    } else if (event.key === "Escape") {
      if (editing) editing.onCancel();
      else area.current?.blur();
    } else if (event.key === "ArrowUp" && text === "" && !editing) {
      event.preventDefault();
      props.onEditLast();
    }
  };

  return (
    <div className="relative border-t bg-surface p-2">
      {mention.fitting.length > 0 && (
        <div
          id="mention-people"
          role="listbox"
          aria-label="People to mention"
          className="absolute inset-x-2 bottom-full mb-1 max-w-80 overflow-hidden rounded-lg border bg-raised p-1 shadow-high"
        >
          {mention.fitting.map(({ userId, name, isLab }, position) => (
            <div
              key={userId}
              id={`mention-${userId}`}
              role="option"
              tabIndex={-1}
              aria-selected={position === mention.marked}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(name);
              }}
              className={cn(
                "flex min-h-control cursor-pointer items-center gap-2 rounded-md px-2 text-sm",
                position === mention.marked && "bg-hover",
              )}
            >
              {name}
              <span className="ml-auto text-xs text-muted">{isLab ? "Lab" : "Practice"}</span>
            </div>
          ))}
        </div>
      )}
      {editing && (
        <div className="mb-1.5 flex items-center gap-2 px-1 text-xs text-muted">
          Editing a message
          <IconButton label="Stop editing" size="sm" icon={<X aria-hidden />} onClick={editing.onCancel} />
        </div>
      )}
      {(attached.length > 0 || uploading) && (
        <ul className="mb-1.5 flex flex-wrap gap-1.5">
          {attached.map(({ id, name }) => (
            <li key={id} className="flex max-w-full items-center gap-1 rounded-md border bg-sunken ps-2 text-xs">
              <span className="truncate">{name}</span>
              <IconButton
                label={`Leave out ${name}`}
                size="sm"
                icon={<X aria-hidden />}
                onClick={() => props.onTake(id)}
              />
            </li>
          ))}
          {uploading && (
            <li className="w-48 text-xs text-muted">
              <span className="block truncate">{uploading.name}</span>
              <Progress label={`Sending ${uploading.name}`} value={uploading.share * 100} />
            </li>
          )}
        </ul>
      )}
      <div className="flex items-end gap-1.5">
        {onFiles && !editing && (
          <>
            <input
              ref={files}
              type="file"
              multiple
              hidden
              aria-label="Files to send along"
              accept={ACCEPTED_EXTENSIONS.join(",")}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                event.target.value = "";
                onFiles(chosen);
              }}
            />
            <IconButton label="Add files" icon={<Paperclip aria-hidden />} onClick={() => files.current?.click()} />
          </>
        )}
        <textarea
          ref={area}
          value={text}
          rows={1}
          maxLength={MOST_CHARACTERS}
          aria-label={editing ? "Edited message" : "Message"}
          placeholder="Write a message"
          aria-controls={mention.fitting.length > 0 ? "mention-people" : undefined}
          aria-autocomplete="list"
          aria-activedescendant={
            mention.fitting[mention.marked] && `mention-${mention.fitting[mention.marked]?.userId}`
          }
          onChange={(event) => {
            onText(event.target.value);
            mention.look(event.target.value, event.target.selectionStart);
          }}
          onKeyDown={pressed}
          onBlur={mention.close}
          onPaste={(event) => {
            const pasted = [...event.clipboardData.files];
            if (pasted.length > 0 && onFiles) {
              event.preventDefault();
              onFiles(pasted);
            }
          }}
          className="control field-sizing-content max-h-40 min-h-control flex-1 resize-none py-1.5"
        />
        <IconButton
          label={editing ? "Save the change" : "Send"}
          variant="primary"
          icon={<SendHorizontal aria-hidden />}
          disabled={nothing || uploading !== null}
          onClick={onSend}
        />
      </div>
    </div>
  );
}
