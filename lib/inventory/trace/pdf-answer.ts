/** A PDF as a browser shows it, kept by nobody on the way. */
export const pdfAnswer = ({ name, pdf }: { name: string; pdf: Buffer }): Response =>
  new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
