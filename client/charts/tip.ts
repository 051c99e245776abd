/**
 * What a chart says of the thing under the pointer. It is built of elements, not of markup: names come from data, and the page's
 * policy allows no inline styles.
 */
export type TipRow = { mark?: string; label: string; value: string };

export function tip(title: string, rows: readonly TipRow[], note?: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "chart-tip";
  box.append(element("b", title));
  for (const { mark, label, value } of rows) {
    const row = element("p", "");
    const swatch = element("i", "");
    if (mark) swatch.style.background = mark;
    row.append(swatch, element("span", label), element("span", value));
    box.append(row);
  }
  if (note) box.append(element("small", note));
  return box;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
