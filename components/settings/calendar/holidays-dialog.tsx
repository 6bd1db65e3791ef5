"use client";

import { CalendarPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { UNREACHABLE } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { refusalText, useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { EmptyState, ErrorState, LoadingState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { closeOnHolidays, proposeHolidays } from "@/lib/labs/calendar/holidays/actions";
import type { HolidayProposal, ProposedHoliday } from "@/lib/labs/calendar/holidays/propose-holidays";

/** Offers the public holidays of the lab's country as closing days, to tick. */
export function HolidaysDialog() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Public holidays"
      description="Tick the days on which the lab is shut."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<CalendarPlus />}>Public holidays</Button>}
    >
      <Holidays onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function Holidays({ onDone }: { onDone: () => void }) {
  const [proposal, setProposal] = useState<HolidayProposal>();
  const [wrong, setWrong] = useState<string>();
  const ask = useCallback(async (region?: string | null) => {
    setWrong(undefined);
    try {
      const found = await proposeHolidays(region === undefined ? {} : { region });
      if (found.ok) setProposal(found.data);
      else setWrong(refusalText(found));
    } catch {
      setWrong(UNREACHABLE);
    }
  }, []);
  useEffect(() => {
    void ask();
  }, [ask]);
  if (wrong) return <ErrorState message={wrong} retry={() => void ask(proposal?.region)} />;
  if (!proposal) return <LoadingState rows={8} />;
  const { country, region, regions, days } = proposal;
  return (
    <div className="flex flex-col gap-4">
      {regions.length > 0 && (
        <Field label="Part of the country" hint="Some parts keep days of their own.">
          <Select
            value={region ?? ""}
            onChange={(event) => void ask(event.target.value || null)}
            placeholder={`${country} as a whole`}
            options={regions}
          />
        </Field>
      )}
      {days.length === 0 ? (
        <EmptyState
          title={`No public holidays are known of ${country}`}
          hint="Type the lab's closing days by hand, or change the country under The lab."
        />
      ) : (
        <HolidayList key={region} region={region} days={days} onDone={onDone} />
      )}
      <p className="text-xs text-muted">
        From the open calendars of date-holidays (CC BY 3.0). Look them through: a place may keep others.
      </p>
    </div>
  );
}

type ListProps = { region: string | null; days: ProposedHoliday[]; onDone: () => void };

function HolidayList({ region, days, onDone }: ListProps) {
  const router = useRouter();
  const close = useAction(closeOnHolidays, {
    onSuccess: ({ added }) => {
      toast.success(added === 1 ? "1 closing day added" : `${added} closing days added`);
      router.refresh();
      onDone();
    },
  });
  const free = days.filter(({ closed }) => closed === null);
  const [ticked, setTicked] = useState(() => new Set(free.filter(({ works }) => works).map(({ day }) => day)));
  const tick = (day: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, day] : [...before].filter((one) => one !== day)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    close.run({ region, days: [...ticked] });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      <ul aria-label="Public holidays" className="max-h-[50dvh] divide-y overflow-y-auto rounded-md border">
        {days.map(({ day, name, closed, works }) => (
          <li key={day} className="px-3 py-1.5 text-sm">
            <Checkbox
              checked={closed !== null || ticked.has(day)}
              disabled={closed !== null}
              onChange={(event) => tick(day, event.target.checked)}
              label={
                <span className="grid grid-cols-[6.5rem_minmax(0,1fr)] tabular-nums">
                  <DateTime iso={day} format="date" zone="UTC" />
                  <span className="break-words">{name}</span>
                </span>
              }
              hint={standing(closed, works, name)}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button type="submit" variant="primary" loading={close.pending} disabled={ticked.size === 0}>
          {buttonWords(ticked.size, free.length)}
        </Button>
      </div>
    </form>
  );
}

function standing(closed: string | null, works: boolean, name: string): string | null {
  if (closed !== null) return closed === name ? "Closed already" : `Closed already: ${closed}`;
  return works ? null : "No working day of the lab";
}

function buttonWords(ticked: number, free: number): string {
  if (free === 0) return "All of them are closing days";
  return ticked === 1 ? "Close on 1 day" : `Close on ${ticked} days`;
}
