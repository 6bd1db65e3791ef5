/** The six meanings a colour may carry. Always shown with a word or a shape as well. */
export type Tone = "neutral" | "info" | "progress" | "success" | "warning" | "danger";

export const TONES: readonly Tone[] = ["neutral", "info", "progress", "success", "warning", "danger"];

/** Text, background and border classes of a tone. */
export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral-bg text-neutral-text border-neutral-line",
  info: "bg-info-bg text-info-text border-info-line",
  progress: "bg-progress-bg text-progress-text border-progress-line",
  success: "bg-success-bg text-success-text border-success-line",
  warning: "bg-warning-bg text-warning-text border-warning-line",
  danger: "bg-danger-bg text-danger-text border-danger-line",
};

/** Solid colour of a tone, for marks, bars and dots next to text. */
export const toneMark: Record<Tone, string> = {
  neutral: "bg-neutral-mark",
  info: "bg-info-mark",
  progress: "bg-progress-mark",
  success: "bg-success-mark",
  warning: "bg-warning-mark",
  danger: "bg-danger-mark",
};

/** Text colour of a tone on the page or a card. */
export const toneText: Record<Tone, string> = {
  neutral: "text-muted",
  info: "text-info-text",
  progress: "text-progress-text",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
};
