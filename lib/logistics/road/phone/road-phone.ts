import type { Answer } from "../answered";
import type { Day } from "../day";
import { reduceDay } from "../reduce-day";
import type { RoadCommand } from "../schema";
import { type Keeping, type KeptPhoto, memoryKeeping, type Queued, type Refused } from "./keeping";
import { type LabLine, NotTaken, SignedOut } from "./lab-line";

export type PhoneState = {
  /** The day with everything that is still to be sent laid over it. */
  day: Day;
  toSend: number;
  refused: Refused[];
  /** `sent` all is with the lab, `sending`, `waiting` out of reach, `signed_out` until the driver signs in again. */
  line: "sent" | "sending" | "waiting" | "signed_out";
  /** Nothing outlives a restart: the browser gives no storage. */
  forgetful: boolean;
};

const AT_ONCE = 20;

/**
 * A driver's day on the phone: what they do counts here at once, is kept, and is reported to the lab in order as soon as it can be reached. A
 * command leaves the queue only with the lab's answer, so a crash in the middle sends it again, which counts once.
 */
export class RoadPhone {
  private day: Day;
  private queue: Queued[] = [];
  private refused: Refused[] = [];
  private phoneId = "";
  private line: PhoneState["line"] = "sent";
  private running: Promise<void> | null = null;
  private watchers = new Set<() => void>();
  private shown: PhoneState;

  constructor(
    private readonly userId: string,
    day: Day,
    private keeping: Keeping,
    private readonly lab: LabLine,
    /** The given keeping outlives no restart. */
    private forgetful = false,
  ) {
    this.day = day;
    this.shown = this.now();
  }

  state = (): PhoneState => this.shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Reads what is kept. The newer of the kept day and the given one counts. */
  async open(): Promise<void> {
    const kept = await this.keeping.open(this.userId).catch(() => this.loseKeeping());
    this.phoneId = kept.phoneId;
    this.queue = kept.queue;
    this.refused = kept.refused;
    if (kept.day && kept.day.asOf > this.day.asOf) this.day = kept.day;
    else
      await this.keeping
        .settle(this.userId, { day: this.day, answered: [], refused: [] })
        .catch(() => this.loseKeeping());
    this.line = this.queue.length > 0 ? "waiting" : "sent";
    this.tell();
  }

  /** Does a command here and keeps it to be reported. Rejects when the phone cannot keep its photos. */
  async act(command: RoadCommand, photos: readonly KeptPhoto[] = []): Promise<void> {
    const place = await this.keeping.add(this.userId, command, photos).catch(async (error: unknown) => {
      if (photos.length > 0) throw error;
      await this.loseKeeping();
      return this.keeping.add(this.userId, command, photos);
    });
    this.queue = [...this.queue, { place, command }];
    if (this.line === "sent") this.line = "waiting";
    this.tell();
  }

  /** Reports what waits, else asks for the day as it is. Only one runs at a time; answers whether everything is with the lab. */
  async sync(): Promise<boolean> {
    this.running ??= this.exchange().finally(() => {
      this.running = null;
    });
    await this.running;
    return this.line === "sent";
  }

  async read(id: string): Promise<void> {
    this.refused = this.refused.filter((one) => one.id !== id);
    this.tell();
    await this.keeping.forgetRefused(id).catch(() => {});
  }

  private async exchange(): Promise<void> {
    try {
      if (this.queue.length === 0) await this.settle(await this.lab.day(), [], []);
      for (let most = AT_ONCE; this.queue.length > 0; ) {
        this.line = "sending";
        this.tell();
        most = await this.report(this.queue.slice(0, most));
      }
      this.line = "sent";
    } catch (error) {
      this.line = error instanceof SignedOut ? "signed_out" : "waiting";
    }
    this.tell();
  }

  /** Reports a batch; answers how many to send at once from now on. */
  private async report(batch: readonly Queued[]): Promise<number> {
    const commands = batch.map((one) => one.command);
    await this.sendPhotos(commands);
    try {
      const { answers, day } = await this.lab.report(this.phoneId, commands, this.userId);
      const answered = batch.filter((_, i) => answers[i] && answers[i].outcome !== "failed");
      const refused = batch.flatMap((one, i) =>
        answers[i]?.outcome === "refused" ? noteOf(this.day, one, answers[i]) : [],
      );
      await this.settle(day, answered, refused);
      if (answered.length < batch.length) throw new Error(answers.at(-1)?.words);
      return AT_ONCE;
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      if (batch.length > 1) return Math.floor(batch.length / 2);
      const [one] = batch as [Queued];
      await this.settle(null, batch, [noteOf(this.day, one, { id: null, outcome: "refused", words: error.message })]);
      return AT_ONCE;
    }
  }

  /** Photos go before the command that names them; one that the lab will never take is let go, and the command decides. */
  private async sendPhotos(commands: readonly RoadCommand[]): Promise<void> {
    const ids = commands.flatMap((command) => ("photoIds" in command ? command.photoIds : []));
    for (const photo of await this.keeping.photos(ids)) {
      await this.lab.photo(photo, this.userId).catch((error: unknown) => {
        if (!(error instanceof NotTaken)) throw error;
      });
      await this.keeping.dropPhoto(photo.id);
    }
  }

  private async settle(day: Day | null, answered: readonly Queued[], refused: readonly Refused[]): Promise<void> {
    if (day && day.userId !== this.userId) throw new SignedOut();
    const places = answered.map((one) => one.place);
    await this.keeping.settle(this.userId, { day, answered: places, refused }).catch(() => this.loseKeeping());
    this.day = day ?? this.day;
    this.queue = this.queue.filter((one) => !places.includes(one.place));
    this.refused = [...this.refused.filter((one) => refused.every(({ id }) => id !== one.id)), ...refused];
    this.tell();
  }

  /** Goes on in memory alone, and says so. */
  private async loseKeeping() {
    this.forgetful = true;
    this.keeping = memoryKeeping();
    for (const { command } of this.queue) await this.keeping.add(this.userId, command, []);
    const kept = await this.keeping.open(this.userId);
    this.queue = kept.queue;
    this.tell();
    return kept;
  }

  private now(): PhoneState {
    return {
      day: reduceDay(
        this.day,
        this.queue.map((one) => one.command),
      ),
      toSend: this.queue.length,
      refused: this.refused,
      line: this.line,
      forgetful: this.forgetful,
    };
  }

  private tell(): void {
    this.shown = this.now();
    for (const watcher of this.watchers) watcher();
  }
}

function noteOf(day: Day, { command }: Queued, answer: Answer): Refused {
  const stopId = "stopId" in command ? command.stopId : null;
  const stop = day.routes.flatMap((route) => route.stops).find((one) => one.id === stopId);
  const { id, kind, happenedAt } = command;
  return {
    id,
    kind,
    stopId,
    practice: stop?.practice ?? null,
    words: answer.words ?? "The lab did not take this.",
    at: happenedAt,
  };
}
