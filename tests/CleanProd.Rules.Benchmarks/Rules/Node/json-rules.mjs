// json-rules-engine: one engine with all rules, run per enterprise as its documentation shows; lists are asked through operators of its own.
import { Engine } from 'json-rules-engine';
import fs from 'node:fs';

const [rounds, runs] = process.argv.slice(2).map(Number);
const facts = JSON.parse(fs.readFileSync(new URL('./facts.json', import.meta.url)));
const engine = new Engine();
engine.addOperator('anyExceeds', (list, count) => list.some(m => m.exceedanceCount > count));
engine.addOperator('anyOverQuota', (list, key) => list.some(d => d.isKeyPollutant === key && d.discharged > d.quota));
engine.addOperator('anyOverLimit', (list, over) => list.some(e => e.unitConsumption > e.limit) === over);
engine.addOperator('anyLimited', (list, limited) => list.some(e => e.hasLimit) === limited);
engine.addOperator('anyToxic', (list, above) => list.some(s => s.toxicClass > above));
engine.addOperator('anyOther', (list, other) => list.some(s => s.otherList) === other);
engine.addOperator('anyOwed', (list, months) => list.some(a => a.mandatory && ((!a.filed && a.monthsSinceListed >= months) || a.failed) && a.monthsSinceAccepted > a.monthsSinceListed));
const is = (fact, operator, value) => ({ fact, operator, value });
const rules = {
  G1a: { all: [is('monitoring', 'anyExceeds', 0)] },
  G1b: { all: [is('discharges', 'anyOverQuota', true)] },
  G2: { any: [is('energy', 'anyOverLimit', true), { all: [is('energy', 'anyLimited', false), is('energyOverLimit', 'equal', 'true')] }] },
  G3: { any: [is('substances', 'anyToxic', 0), { all: [{ any: [is('class5Recorded', 'equal', true), is('substances', 'anyOther', true)] }, is('class5', 'equal', 'true')] }] },
  R1: { all: [is('audits', 'anyOwed', 12)] },
};
const names = Object.keys(rules);
for (const name of names) engine.addRule({ conditions: rules[name], event: { type: name } });

async function run(times) {
  const yes = names.map(() => 0);
  for (let round = 0; round < times; round++)
    for (const enterprise of facts)
      for (const event of (await engine.run(enterprise)).events) yes[names.indexOf(event.type)]++;
  return yes;
}

await run(Math.min(rounds, 5));
const ms = [];
let yes;
for (let i = 0; i < runs; i++) {
  const start = performance.now();
  yes = await run(rounds);
  ms.push(performance.now() - start);
}
console.log(JSON.stringify({ ms, yes }));
