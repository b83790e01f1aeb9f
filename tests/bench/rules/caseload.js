// One case by json-rules-engine: an event at a time through the rules, then the rules for what comes next.
import { Engine } from 'json-rules-engine';
import { classes, effects, joined, steps } from './rules.js';

const day = 86400;
const ladder = [['keyworker_query', 'holder'], ['challenge_letter', 'coordinator'], ['supervisors_contact', 'supervisor'],
                ['hold_mdt', 'coordinator'], ['strategic_lead_review', 'strategic_lead'], ['external_route', 'coordinator']];
const needs = ['mental_health', 'substance_use'];

/** Working days and London time, as seconds; the table is made once. */
export function calendar(holidays) {
    const first = Date.UTC(2025, 11, 1) / 1000 / day;
    const last = Date.UTC(2031, 11, 31) / 1000 / day;
    const off = new Set(holidays.map((text) => Date.parse(text) / 1000 / day));
    const working = [];
    const upTo = [];
    for (let d = first; d <= last; ++d) {
        if ((d + 3) % 7 < 5 && !off.has(d)) working.push(d);
        upTo.push(working.length);
    }
    const lastSunday = (year, month) => {
        const end = Date.UTC(year, month, 31) / 1000 / day;
        return end - ((end + 4) % 7);
    };
    const offset = (at) => {
        const year = new Date(at * 1000).getUTCFullYear();
        return at >= lastSunday(year, 2) * day + 3600 && at < lastSunday(year, 9) * day + 3600 ? 3600 : 0;
    };
    return (at, n) => {
        const d = working[upTo[Math.floor((at + offset(at)) / day) - first] + n - 1];
        const five = d * day + 61200;
        return five - offset(five - 3600);
    };
}

const engineOf = (rules) => new Engine(rules, { allowUndefinedFacts: true });

export class Cases {
    constructor(due) {
        this.due = due;
        this.classes = engineOf(classes);
        this.effects = engineOf(effects);
        this.steps = engineOf(steps);
    }

    async run(events, now) {
        this.open();
        for (const event of events) await this.apply(event);
        this.pass(now, true);
        return this.answer(now);
    }

    open() {
        const blank = () => ({ status: 'not_asked', holder: null, worker: null, leg: 'none', service: null, heard: 0,
                               silentFrom: null, silent: false, soft: null, missed: 0, awaits: null, awaitsFrom: 0 });
        this.need = { mental_health: blank(), substance_use: blank() };
        this.challenges = [];
        this.todos = [];
        this.bounces = [];
    }

    isOpen(need) { return need.status === 'present' || need.status === 'possible'; }

    async apply(event) {
        this.at = event.at;
        this.pass(event.at, false);
        const need = event.need ? this.need[event.need] : null;
        let cls = 'none';
        if (event.code) {
            const read = await this.classes.run({ code: event.code });
            cls = read.events[0].type;
            this.bounces.push({ code: event.code, cls, need: event.need, service: event.service });
        }
        const fired = await this.effects.run({ kind: event.kind, what: event.what ?? '', outcome: event.outcome ?? '', cls,
                                               own: need !== null && need.service === event.service });
        for (const { type } of fired.events) this[type](event, need);
        this.pass(event.at, true);
        for (const name of needs) {
            const each = this.need[name];
            if (this.isOpen(each) && !each.holder) Object.assign(each, { holder: 'duty', worker: 'duty-worker' });
        }
    }

    pass(to, including) {
        for (const name of needs) {
            const need = this.need[name];
            const ended = need.silentFrom;
            if (!this.isOpen(need) || need.silent || ended === null) continue;
            if (ended < to || (including && ended === to)) {
                need.silent = true;
                this.bounces.push({ code: joined.slice(0, 2).includes(need.leg) ? 'S03' : 'S02', cls: 'soft', need: name });
            }
        }
    }

    heard(need) {
        const clock = { sent: 2, information_requested: 1, acknowledged: 5, handover_pending: 5 }[need.leg];
        const weeks = { accepted: 4, waiting: 4, started: 8 }[need.leg];
        Object.assign(need, { heard: this.at, soft: null, silent: false,
                              silentFrom: clock ? this.due(this.at, clock) : weeks ? this.at + weeks * 7 * day : null });
    }

    enter(need, leg) {
        need.leg = leg;
        this.heard(need);
    }

    drop(kind, scope) { this.todos = this.todos.filter((todo) => todo.what !== kind || (scope && todo.need !== scope)); }
    add(what, need, due, service) { this.todos.push({ what, need, due, service, from: this.at }); }

    attempt(event, need) {
        if (need.status === 'not_asked') need.status = 'possible';
        if (!need.holder) Object.assign(need, { holder: 'duty', worker: 'duty-worker', duty: true });
        if (need.status !== 'present') this.add('ask_both', 'both', this.due(this.at, 1));
    }

    assessment(event) {
        this.drop('ask_both');
        for (const name of needs) {
            const need = this.need[name];
            need.status = event.found[name];
            if (this.isOpen(need) && (!need.holder || need.duty))
                Object.assign(need, { holder: event.service, worker: event.worker, duty: false });
        }
    }

