// node bench.js CASE.json ROUNDS: evaluations a second by json-rules-engine, then its answer, as lines.
import { readFileSync } from 'node:fs';
import { Cases, calendar } from './caseload.js';

const { events, now, holidays } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const rounds = Number(process.argv[3]);
const cases = new Cases(calendar(holidays));
for (let i = 0; i < Math.min(rounds, 20); ++i) await cases.run(events, now);
const began = process.cpuUsage();
let answer;
for (let i = 0; i < rounds; ++i) answer = await cases.run(events, now);
const spent = process.cpuUsage(began);
const seconds = (spent.user + spent.system) / 1e6;
console.log(rounds / seconds);
for (const [i, need] of ['mental_health', 'substance_use'].entries()) console.log(`H ${need} ${answer.holder[i]}`);
for (const action of answer.actions) console.log(`A ${action.need} ${action.what} ${action.owner} ${action.due}`);
