-- The measures of the bounce report as plain SQL over the tables that its pages are packed from: what sqlite3 needs for the
-- same counting. :from, :to and :today are days since 1970, :now are milliseconds. Writes "id<tab>part<tab>whole<tab>median",
-- and then the tables by service, reason, month, quadrant and way, whose lines are only counted.
.mode tabs

WITH b AS (
    SELECT class, need, code, tennis, substance_use_cited AS su, mental_health_cited AS mh
    FROM bounce WHERE on_day BETWEEN :from AND :to),
n AS (
    SELECT COUNT(*) AS bounces, SUM(class = 'never') AS never, SUM(class = 'handover') AS handover,
           SUM(class = 'soft') AS soft, SUM(need = 'mental_health' AND su) AS cited_su,
           SUM(need = 'substance_use' AND mh) AS cited_mh, SUM(tennis) AS tennis, SUM(code = 'S12') AS unreachable,
           SUM(code IN ('S02', 'S03')) AS silences
    FROM b)
SELECT 'bounces.all', bounces, '', '' FROM n
UNION ALL SELECT 'bounces.never', never, bounces, '' FROM n
UNION ALL SELECT 'bounces.handover', handover, bounces, '' FROM n
UNION ALL SELECT 'bounces.soft', soft, bounces, '' FROM n
UNION ALL SELECT 'cited.substance_use', cited_su, '', '' FROM n
UNION ALL SELECT 'cited.mental_health', cited_mh, '', '' FROM n
UNION ALL SELECT 'tennis.matches', tennis, '', '' FROM n
UNION ALL SELECT 'bounces.unreachable', unreachable, '', '' FROM n
UNION ALL SELECT 'silence.bounces', silences, '', '' FROM n;

WITH lost AS (
    SELECT person, days_lost + CASE WHEN running_from < :now THEN (:now - running_from) / 86400000 ELSE 0 END AS days
    FROM bounce WHERE on_day BETWEEN :from AND :to),
each AS (SELECT COUNT(*) AS times, SUM(days) AS days FROM lost GROUP BY person),
ranked AS (SELECT days, ROW_NUMBER() OVER (ORDER BY days) AS place, COUNT(*) OVER () AS size FROM lost),
people AS (SELECT days, ROW_NUMBER() OVER (ORDER BY days) AS place, COUNT(*) OVER () AS size FROM each)
SELECT 'people.twice', SUM(times > 1), COUNT(*), '' FROM each
UNION ALL SELECT 'days_lost.bounce', MAX(size), '', printf('%f', AVG(days)) FROM ranked
    WHERE place IN ((size + 1) / 2, (size + 2) / 2)
UNION ALL SELECT 'days_lost.person', MAX(size), '', printf('%f', AVG(days)) FROM people
    WHERE place IN ((size + 1) / 2, (size + 2) / 2);

WITH n AS (
    SELECT SUM(need = 'mental_health') AS mh, SUM(need = 'substance_use') AS su,
           SUM(need = 'mental_health' AND other_need_cited) AS refused_mh,
           SUM(need = 'substance_use' AND other_need_cited) AS refused_su,
           SUM(answer_due IS NOT NULL AND (answered_day IS NOT NULL OR :today > answer_due)) AS to_answer,
           SUM(answer_due IS NOT NULL AND COALESCE(answered_day, :today) > answer_due) AS late_answer,
           SUM(decision_due IS NOT NULL AND (decided_day IS NOT NULL OR :today > decision_due)) AS to_decide,
           SUM(decision_due IS NOT NULL AND COALESCE(decided_day, :today) > decision_due) AS late_decision,
           SUM(number = 1) AS firsts, SUM(number = 1 AND accepted_day IS NOT NULL AND NOT bounced) AS accepted
    FROM leg_sent WHERE on_day BETWEEN :from AND :to AND number > 0)
SELECT 'qs188.mental_health', refused_mh, mh, '' FROM n
UNION ALL SELECT 'qs188.substance_use', refused_su, su, '' FROM n
UNION ALL SELECT 'clock.answer', late_answer, to_answer, '' FROM n
UNION ALL SELECT 'clock.decision', late_decision, to_decide, '' FROM n
UNION ALL SELECT 'well.accepted_first', accepted, firsts, '' FROM n;

WITH f AS (
    SELECT kind, outcome, yes, on_day, until_day FROM report_fact WHERE on_day BETWEEN :from AND :to),
n AS (
    SELECT SUM(kind = 'challenge') AS challenges, SUM(kind = 'challenge' AND outcome = 'overturned') AS overturned,
           SUM(kind = 'challenge' AND outcome = 'upheld') AS upheld,
           SUM(kind = 'challenge' AND outcome = 'none') AS unanswered,
           SUM(kind = 'contact_out') AS contacts,
           SUM(kind = 'contact_out' AND outcome IN ('left_message', 'no_answer')) AS nobody,
           SUM(kind = 'contact_out' AND yes) AS avoidable,
           SUM(kind = 'ended') AS ended, SUM(kind = 'ended' AND NOT yes) AS without,
           SUM(kind = 'eighteen' AND on_day <= :today) AS eighteen,
           SUM(kind = 'eighteen' AND on_day <= :today AND yes) AS with_adult,
           SUM(kind = 'protocol') AS protocol, SUM(kind = 'protocol' AND yes) AS applied,
           SUM(kind = 'attempt') AS attempts, SUM(kind = 'meeting') AS meetings, SUM(kind = 'good') AS good,
           SUM(kind = 'good' AND yes) AS held_both,
           SUM(kind = 'joint' AND (until_day IS NOT NULL OR on_day + 28 < :today)) AS joint,
           SUM(kind = 'joint' AND until_day IS NOT NULL AND until_day - on_day <= 28) AS joined
    FROM f)
