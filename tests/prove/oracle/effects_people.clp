;; The challenge and its answers, workers, the person's own decisions, meetings and talk.

(defrule challenge-sent
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind challenge_sent) (need ?need) (service ?service))
   => (complete-rung ?need ?service 2))

(defrule challenge-letter
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind letter_sent) (what challenge) (need ?scope) (service ?service))
   =>
   (progn$ (?need (needs-of ?scope))
      (if (may-challenge ?need ?service) then (complete-rung ?need ?service 2))))

(defrule overturned
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind challenge_answered) (need ?need) (service ?service) (worker ?worker)
          (what overturned) (other ?accepted))
   =>
   (bind ?o (of-need ?need))
   (overturn ?need ?service)
   (if (eq (send ?o get-service) ?service) then
      (if (eq ?accepted yes)
         then (enter ?need accepted) (accept-by ?need ?service ?worker)
         else (if (is-joined (send ?o get-leg)) then (heard ?need) else (enter ?need sent)))))

(defrule upheld
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind challenge_answered) (need ?need) (service ?service) (what upheld))
   =>
   (if (eq (send (of-need ?need) get-service) ?service) then (heard ?need))
   (do-for-fact ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service))
      (modify ?c (rung (min 5 (+ 1 (rung-at ?c:declined ?c:opened ?c:rung)))) (opened ?*now*))))

;; a step of the ladder may go to somebody by name, and it stays a step
(defrule step-handed-on
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind step_handed_on) (need ?need) (service ?service) (worker ?worker))
   =>
   (do-for-fact ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service))
      (modify ?c (handed ?worker) (handed-rung (rung-at ?c:declined ?c:opened ?c:rung)))))

(defrule in-touch
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind support_check_in) (need ?scope) (what ?outcome) (other ?change))
   =>
   (if (or (eq ?outcome spoke) (eq ?outcome replied)) then (touched))
   (if (eq ?change worse) then (escalate ?scope ?*now*)))

(defrule withdrawn
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind challenge_withdrawn) (need ?need) (service ?service))
   =>
   (do-for-fact ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service))
      (modify ?c (open no)))
   (bind ?o (of-need ?need))
   (if (and (eq (send ?o get-service) ?service) (eq (send ?o get-leg) challenged)) then (enter ?need draft)))

(defrule handed-over
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind handover_accepted) (need ?need) (service ?service) (worker ?worker))
   =>
   (point-leg ?need ?service accepted)
   (overturn ?need ?service)
   (drop-todos confirm_with_person ?need)
   (send (of-need ?need) put-awaits nil)
   (hold ?need ?service ?worker no)
   (taken ?need ?service))

(deffunction worker-left (?n ?need ?service)
   (bind ?o (of-need ?need))
   (if (and (eq (send ?o get-holder) ?service) (eq (send ?o get-acting) no)) then
      (send ?o put-acting yes)
      (send ?o put-awaits ?service)
      (send ?o put-awaits-from ?*now*)
      (add-bounce ?n S13 soft ?need ?service no no nil ?*now* ?*now*)))

(deffunction worker-named (?need ?service ?worker)
   (bind ?o (of-need ?need))
   (if (or (eq (send ?o get-holder) ?service) (eq (send ?o get-awaits) ?service)) then
      (if (eq (send ?o get-awaits) ?service) then (send ?o put-awaits nil))
      (hold ?need ?service ?worker no)))

(defrule worker-changed
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind worker_changed) (need ?only) (service ?service) (worker ?worker))
   =>
   (progn$ (?need (create$ mental_health substance_use))
      (if (and (is-open ?need) (or (eq ?only nil) (eq ?only ?need))) then
         (if (eq ?worker nil) then (worker-left ?n ?need ?service) else (worker-named ?need ?service ?worker)))))

;; DOOR-OPEN: only a person with capacity decides, and there is a date to offer again
(defrule person-declines
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind person_declined) (need ?need) (what yes) (date ?on))
   (test (neq ?*drunk* yes))
   =>
   (bind ?o (of-need ?need))
   (if (has-live-leg ?need) then (enter ?need withdrawn_by_person))
   (close-need ?need declined_by_person)
   (end-challenges ?need)
   (send ?o put-reoffer ?on)
   (escalate ?need ?*now*))

