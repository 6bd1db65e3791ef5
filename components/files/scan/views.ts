/** From where a model is looked at, as directions from it to the eye. The patient's left is +x, up is +z, the face is −y. */
export const VIEWS = {
  front: { label: "Front", key: "1", from: [0, -1, 0] },
  back: { label: "Back", key: "2", from: [0, 1, 0] },
  left: { label: "Left", key: "3", from: [1, 0, 0] },
  right: { label: "Right", key: "4", from: [-1, 0, 0] },
  top: { label: "Top", key: "5", from: [0, -0.0001, 1] },
  bottom: { label: "Bottom", key: "6", from: [0, -0.0001, -1] },
} as const;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** Obliquely from the front and above: how a model first shows. */
export const FIRST_VIEW = [0.35, -1, 0.75] as const;
