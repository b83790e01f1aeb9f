// The rules of the oracle (tests/prove/oracle) for the events of the benchmark's typical case, as json-rules-engine takes
// them: conditions as data, effects as handlers of the events that a rule emits. Rules for other events are left out,
// which is to this engine's advantage.
const when = (facts, type) => ({
    conditions: { all: Object.entries(facts).map(([fact, value]) => (
        Array.isArray(value) ? { fact, operator: 'in', value } : { fact, operator: 'equal', value })) },
    event: { type },
});

const codes = (letter, count) => Array.from({ length: count }, (_, i) => letter + String(i + 1).padStart(2, '0'));
const joined = ['accepted', 'waiting', 'started'];

/** What an answer is: the class of its code. */
export const classes = [
    when({ code: codes('N', 19) }, 'never'),
    when({ code: codes('H', 13) }, 'handover'),
    when({ code: codes('S', 14) }, 'soft'),
];

/** What an event does. */
export const effects = [
    when({ kind: 'attempt' }, 'attempt'),
    when({ kind: 'assessment_signed' }, 'assessment'),
    when({ kind: 'referral_sent' }, 'referral'),
    when({ kind: 'response', own: true, cls: 'never' }, 'challenge'),
    when({ kind: 'response', own: true, cls: 'handover' }, 'owe_handover'),
    when({ kind: 'response', own: true, cls: ['none', 'soft'], what: ['acknowledged', 'information_requested'] }, 'acknowledged'),
    when({ kind: 'response', own: true, cls: ['none', 'soft'], what: ['accepted', 'waiting_list', 'started'] }, 'accepted'),
    when({ kind: 'response', own: true, what: 'did_not_attend' }, 'missed_visit'),
    when({ kind: 'contact', outcome: ['spoke', 'replied'] }, 'talked'),
    when({ kind: 'contact', outcome: ['left_message', 'no_answer'] }, 'call_back'),
    when({ kind: 'challenge_sent' }, 'challenge_sent'),
    when({ kind: 'challenge_answered', what: 'overturned' }, 'overturned'),
];

/** What comes next for one need. */
export const steps = [
    when({ open: true, leg: ['none', 'draft', 'completed'] }, 'make_referral'),
    when({ open: true, leg: ['sent', 'acknowledged', 'information_requested'], chasing: false }, 'check_reply'),
    when({ open: true, leg: ['accepted', 'waiting'], chasing: false }, 'waiting_well_contact'),
    when({ open: true, leg: 'started', chasing: false }, 'review'),
    when({ open: true, chasing: true }, 'chase'),
    when({ open: true, chasing: true, escalated: true }, 'supervisor_review'),
    when({ open: true, leg: 'handover_pending' }, 'complete_handover'),
    when({ open: true, challenged: true }, 'ladder'),
    when({ open: true, awaitsName: true }, 'name_worker'),
];

export { joined };