(defrule person-declines-without-capacity
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind person_declined) (need ?need) (what ?capacity))
   (test (or (neq ?capacity yes) (eq ?*drunk* yes)))
   =>
   (drop-todos ask_capacity ?need)
   (add-todo ask_capacity ?need (due ?*now* 1) holder nil nil nil)
   (if (eq (send (of-need ?need) get-status) not_asked) then (open-need ?need possible))
   (escalate ?need ?*now*))

(defrule aftercare
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind aftercare_planned) (need ?need) (date ?until) (what ?choice))
   =>
   (bind ?o (of-need ?need))
   (send ?o put-until ?until)
   (send ?o put-choice (if (eq ?choice declined) then yes else no))
   (if (and (neq (send ?o get-leg) nil) (has-care ?need)) then (send ?o put-no-care nil)))

(defrule closed-together
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind joint_closure) (what ?what))
   =>
   (progn$ (?need (needs-of ?what))
      (if (is-open ?need) then
         (if (has-live-leg ?need) then (enter ?need closed_jointly))
         (close-need ?need met)
         (end-challenges ?need))))

(defrule meeting
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind mdt) (worker ?lead) (more $?actions))
   =>
   (bind ?*coordinator* ?lead)
   (bind ?*tennis* nil)
   (delayed-do-for-all-facts ((?b bounce)) (eq ?b:counts yes) (modify ?b (counts no)))
   (complete-rung any nil 4)
   (drop-todos mdt_action both)
   (drop-todos safety_follow_up both)
   (bind ?i 1)
   (while (< ?i (length$ ?actions))
      (add-todo mdt_action (nth$ ?i ?actions) (nth$ (+ ?i 3) ?actions) named (nth$ (+ ?i 2) ?actions) nil
                (nth$ (+ ?i 1) ?actions))
      (bind ?i (+ ?i 4))))

(deffunction legs-to (?service)
   (bind ?found (create$))
   (progn$ (?need (create$ mental_health substance_use))
      (if (eq (send (of-need ?need) get-service) ?service) then (bind ?found (create$ ?found ?need))))
   ?found)

(defrule talk
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind contact) (service ?service) (what ?direction) (other ?outcome))
   =>
   (bind ?answered (or (eq ?outcome spoke) (eq ?outcome replied)))
   (if (and (eq ?outcome spoke)
            (or (eq (send [mental_health] get-holder) ?service) (eq (send [substance_use] get-holder) ?service)))
      then (touched))
   (progn$ (?need (legs-to ?service))
      (if (has-live-leg ?need) then
         (if (or ?answered (eq ?direction in)) then (heard ?need))
         (if (eq ?outcome spoke) then
            (send (of-need ?need) put-missed 0)
            (drop-todos missed_visit_follow_up ?need)
            (drop-todos confirm_with_person ?need))))
   (if ?answered
      then (do-for-all-facts ((?t todo)) (and (eq ?t:kind call_back) (eq ?t:service ?service)) (retract ?t))
      else
      (if (not (any-factp ((?t todo)) (and (eq ?t:kind call_back) (eq ?t:service ?service)))) then
         (bind ?legs (legs-to ?service))
         (add-todo call_back (if (= (length$ ?legs) 1) then (nth$ 1 ?legs) else both)
                   (if (is-routine) then (due ?*now* 1) else (+ ?*now* 7200)) holder nil ?service
                   (if (eq ?direction out) then we-wait else they-wait)))))

(defrule reopened
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind reopened) (need ?need) (service ?service) (worker ?worker))
   =>
   (bind ?o (of-need ?need))
   (open-need ?need possible)
   (send ?o put-until nil) (send ?o put-choice no)
   (point-leg ?need ?service draft)
   (hold ?need ?service ?worker no))

(defrule died
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind person_died))
   =>
   (bind ?*died* yes)
   (progn$ (?need (create$ mental_health substance_use))
      (if (has-live-leg ?need) then (enter ?need closed_jointly))
      (if (is-open ?need) then (close-need ?need none))
      (send (of-need ?need) put-reoffer nil)
      (end-challenges ?need))
   (do-for-all-facts ((?t todo)) TRUE (retract ?t))
   (bind ?*tennis* nil)
   (add-todo bereavement both (due ?*now* 1) coordinator nil nil nil))
