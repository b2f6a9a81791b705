// Runs `told` of tests/support/told.py in Python for browsers: node pyodide.mjs FOLDER WHEEL TOLD < cases > answers
// FOLDER holds Pyodide; a case is one JSON line [number, source], and so is each answer, with the seconds it took.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  console.error(error.message); // node would print all of Pyodide's code around it
  process.exit(1);
});
const [folder, wheel, told] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: folder, stdout: () => {}, env: { MPLBACKEND: "agg" } });
await python.loadPackage(["numpy", "matplotlib"], { messageCallback: () => {} });
python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
python.runPython(readFileSync(told, "utf8"));
python.runPython(`
import json, time

def answer(line):
    began = time.monotonic()
    result = told(*json.loads(line))
    return json.dumps({**result, "seconds": time.monotonic() - began})
`);
const answer = python.globals.get("answer");
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(answer(line) + "\n");
}
