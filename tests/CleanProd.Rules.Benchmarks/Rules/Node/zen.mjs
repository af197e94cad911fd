// GoRules ZEN: one decision with one expression node, evaluated per enterprise as its documentation shows.
import { ZenEngine } from '@gorules/zen-engine';
import fs from 'node:fs';

const [rounds, runs] = process.argv.slice(2).map(Number);
const facts = JSON.parse(fs.readFileSync(new URL('./facts.json', import.meta.url)));
const rules = {
  G1a: 'some(monitoring, #.exceedanceCount > 0)',
  G1b: 'some(discharges, #.isKeyPollutant and #.discharged > #.quota)',
  G2: 'some(energy, #.unitConsumption > #.limit) or (not(some(energy, #.hasLimit)) and energyOverLimit == "true")',
  G3: 'some(substances, #.toxicClass > 0) or ((class5Recorded or some(substances, #.otherList)) and class5 == "true")',
  R1: 'some(audits, #.mandatory and ((not(#.filed) and #.monthsSinceListed >= 12) or #.failed) and #.monthsSinceAccepted > #.monthsSinceListed)',
};
const names = Object.keys(rules);
const engine = new ZenEngine();
const decision = engine.createDecision({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'rules', name: 'rules', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions: names.map(n => ({ id: n, key: n, value: rules[n] })) } },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
    { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
  ],
});

async function run(times) {
  const yes = names.map(() => 0);
  for (let round = 0; round < times; round++)
    for (const enterprise of facts) {
      const { result } = await decision.evaluate(enterprise);
      names.forEach((n, i) => { if (result[n] === true) yes[i]++; });
    }
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
engine.dispose();
