"use strict";
// Nothing is computed here: tools look up what stands in the tables, and print opens what is closed.
for (const tool of document.querySelectorAll(".tool")) tool.hidden = false;
for (const range of document.querySelectorAll("input[type=range]")) {
  const output = range.parentElement.querySelector("output");
  const said = new Map(Array.from(range.list.options, (step) => [step.value, step.dataset.said]));
  range.addEventListener("input", () => {
    output.textContent = said.get(range.value);
    range.setAttribute("aria-valuetext", output.textContent);
  });
}
for (const cases of document.querySelectorAll("fieldset")) {
  const output = cases.parentElement.querySelector("output");
  const known = document.getElementById(cases.dataset.known).options;
  const said = new Map(Array.from(known, (one) => [one.value, one.dataset.said]));
  cases.addEventListener("change", () => {
    const picked = Array.from(cases.querySelectorAll(":checked"), (box) => box.value).join(" ");
    output.textContent = said.get(picked) ?? cases.dataset.unknown;
  });
}
let closed = [];
addEventListener("beforeprint", () => {
  closed = Array.from(document.querySelectorAll("details:not([open])"));
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
