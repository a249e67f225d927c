// node decide.mjs JOB.json ANSWER.json
//
// JOB:    { libraries: [{ name, text, names }], women, engines: { ENGINE: how many of the women }, warmups, repeats }
// ANSWER: { node, translated: ms, engines: { ENGINE: { version, answers, passes: [ms] } } }
//
// `answers` holds a string of 0 and 1 for each woman, in the order of all `names`; `passes` the time of deciding all
// women once. The answer goes to a file because the engine's logger writes on standard output.

import { readFileSync, writeFileSync } from "node:fs";
import { ENGINES, translate } from "./engines.mjs";

const [jobFile, answerFile] = process.argv.slice(2);
const job = JSON.parse(readFileSync(jobFile, "utf8"));
const began = performance.now();
const libraries = job.libraries.map(({ name, text, names }) => translate(name, text, names));
const answer = { node: process.version, translated: performance.now() - began, engines: {} };

for (const [name, many] of Object.entries(job.engines)) {
  const answers = job.women.slice(0, many).map(() => "");
  const passes = Array(job.repeats).fill(0);
  for (const library of libraries) {
    const engine = ENGINES[name](library);
    const women = job.women.slice(0, many).map((woman) => engine.prepare(woman));
    for (let pass = -job.warmups; pass < job.repeats; pass += 1) {
      const decided = [];
      const start = performance.now();
      for (const woman of women) decided.push(await engine.decide(woman));
      const took = performance.now() - start;
      if (pass >= 0) passes[pass] += took;
      if (pass === job.repeats - 1) decided.forEach((told, place) => (answers[place] += [...told].map(bit).join("")));
    }
  }
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
  answer.engines[name] = { version, passes, answers };
}
writeFileSync(answerFile, JSON.stringify(answer));

function bit(answer) {
  const value = typeof answer === "boolean" ? answer : answer?.value;
  if (value === true) return "1";
  if (value === false) return "0";
  throw new Error(`a rail must be true or false, not ${answer}`);
}
