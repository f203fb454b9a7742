// eleventy-img's side of the photographs: every JPEG of a folder, on as many processors as there are.
// node photographs.mjs FOLDER OUTPUT WIDTHS FALLBACK
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Image from "@11ty/eleventy-img";

const [folder, outputDir, widths, fallback] = process.argv.slice(2);
Image.concurrency = availableParallelism();
// Nothing is kept from one run to the next: it is the work that is timed.
const shared = { outputDir, useCache: false };
const photographs = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
const made = photographs.map(async (name) => {
  const file = join(folder, name);
  await Image(file, { ...shared, formats: ["webp"], widths: JSON.parse(widths) });
  await Image(file, { ...shared, formats: ["jpeg"], widths: JSON.parse(fallback) });
});
await Promise.all(made);
