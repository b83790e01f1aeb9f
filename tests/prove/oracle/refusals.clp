;; How an answer is read, and what a rule forbids. engine.md 3 and 4a.

(deftemplate reading (slot code) (slot cls) (slot own))

(deffunction speaks-for-leg (?need ?service)
   (and (has-live-leg ?need) (eq (send (of-need ?need) get-service) ?service)))

(deffunction implied-code (?need ?service ?what)
   (bind ?o (of-need ?need))
   (bind ?own (speaks-for-leg ?need ?service))
   (switch ?what
      (case returned_with_advice then S10)
      (case signposted then S01)
      (case information_requested then (if (and ?own (> (send ?o get-info) 0)) then S04 else nil))
      (case discharged then
         (if (and ?own (> (send ?o get-missed) 0))
            then (if (= (send ?o get-missed) 1) then N09 else N10) else nil))
      (default nil)))

(defrule read-answer
   (declare (salience 40))
   (now ?n)
   (event (n ?n) (kind response) (need ?need) (service ?service) (code ?code) (what ?what))
   (not (reading))
   =>
   (assert (reading (code (if (neq ?code nil) then ?code else (implied-code ?need ?service ?what)))
                    (cls nil)
                    (own (if (speaks-for-leg ?need ?service) then yes else no)))))

(defrule read-class
   (declare (salience 39))
   (now ?n)
   ?r <- (reading (code ?code&~nil) (cls nil))
   (class ?code ?cls)
   (not (looked-again ?n ?))
   =>
   (modify ?r (cls ?cls)))

(defrule read-class-of-second-look
   (declare (salience 39))
   (now ?n)
   ?r <- (reading (code ?code&~nil) (cls nil))
   (looked-again ?n ?cls)
   =>
   (modify ?r (cls ?cls)))

;; ---------------------------------------------------------------- what is refused

(deffunction may-go-alone (?need)
   (bind ?o (of-need ?need))
   (bind ?status (send ?o get-status))
   (or (eq ?status none) (eq ?status met) (eq ?status declined_by_person) (neq (send ?o get-leg) nil)))

(deffunction is-routine ()
   (not (or (at-risk) (is-emergency))))

(defrule refuse-leg-of-closed-need
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind referral_sent) (more $? ?need&mental_health|substance_use ? $?))
   (test (not (is-open ?need)))
   => (assert (refused)))

(defrule refuse-one-leg-alone
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind referral_sent) (more ?need ?))
   (test (and (not (may-go-alone (other-need ?need))) (is-routine)))
   => (assert (refused)))

(defrule refuse-challenge-of-ended-leg
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind challenge_sent|challenge_answered|challenge_withdrawn|step_handed_on) (need ?need)
          (service ?service))
   (test (and (eq (send (of-need ?need) get-service) ?service) (is-terminal (send (of-need ?need) get-leg))))
   => (assert (refused)))

(deffunction has-said-no (?need ?service)
   (any-factp ((?b bounce)) (and (eq ?b:need ?need) (eq ?b:service ?service) (eq ?b:refusal yes))))

(defrule refuse-challenge-of-nothing
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind challenge_sent|challenge_answered|challenge_withdrawn|step_handed_on) (need ?need)
          (service ?service))
   (test (and (neq (send (of-need ?need) get-service) ?service) (not (has-said-no ?need ?service))))
   => (assert (refused)))

(defrule refuse-withdrawal-of-nothing
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind challenge_withdrawn|step_handed_on) (need ?need)
          (service ?service))
   (test (not (any-factp ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service)))))
   => (assert (refused)))

(defrule refuse-handover-or-opinion-of-closed-need
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind handover_accepted|second_opinion_requested) (need ?need))
   (test (not (is-open ?need)))
   => (assert (refused)))

(defrule refuse-reopening-an-open-need
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind reopened) (need ?need))
   (test (is-open ?need))
   => (assert (refused)))

(deffunction needs-of (?what) (if (eq ?what both) then (create$ mental_health substance_use) else (create$ ?what)))

;; a meeting, or the named worker of every open need: two people where two needs are open
(deffunction is-agreed (?names)
   (if (member$ mdt ?names) then (return TRUE))
   (bind ?open 0)
   (progn$ (?need (create$ mental_health substance_use))
      (if (is-open ?need) then
         (bind ?open (+ ?open 1))
         (if (not (member$ (send (of-need ?need) get-worker) ?names)) then (return FALSE))))
   (if (< ?open 2) then (return TRUE))
   (progn$ (?name ?names) (if (neq ?name (nth$ 1 ?names)) then (return TRUE)))
   FALSE)

(deffunction may-close (?needs ?names)
   (bind ?open 0)
   (progn$ (?need ?needs) (if (is-open ?need) then (bind ?open (+ ?open 1))))
   (if (= ?open 0) then (return FALSE))
   (if (not (is-agreed ?names)) then (return FALSE))
   (progn$ (?need ?needs) (if (and (is-open ?need) (not (has-care ?need))) then (return FALSE)))
   TRUE)

(defrule refuse-closure
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind joint_closure) (what ?what) (more $?names))
   (test (not (may-close (needs-of ?what) ?names)))
   => (assert (refused)))

;; a challenge letter is a challenge: it needs a refusal, or a leg of that service that has not ended
(deffunction may-challenge (?need ?service)
   (if (eq (send (of-need ?need) get-service) ?service)
      then (not (is-terminal (send (of-need ?need) get-leg)))
      else (has-said-no ?need ?service)))

(deffunction may-challenge-any (?needs ?service)
   (progn$ (?need ?needs) (if (may-challenge ?need ?service) then (return TRUE)))
   FALSE)

(defrule refuse-letter-of-challenge
   (declare (salience 30))
   (now ?n)
   (event (n ?n) (kind letter_sent) (what challenge) (need ?need) (service ?service))
   (test (not (may-challenge-any (needs-of ?need) ?service)))
   => (assert (refused)))
