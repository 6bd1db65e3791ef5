import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { blankedOut } from "./log";

test("a database's error is logged without the row it quotes", () => {
  const written: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const log = pino({ redact: blankedOut }, to);
  const thrown = Object.assign(new Error('null value in column "name"'), {
    code: "23502",
    detail: "Failing row contains (1, Ada Example, 1970-01-01).",
    where: "unnamed portal parameter $1 = 'Ada Example'",
  });

  log.error({ err: thrown }, "action failed");

  expect(written.join("")).toContain("23502");
  expect(written.join("")).not.toContain("Ada Example");
});
