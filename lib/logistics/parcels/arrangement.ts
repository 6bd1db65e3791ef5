/** Items laid out in parcels before they are packed. A parcel without an id is a new one; `active` is where the next item goes. */
export type Arrangement = { parcels: readonly ArrangedParcel[]; active: number };
export type ArrangedParcel = { id: string | null; itemIds: readonly string[] };

export type Move =
  | { do: "put"; itemIds: readonly string[]; parcel?: number }
  | { do: "takeOut"; itemIds: readonly string[] }
  | { do: "addParcel" }
  | { do: "removeParcel"; parcel: number }
  | { do: "choose"; parcel: number };

export const MOST_PARCELS = 20;

/** One empty parcel, or those a shipment has. */
export const arrangementOf = (parcels: readonly ArrangedParcel[] = []): Arrangement => ({
  parcels: parcels.length > 0 ? parcels : [{ id: null, itemIds: [] }],
  active: 0,
});

/** The arrangement after a move: an item is in one parcel at most, and there is always one parcel. What cannot be changes nothing. */
export function arrange(before: Arrangement, move: Move): Arrangement {
  const { parcels, active } = before;
  switch (move.do) {
    case "put": {
      const to = move.parcel ?? active;
      if (to < 0 || to >= parcels.length) return before;
      return {
        active: to,
        parcels: without(parcels, move.itemIds).map((parcel, i) =>
          i === to ? { ...parcel, itemIds: [...parcel.itemIds, ...move.itemIds] } : parcel,
        ),
      };
    }
    case "takeOut":
      return { active, parcels: without(parcels, move.itemIds) };
    case "addParcel":
      if (parcels.length >= MOST_PARCELS) return before;
      return { active: parcels.length, parcels: [...parcels, { id: null, itemIds: [] }] };
    case "removeParcel": {
      const left = parcels.filter((_, i) => i !== move.parcel);
      if (left.length === 0 || left.length === parcels.length) return before;
      return { active: Math.min(active, left.length - 1), parcels: left };
    }
    case "choose":
      return move.parcel >= 0 && move.parcel < parcels.length ? { ...before, active: move.parcel } : before;
  }
}

/** The parcels that have something in them. */
export const filled = ({ parcels }: Arrangement): { id: string | null; itemIds: string[] }[] =>
  parcels.filter(({ itemIds }) => itemIds.length > 0).map(({ id, itemIds }) => ({ id, itemIds: [...itemIds] }));

const without = (parcels: readonly ArrangedParcel[], itemIds: readonly string[]): ArrangedParcel[] =>
  parcels.map((parcel) => ({ ...parcel, itemIds: parcel.itemIds.filter((id) => !itemIds.includes(id)) }));
