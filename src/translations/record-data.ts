import type { DataTranslation } from "../content-model/translations/data-translations.ts";
import { followsFile } from "../content-model/translations/followed-texts.ts";
import type { SiteSources, SourceFile } from "../content-model/reading/site-sources.ts";

/**
 * Records that words of the data follow the Italian ones as they are, in each language's `follows` file.
 * @returns the sources with these files; one that was not there is added to the site's own data.
 */
export function recordData(sources: SiteSources, chosen: readonly DataTranslation[]): SiteSources {
  const byLanguage = Map.groupBy(chosen, ({ lang }) => lang);
  const records = Array.from(byLanguage, ([lang, own]) => recordFile(sources, lang, own));
  const isReplaced = ({ name }: SourceFile): boolean => records.some((record) => record.name === name);
  return { ...sources, data: [...sources.data.filter((file) => !isReplaced(file)), ...records] };
}

function recordFile(
  { data, dataFolder }: SiteSources,
  lang: string,
  own: readonly DataTranslation[],
): SourceFile {
  const name = followsFile(lang);
  const before = data.find((file) => file.name === name);
  const recorded = own.map(({ folder, source }): [string, Record<string, string>] => [
    folder,
    Object.fromEntries(source.sections.map(({ id, revision }) => [id, revision])),
  ]);
  const record = { ...parsed(before), ...Object.fromEntries(recorded) };
  // Another body's site gets a record of its own: what it follows may be its own Italian words.
  return { name, file: `${dataFolder}/${name}`, bytes: Buffer.from(`${JSON.stringify(record, null, 2)}\n`) };
}

/** What was recorded so far; nothing where that is no JSON, which the checks report. */
function parsed(file: SourceFile | undefined): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(file?.bytes ?? "").toString("utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
