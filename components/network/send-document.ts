type Answer = { ok?: boolean; formError?: string; fieldErrors?: Record<string, string[]> } | null;

/** Sends a document to an application; answers what kept it from being added, or null. `onShare` hears 0 to 1. */
export function sendDocument(
  lab: string,
  token: string,
  file: File,
  onShare: (share: number) => void,
): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onerror = () => resolve("The connection broke off. Please try again.");
    request.onload = () => {
      const answer = request.response as Answer;
      const said = Object.values(answer?.fieldErrors ?? {}).flat()[0] ?? answer?.formError;
      resolve(answer?.ok ? null : (said ?? "The server did not take this file."));
    };
    request.open("PUT", `/apply/${lab}/documents?${new URLSearchParams({ token, name: file.name })}`);
    request.responseType = "json";
    request.send(file);
  });
}
