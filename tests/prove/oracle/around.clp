;; What goes on around a refusal: what the refuser owes, the protocol, a second opinion, visits, feedback, contact.

;; ---------------------------------------------------------------- what an answer settles, before it is read further

(defrule answer-settles
   (declare (salience 18))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (worker ?worker) (what ?what))
   (reading (own ?own))
   =>
   (if (neq ?what acknowledged) then (settle second_opinion ?need ?service))
   (if (neq ?worker nil) then (settle named_contact ?need ?service))
   (if (and (eq ?own yes) (neq ?what information_requested)) then (settle phone_call ?need ?service))
   (if (eq ?what appointment_offered) then (drop-todos crisis_reassess ?need)))

;; ---------------------------------------------------------------- what a refusal starts, before it changes anything

(deffunction is-no (?what ?cls)
   (or (eq ?what declined) (eq ?what returned_with_advice) (eq ?what signposted) (neq ?cls soft)))

(deffunction is-taken-elsewhere (?need ?service)
   (bind ?o (of-need ?need))
   (and (is-joined (send ?o get-leg)) (neq (send ?o get-service) ?service)))

(defrule turned-away-in-a-crisis
   (declare (salience 14))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (what ?what))
   (reading (code ?code&~nil) (cls ?cls&~nil))
   =>
   (if (and (is-open ?need) (is-no ?what ?cls)
            (or (eq ?service crisis) (any-factp ((?c at-crisis)) (eq (nth$ 1 ?c:implied) ?code))))
      then (crisis-bounced ?need ?service)))

(defrule refuser-owes
   (declare (salience 13))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (worker ?worker))
   (reading (code ?code&~nil) (cls ?cls&never|handover))
   =>
   (if (and (is-open ?need) (not (is-taken-elsewhere ?need ?service))
            (not (any-factp ((?s stops)) (eq (nth$ 1 ?s:implied) ?code)))) then
      (owe-once reason_in_writing ?need (due ?*now* 5) of-service ?service)
      (if (eq ?cls never) then
         (if (eq ?worker nil) then (owe-once named_contact ?need (due ?*now* 5) of-service ?service))
         (owe-once protocol_check ?need (due ?*now* 5) holder ?service))))

(defrule masked
   (declare (salience 13))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (ref ?words))
   (reading (code ?code&~nil))
   =>
   (if (sounds-worse ?n ?need ?code ?words)
      then (look-again ?need ?service)))

(defrule asked-again
   (declare (salience 9))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (what information_requested))
   (reading (cls nil|soft) (own yes))
   =>
   (if (> (send (of-need ?need) get-info) 1) then (owe-once phone_call ?need (due ?*now* 1) holder ?service)))

;; ---------------------------------------------------------------- help sought before any referral

(defrule attempt-watched
   (declare (salience 9))
   (now ?n) (not (refused))
   (event (n ?n) (kind attempt) (need ?need) (code ?code) (what ?source) (date ?happened) (ref ?words))
   =>
   (bind ?asked (if (eq ?happened nil) then ?*now* else (min ?happened ?*now*)))
   (if (and (is-told-afterwards ?source)
            (not (any-factp ((?r referrer)) (and (eq ?r:need ?need) (eq ?r:source ?source)))))
      then (assert (referrer (need ?need) (source ?source))))
   (if (is-emergency-source ?source) then (attended ?asked))
   (if (and (neq ?code nil) (is-open ?need)) then
      (if (any-factp ((?p by-person)) (eq (nth$ 1 ?p:implied) ?code))
         then (owe-once outreach ?need (due ?*now* 1) holder nil)
         else
         (if (or (is-emergency-source ?source) (any-factp ((?c at-crisis)) (eq (nth$ 1 ?c:implied) ?code)))
            then (crisis-bounced ?need nil))
         (if (sounds-worse ?n ?need ?code ?words)
            then (look-again ?need nil)))))

;; ---------------------------------------------------------------- what settles it

(defrule challenge-answer-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind challenge_answered) (need ?need) (service ?service) (worker ?worker))
   =>
   (settle reason_in_writing ?need ?service)
   (settle second_opinion ?need ?service)
   (if (neq ?worker nil) then (settle named_contact ?need ?service)))

(defrule protocol
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind protocol_applied) (need ?need) (service ?service) (what ?applied))
   =>
   (settle protocol_check ?need ?service)
   (settle protocol_review ?need ?service)
   (if (and (eq ?applied no) (is-open ?need))
      then (owe-once protocol_review ?need (due ?*now* 5) supervisor ?service)))

(defrule second-opinion
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind second_opinion_requested) (need ?need) (service ?service))
   => (owe-once second_opinion ?need (due ?*now* 10) coordinator ?service))

;; a name that is not the referrer's as it was recorded still means that they were told
(defrule fed-back
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind outcome_fed_back) (what ?to))
   =>
   (bind ?known (is-told-afterwards ?to))
   (do-for-all-facts ((?t todo)) (and (eq ?t:kind feed_back_outcome) (or (not ?known) (eq ?t:words ?to))) (retract ?t))
   (do-for-all-facts ((?r referrer)) (or (not ?known) (eq ?r:source ?to)) (retract ?r)))

(defrule in-touch-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind support_check_in) (need ?scope) (what ?outcome) (other ?change))
   =>
   (if (or (eq ?outcome spoke) (eq ?outcome replied)) then (drop-todos outreach ?scope))
   (if (eq ?change worse)
      then (owe-once worse_review ?scope (due ?*now* 1) coordinator nil)
      else (if (neq ?change nil) then (drop-todos worse_review both))))

(defrule talk-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind contact) (service ?service) (what ?direction) (other ?outcome))
   =>
   (progn$ (?need (create$ mental_health substance_use))
      (if (and (eq ?direction in) (eq ?outcome replied)) then (settle reason_in_writing ?need ?service))
      (if (eq ?outcome spoke) then
         (settle phone_call ?need ?service)
         (if (eq (send (of-need ?need) get-holder) ?service) then (drop-todos outreach ?need)))))

(defrule named-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind worker_changed) (need ?only) (service ?service) (worker ?worker&~nil))
   =>
   (progn$ (?need (create$ mental_health substance_use))
      (if (and (is-open ?need) (or (eq ?only nil) (eq ?only ?need))) then (settle named_contact ?need ?service))))

(defrule meeting-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind mdt))
   =>
   (progn$ (?kind (create$ crisis_reassess repeat_attendance_review protocol_review worse_review))
      (drop-todos ?kind both))
   (do-for-all-facts ((?v visit)) TRUE (retract ?v)))

(defrule assessment-settles
   (declare (salience 11))
   (now ?n) (not (refused))
   (event (n ?n) (kind assessment_signed))
   =>
   (progn$ (?kind (create$ crisis_reassess outreach repeat_attendance_review worse_review)) (drop-todos ?kind both)))
