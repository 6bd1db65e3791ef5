import { CircleCheck, CloudOff, LoaderCircle, LogIn, RefreshCw } from "lucide-react";
import type { PhoneState } from "@/lib/logistics/road/phone/road-phone";
import { Button, buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Notice } from "../ui/notice";
import { type Tone, toneClass } from "../ui/tone";

type StateLineProps = { state: PhoneState; build: string; onSend: () => void };

const TONE: Record<PhoneState["line"], Tone> = {
  sent: "success",
  sending: "progress",
  waiting: "warning",
  signed_out: "danger",
};

/** Whether the lab has everything, always in the same place, and what the driver should know about this phone. */
export function StateLine({ state, build, onSend }: StateLineProps) {
  const { line, toSend, forgetful } = state;
  return (
    <>
      <div
        role="status"
        className={cn(
          "flex min-h-12 items-center gap-2.5 rounded-lg border px-3 text-base font-medium",
          toneClass[TONE[line]],
        )}
      >
        {line === "sent" && <CircleCheck aria-hidden className="size-5 shrink-0" />}
        {line === "sending" && <LoaderCircle aria-hidden className="size-5 shrink-0 motion-safe:animate-spin" />}
        {(line === "waiting" || line === "signed_out") && <CloudOff aria-hidden className="size-5 shrink-0" />}
        <span className="flex-1">{words(state)}</span>
        {line === "waiting" && (
          <Button icon={<RefreshCw />} onClick={onSend}>
            Send
          </Button>
        )}
        {line === "signed_out" && (
          <a href="/sign-in" className={buttonClass({})}>
            <LogIn aria-hidden />
            Sign in
          </a>
        )}
      </div>
      {forgetful && (
        <Notice tone="danger" title="This phone keeps nothing">
          Its storage is full, or this is a private window.{" "}
          {toSend > 0 && "What is not sent is lost when the app closes. "}
          Make room, or open Casepan in an ordinary window.
        </Notice>
      )}
      {state.day.build !== build && line === "sent" && (
        <Notice
          tone="info"
          title="There is a new version"
          action={<Button onClick={() => window.location.reload()}>Reload</Button>}
        >
          Nothing is lost by it.
        </Notice>
      )}
    </>
  );
}

function words({ line, toSend }: PhoneState): string {
  switch (line) {
    case "sent":
      return "All sent";
    case "sending":
      return `Sending ${toSend}`;
    case "waiting":
      return toSend > 0 ? `Saved on this phone, ${toSend} to send` : "No connection. The day is on this phone";
    case "signed_out":
      return toSend > 0 ? `You are signed out. ${toSend} saved on this phone` : "You are signed out";
  }
}
