/** The control that an error is about, and the element beside it that says so. */
export interface ErrorField {
  readonly control: HTMLElement;
  readonly beside: HTMLElement;
}

export interface FormError {
  readonly message: string;
  /** Absent when nothing in the form can be changed about it. */
  readonly field?: ErrorField | undefined;
}

/** Tells errors in a summary, each with a link to its control, and beside the controls. */
export function showErrors(container: HTMLElement, title: string, errors: readonly FormError[]): void {
  const summary = append(container, "div");
  summary.className = "alert alert-danger";
  summary.role = "alert";
  append(summary, "h2", title).className = "h5";
  for (const { message, field } of errors) {
    const line = append(summary, "p");
    if (field) {
      append(line, "a", message).setAttribute("href", `#${field.control.id}`);
      field.beside.textContent = message;
    } else {
      line.textContent = message;
    }
  }
}

function append(parent: HTMLElement, name: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return parent.appendChild(element);
}
