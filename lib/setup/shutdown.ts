type Stop = () => Promise<void>;

/**
 * What runs and must be stopped, in the order it was started. Signals and failures stop everything in reverse, so that
 * PostgreSQL goes last.
 */
class Shutdown {
  private running: Stop[] = [];
  private begun: Promise<never> | undefined;

  /** Remembers how to stop something; the answer forgets it again. */
  add(stop: Stop): () => void {
    this.running.push(stop);
    return () => {
      this.running = this.running.filter((other) => other !== stop);
    };
  }

  /** Stops everything and ends the process; further calls wait for the first. */
  exit(code: number): Promise<never> {
    this.begun ??= this.stopAll().then(() => process.exit(code));
    return this.begun;
  }

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  private async stopAll(): Promise<void> {
    for (const stop of [...this.running].reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(error);
      }
    }
  }
}

export const shutdown = new Shutdown();

/** Ctrl-C, a service manager's SIGTERM and a closed terminal stop everything; `code` answers how to end then. */
export function stopOnSignals(code: (signal: NodeJS.Signals) => number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!shutdown.hasBegun) void shutdown.exit(code(signal));
    });
  }
}