    referral(event) {
        for (const { need, service } of event.legs) {
            this.need[need].service = service;
            this.need[need].missed = 0;
            this.enter(this.need[need], 'sent');
        }
    }

    challenge(event, need) {
        this.enter(need, 'challenged');
        this.challenges.push({ need: event.need, service: event.service, declined: this.at, rung: 0, opened: this.at, open: true });
    }

    owe_handover(event, need) { this.enter(need, 'handover_pending'); }

    acknowledged(event, need) {
        if (['draft', 'sent', 'acknowledged', 'information_requested'].includes(need.leg)) this.enter(need, event.what);
        else this.heard(need);
    }

    accepted(event, need) {
        this.settle(event);
        this.enter(need, event.what === 'waiting_list' ? 'waiting' : event.what);
        if (event.what === 'started') {
            need.missed = 0;
            this.drop('missed_visit_follow_up', event.need);
        }
        this.acceptBy(event, need);
    }

    acceptBy(event, need) {
        if (event.worker) Object.assign(need, { awaits: null, holder: event.service, worker: event.worker, duty: false });
        else if (need.holder !== event.service) Object.assign(need, { awaits: event.service, awaitsFrom: this.at });
    }

    settle(event) {
        for (const challenge of this.challenges)
            if (challenge.need === event.need && challenge.service === event.service) challenge.open = false;
    }

    missed_visit(event, need) {
        this.heard(need);
        ++need.missed;
        this.add('missed_visit_follow_up', event.need, this.due(this.at, 1), event.service);
    }

    talked(event) {
        for (const name of needs) {
            const need = this.need[name];
            if (need.service !== event.service) continue;
            this.heard(need);
            if (event.outcome !== 'spoke') continue;
            need.missed = 0;
            this.drop('missed_visit_follow_up', name);
        }
        this.todos = this.todos.filter((todo) => todo.what !== 'call_back' || todo.service !== event.service);
    }

    call_back(event) {
        const legs = needs.filter((name) => this.need[name].service === event.service);
        if (event.direction === 'in') for (const name of legs) this.heard(this.need[name]);
        this.add('call_back', legs.length === 1 ? legs[0] : 'both', this.due(this.at, 1), event.service);
    }

    challenge_sent(event) {
        for (const challenge of this.challenges)
            if (challenge.open && challenge.need === event.need && this.rung(challenge, this.at) < 2)
                Object.assign(challenge, { rung: 2, opened: this.at });
    }

    overturned(event, need) {
        this.settle(event);
        if (need.service !== event.service) return;
        this.enter(need, event.accepted ? 'accepted' : 'sent');
        if (event.accepted) this.acceptBy(event, need);
    }

    rungDue(challenge, rung) {
        const due = this.due(challenge.declined, [1, 3, 5, 10, 15, 20][rung]);
        return rung === challenge.rung ? Math.max(due, this.due(challenge.opened, 1)) : due;
    }

    rung(challenge, now) {
        let rung = challenge.rung;
        while (rung < 5 && this.rungDue(challenge, rung) <= now) ++rung;
        return rung;
    }

    async answer(now) {
        const actions = [];
        for (const name of needs) actions.push(...await this.plan(name, now));
        for (const todo of this.todos)
            actions.push({ need: todo.need, what: todo.what, owner: this.need[todo.need === 'both' ? needs[0] : todo.need].worker, due: todo.due });
        actions.sort((a, b) => a.due - b.due || (a.what < b.what ? -1 : 1));
        return { holder: needs.map((name) => `${this.need[name].holder}/${this.need[name].worker}`), actions };
    }

    async plan(name, now) {
        const need = this.need[name];
        const open = this.challenges.filter((challenge) => challenge.open && challenge.need === name);
        const from = need.silent ? Math.min(need.silentFrom, need.soft ?? need.silentFrom) : need.soft;
        const chasing = from !== null;
        const fired = await this.steps.run({ open: this.isOpen(need), leg: need.leg, chasing, challenged: open.length > 0,
                                             escalated: chasing && now >= this.due(from, 11), awaitsName: need.awaits !== null });
        const owner = need.worker;
        const due = {
            make_referral: () => this.due(need.heard, 2), check_reply: () => need.silentFrom,
            waiting_well_contact: () => need.heard + 14 * day, review: () => need.silentFrom,
            chase: () => (now < this.due(from, 1) ? this.due(from, 1) : this.due(from, 6)),
            supervisor_review: () => this.due(from, 11), complete_handover: () => this.due(need.heard, 5),
            name_worker: () => this.due(need.awaitsFrom, 2), ladder: () => this.rungDue(open[0], this.rung(open[0], now)),
        };
        return fired.events.map(({ type }) => {
            const [what, who] = type === 'ladder' ? ladder[this.rung(open[0], now)] : [type, type === 'supervisor_review' ? 'supervisor' : 'holder'];
            return { need: name, what, owner: who === 'holder' ? owner : who, due: due[type]() };
        });
    }
}
