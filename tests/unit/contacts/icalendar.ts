/** A property of an iCalendar component: `DTSTART;TZID=Europe/Rome:20261126T090000`. */
interface Property {
  parameters: Record<string, string>;
  value: string;
}

/** A component with its properties by name. The last one wins when a name is repeated. */
export interface Component {
  name: string;
  properties: Record<string, Property>;
  components: Component[];
}

/**
 * Parses an iCalendar object (RFC 5545). Quoted parameters with `:` or `;` are not supported.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */
export function parseCalendar(text: string): Component {
  const root: Component = { name: "", properties: {}, components: [] };
  const open = [root];
  for (const line of text.replaceAll("\r\n ", "").trimEnd().split("\r\n")) {
    const { name, property } = parseLine(line);
    if (name === "BEGIN") {
      const component: Component = { name: property.value, properties: {}, components: [] };
      open.at(-1)?.components.push(component);
      open.push(component);
    } else if (name === "END") {
      const ended = open.pop();
      if (ended?.name !== property.value) throw new Error(`END:${property.value} ends ${ended?.name}`);
    } else {
      const current = open.at(-1);
      if (current) current.properties[name] = property;
    }
  }
  const [calendar] = root.components;
  if (!calendar || open.length > 1) throw new Error("The calendar does not end");
  return calendar;
}

/** Parses parameters or a recurrence rule, such as `FREQ=WEEKLY;BYDAY=TU`. */
export function parseRule(value: string): Record<string, string> {
  return Object.fromEntries(
    value.split(";").map((part) => {
      const [name = "", parameter = ""] = part.split("=");
      return [name, parameter];
    }),
  );
}

function parseLine(line: string): { name: string; property: Property } {
  const [, head = "", value = ""] = /^([^:]*):(.*)$/.exec(line) ?? [];
  const [name = "", ...parameters] = head.split(";");
  return { name, property: { parameters: parseRule(parameters.join(";")), value } };
}
