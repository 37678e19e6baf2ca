import { html, raw } from "hono/html";
import type { Config, TopLevelSpec } from "vega-lite";
import type { Html } from "./document.ts";

/** A chart with what it says and the numbers that it is made of. */
export interface Chart {
  /** Unique on its page. */
  id: string;
  /** What the chart shows, as a sentence. It is the chart's name too. */
  title: string;
  /** How to read its marks. */
  legend: string;
  spec: TopLevelSpec;
  /** The same numbers, for whoever does not see the chart or wants to know exactly. */
  table: Html;
}

/** A chart's width in pixels. It grows to 28rem, so that its words are as large as other words. */
export const CHART_WIDTH = 360;

const FONT_SIZE = 14;

/** One colour, that of the text: only shapes and words tell things apart. */
const COLOR = "currentColor";

const CONFIG: Config = {
  aria: false,
  background: "transparent",
  font: "Titillium Web, system-ui, sans-serif",
  view: { stroke: null },
  axis: {
    labelColor: COLOR,
    labelFontSize: FONT_SIZE,
    titleColor: COLOR,
    titleFontSize: FONT_SIZE,
    titleFontWeight: "normal",
    domainColor: COLOR,
    tickColor: COLOR,
    gridColor: COLOR,
    gridOpacity: 0.2,
  },
  mark: { color: COLOR, aria: false },
  rule: { color: COLOR },
  text: { color: COLOR, fontSize: FONT_SIZE },
};

/** A figure with the chart, what it says, how to read it, and its table. */
export async function chartFigure({ id, title, legend, spec, table }: Chart): Promise<Html> {
  return html`<figure class="report-chart">
    <figcaption id="${id}">${title}</figcaption>
    ${raw(await drawChart(spec, id))}
    <p class="report-legend">${legend}</p>
    ${table}
  </figure>`;
}

/**
 * Draws a chart as SVG that takes the colour and the width of where it stands. The library is
 * loaded with the first chart, because a server that nobody asks for a report does not need it.
 * @param title the id of the element that says what the chart shows
 */
async function drawChart(spec: TopLevelSpec, title: string): Promise<string> {
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const view = new View(parse(compile({ ...spec, config: CONFIG }).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const [, viewBox = "", contents = ""] = /^<svg[^>]* viewBox="([^"]*)"[^>]*>(.*)$/s.exec(svg) ?? [];
  return `<svg viewBox="${viewBox}" role="img" aria-labelledby="${title}">${contents}`;
}
