/** The page of one conversation in the lab's or the practices' part of Casepan. */
export const messagePage = (audience: "lab" | "portal", conversationId: string): string =>
  `${audience === "portal" ? "/portal" : ""}/messages/${conversationId}`;
