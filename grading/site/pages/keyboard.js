// Lets Tab enter the row of buttons above a notebook, which leaves all of them out of the order of Tab. In the row, the
// arrow keys go from button to button.
const LEFT_OUT = 'jp-button[data-command="notebook:run-cell-and-select-next"][tabindex="-1"]';

function letIn() {
  const isInside = document.activeElement?.closest("jp-toolbar"); // then the row itself says where Tab enters
  if (!isInside) document.querySelector(LEFT_OUT)?.setAttribute("tabindex", "0");
}

addEventListener("DOMContentLoaded", () => {
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ["tabindex"] };
  new MutationObserver(letIn).observe(document.body, changes);
});
