/**
 * Answers a CSV file whose bytes are made while they are read: nothing of its size sits in memory, and the reading goes on only as fast as
 * the reader takes it. `name` is the file's, in plain letters.
 */
export function csvDownload(lines: AsyncGenerator<Uint8Array>, name: string): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