SELECT 'challenges.sent', challenges, '', '' FROM n
UNION ALL SELECT 'challenges.overturned', overturned, challenges, '' FROM n
UNION ALL SELECT 'challenges.upheld', upheld, challenges, '' FROM n
UNION ALL SELECT 'challenges.unanswered', unanswered, challenges, '' FROM n
UNION ALL SELECT 'contacts.unanswered', nobody, contacts, '' FROM n
UNION ALL SELECT 'contacts.avoidable', avoidable, contacts, '' FROM n
UNION ALL SELECT 'ended.without_aftercare', without, ended, '' FROM n
UNION ALL SELECT 'eighteen.accepted', with_adult, eighteen, '' FROM n
UNION ALL SELECT 'protocol.applied', applied, protocol, '' FROM n
UNION ALL SELECT 'attempts.all', attempts, '', '' FROM n
UNION ALL SELECT 'well.joint_meetings', meetings, '', '' FROM n
UNION ALL SELECT 'well.good', good, '', '' FROM n
UNION ALL SELECT 'well.held_both', held_both, good, '' FROM n
UNION ALL SELECT 'well.joined_28', joined, joint, '' FROM n;

WITH answered AS (
    SELECT until_day - on_day AS days FROM report_fact
    WHERE on_day BETWEEN :from AND :to AND kind = 'challenge' AND outcome IN ('overturned', 'upheld')
      AND until_day IS NOT NULL),
ranked AS (SELECT days, ROW_NUMBER() OVER (ORDER BY days) AS place, COUNT(*) OVER () AS size FROM answered)
SELECT 'challenges.days', MAX(size), '', printf('%f', AVG(days)) FROM ranked
WHERE place IN ((size + 1) / 2, (size + 2) / 2);

-- Kaplan-Meier: where the product of what is left comes down to a half.
WITH followed AS (
    SELECT need, MIN(COALESCE(until_day, :today), :today) - on_day AS days,
           outcome = 'helped' AND until_day IS NOT NULL AND until_day <= :today AS helped
    FROM report_fact WHERE on_day BETWEEN :from AND :to AND kind = 'asked'),
byday AS (SELECT need, days, SUM(helped) AS ended, COUNT(*) AS here FROM followed GROUP BY need, days),
risk AS (
    SELECT need, days, ended,
           SUM(here) OVER (PARTITION BY need ORDER BY days DESC) AS at_risk
    FROM byday),
curve AS (
    SELECT need, days,
           EXP(SUM(LN(CASE WHEN at_risk = ended THEN 1e-12 ELSE 1.0 * (at_risk - ended) / at_risk END))
               OVER (PARTITION BY need ORDER BY days)) AS remaining
    FROM risk WHERE ended > 0)
SELECT 'first_help.' || f.need, COUNT(*), '',
       COALESCE((SELECT printf('%f', MIN(days)) FROM curve c WHERE c.need = f.need AND c.remaining <= 0.5 + 1e-9), '')
FROM followed f
GROUP BY f.need;

WITH people AS (
    SELECT person FROM bounce WHERE on_day BETWEEN :from AND :to
    UNION SELECT person FROM leg_sent WHERE on_day BETWEEN :from AND :to AND number > 0),
carers AS (
    SELECT person FROM report_fact WHERE on_day BETWEEN :from AND :to AND kind = 'carer'
    UNION SELECT person FROM carer_call
    WHERE at >= :from * 86400000 AND at < (:to + 1) * 86400000 AND outcome IN ('spoke', 'replied') AND undone_at IS NULL)
SELECT 'carers.involved', (SELECT COUNT(*) FROM people WHERE person IN carers), COUNT(*), '' FROM people;

-- The tables: each with its people and its bounces.
SELECT 'lines', COUNT(*), SUM(people), '' FROM (
    SELECT COUNT(*), COUNT(DISTINCT person) AS people, SUM(challenged), SUM(overturned) FROM bounce
    WHERE on_day BETWEEN :from AND :to GROUP BY service
    UNION ALL SELECT COUNT(*), COUNT(DISTINCT person), SUM(challenged), SUM(overturned) FROM bounce
    WHERE on_day BETWEEN :from AND :to GROUP BY code
    UNION ALL SELECT COUNT(*), COUNT(DISTINCT person), SUM(challenged), SUM(overturned) FROM bounce
    WHERE on_day BETWEEN :from AND :to GROUP BY strftime('%Y-%m', on_day * 86400, 'unixepoch')
    UNION ALL SELECT COUNT(*), 0, 0, 0 FROM bounce WHERE on_day BETWEEN :from AND :to GROUP BY quadrant
    UNION ALL SELECT COUNT(*), 0, 0, 0 FROM bounce WHERE on_day BETWEEN :from AND :to GROUP BY service, points_to
    UNION ALL SELECT COUNT(*), 0, 0, 0 FROM leg_sent WHERE on_day BETWEEN :from AND :to GROUP BY service);

-- The same measures told apart by service.
SELECT 'services', COUNT(*), '', '' FROM (
    SELECT service, SUM(other_need_cited), SUM(answered_day > answer_due), SUM(decided_day > decision_due),
           SUM(number = 1 AND accepted_day IS NOT NULL AND NOT bounced), COUNT(DISTINCT person)
    FROM leg_sent WHERE on_day BETWEEN :from AND :to AND number > 0 GROUP BY service
    UNION ALL SELECT service, SUM(kind = 'challenge'), SUM(kind = 'contact_out' AND yes), SUM(kind = 'ended' AND NOT yes),
           SUM(kind = 'protocol' AND yes), SUM(kind = 'good')
    FROM report_fact WHERE on_day BETWEEN :from AND :to GROUP BY service);
