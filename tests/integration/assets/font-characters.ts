const FORMAT_4 = 4;

/**
 * Lists the code points that a TrueType font has a glyph for, from its format 4 character map
 * (Basic Multilingual Plane).
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function fontCharacters(font: Buffer): Set<number> {
  const map = tableOffset(font, "cmap");
  const subtables = Array.from(
    { length: font.readUInt16BE(map + 2) },
    (_, index) => map + font.readUInt32BE(map + 4 + index * 8 + 4),
  );
  const subtable = subtables.find((offset) => font.readUInt16BE(offset) === FORMAT_4);
  if (subtable === undefined) throw new Error("The font has no character map of format 4");
  return readSegments(font, subtable);
}

function tableOffset(font: Buffer, tag: string): number {
  for (let record = 12; record < 12 + font.readUInt16BE(4) * 16; record += 16) {
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${tag}`);
}

function readSegments(font: Buffer, subtable: number): Set<number> {
  const size = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + size + 2;
  const characters = new Set<number>();
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.readUInt16BE(ends + segment);
    // The last segment, 0xFFFF, only closes the table.
    for (let code = font.readUInt16BE(starts + segment); code <= end && code !== 0xffff; code += 1) {
      if (glyphOf(font, starts + size + segment, size, code, font.readUInt16BE(starts + segment)) !== 0)
        characters.add(code);
    }
  }
  return characters;
}

/** @param deltas the offset of the segment's delta; its range offset is `size` bytes further */
function glyphOf(font: Buffer, deltas: number, size: number, code: number, start: number): number {
  const delta = font.readUInt16BE(deltas);
  const range = font.readUInt16BE(deltas + size);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = font.readUInt16BE(deltas + size + range + (code - start) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
