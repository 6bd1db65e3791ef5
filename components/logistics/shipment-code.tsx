import { toSVG } from "bwip-js/node";

/** A shipment's number as a DataMatrix code, about 2 cm wide on paper. Drawn on the server. */
export function ShipmentCode({ number }: { number: string }) {
  const svg = toSVG({ bcid: "datamatrix", text: number, scale: 3, paddingwidth: 2, paddingheight: 2 });
  return (
    // biome-ignore lint/performance/noImgElement: drawn inline, there is nothing to optimise
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={`Code of ${number}`}
      width={80}
      height={80}
      className="size-20 rounded-sm bg-[#fff] p-1 [image-rendering:pixelated]"
    />
  );
}
