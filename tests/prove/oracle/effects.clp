;; What each event does to a case that is not refused: engine.md 4a, a rule or two for each row.

(defrule attempt
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind attempt) (need ?need) (service ?service) (worker ?worker) (code ?code) (date ?happened))
   =>
   (bind ?o (of-need ?need))
   (bind ?asked (if (eq ?happened nil) then ?*now* else (min ?happened ?*now*)))
   (start-clock ?need ?asked)
   (if (eq (send ?o get-status) not_asked) then (open-need ?need possible))
   (if (neq ?code nil) then
      (bind ?cls nil)
      (do-for-fact ((?l looked-again)) (eq (nth$ 1 ?l:implied) ?n) (bind ?cls (nth$ 2 ?l:implied)))
      (if (eq ?cls nil) then (do-for-fact ((?c class)) (eq (nth$ 1 ?c:implied) ?code) (bind ?cls (nth$ 2 ?c:implied))))
      (add-bounce ?n ?code ?cls ?need nil yes yes nil ?asked ?*now*))
   (if (and (is-open ?need) (eq (send ?o get-holder) nil)) then
      (if (eq ?worker nil)
         then (hold ?need duty duty-worker yes)
         else (hold ?need (if (eq ?service nil) then duty else ?service) ?worker no)))
   (if (neq (send ?o get-status) present) then (ask-both holder nil)))

(deffunction record-finding (?need ?status)
   (bind ?o (of-need ?need))
   (switch ?status
      (case possible then (open-need ?need possible))
      (case present then (open-need ?need present))
      (case none then (close-need ?need none))
      (case met then (close-need ?need met))
      (case declined_by_person then
         (if (is-open ?need)
            then (add-todo ask_capacity ?need (due ?*now* 1) holder nil nil nil)
            else (send ?o put-status declined_by_person)
                 (if (eq (send ?o get-reoffer) nil) then (send ?o put-reoffer (+ 28 (london-day ?*now*))))))
      (default nil)))

(defrule assessment
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind assessment_signed) (service ?service) (worker ?worker) (more ?mh ?su ?item)
          (safety ?thoughts $?))
   =>
   (if (and (eq ?thoughts nil) (eq ?item yes)) then (bind ?*scored* yes))
   (drop-todos ask_both both)
   (drop-todos ask_capacity both)
   (touched)
   (progn$ (?need (create$ mental_health substance_use))
      (record-finding ?need (if (eq ?need mental_health) then ?mh else ?su))
      (bind ?o (of-need ?need))
      (if (and (is-open ?need) (or (eq (send ?o get-holder) nil) (eq (send ?o get-duty) yes)))
         then (hold ?need ?service ?worker no)))
   (if (or (eq (send [mental_health] get-status) not_asked) (eq (send [substance_use] get-status) not_asked))
      then (ask-both worker ?worker))
   (escalate both ?*now*))

(defrule referral
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind referral_sent) (more $?legs))
   =>
   (bind ?alone FALSE)
   (progn$ (?need (create$ mental_health substance_use))
      (if (and (not (member$ ?need ?legs)) (not (may-go-alone ?need))) then (bind ?alone TRUE)))
   (bind ?i 1)
   (while (< ?i (length$ ?legs))
      (point-leg (nth$ ?i ?legs) (nth$ (+ ?i 1) ?legs) sent)
      (bind ?i (+ ?i 2)))
   (if ?alone then (ask-both holder nil)))

;; ---------------------------------------------------------------- responses

(defrule response-is-a-bounce
   (declare (salience 15))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (what ?what) (other ?points))
   (reading (code ?code&~nil) (cls ?cls&~nil))
   =>
   (bind ?refusal (if (or (eq ?what declined) (eq ?what returned_with_advice) (eq ?what signposted) (neq ?cls soft))
                     then yes else no))
   (add-bounce ?n ?code ?cls ?need ?service ?refusal no ?points ?*now* ?*now*))

(defrule response-of-a-stranger
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (what did_not_attend|discharged))
   (reading (own no))
   =>
   (escalate ?need ?*now*))

(defrule missed-visit
   (declare (salience 14))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (what did_not_attend))
   (reading (own yes))
   =>
   (heard ?need)
   (send (of-need ?need) put-missed (+ 1 (send (of-need ?need) get-missed)))
   (add-todo missed_visit_follow_up ?need (due ?*now* 1) holder nil ?service nil)
   (escalate ?need ?*now*))

(defrule never-legitimate
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service))
   (reading (cls never) (own yes))
   =>
   (enter ?need challenged)
   (if (not (any-factp ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service)))) then
      (bind ?*todo* (+ ?*todo* 1))
      (assert (challenge (id ?*todo*) (need ?need) (service ?service) (declined ?*now*) (rung 0) (opened ?*now*) (open yes)))))

(defrule legitimate-with-a-duty
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need))
   (reading (cls handover) (own yes) (code ?code))
   =>
   (if (eq (send (of-need ?need) get-leg) challenged)
      then (heard ?need)
      else (enter ?need handover_pending)
           (if (any-factp ((?h confirm-with-person)) (eq (nth$ 1 ?h:implied) ?code)) then
              (drop-todos confirm_with_person ?need)
              (add-todo confirm_with_person ?need (due ?*now* 1) holder nil nil nil))))

(deffunction awaits-answer (?leg)
   (or (eq ?leg draft) (eq ?leg sent) (eq ?leg acknowledged) (eq ?leg information_requested)))

(defrule acknowledged
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (what ?what&acknowledged|information_requested))
   (reading (cls nil|soft) (own yes))
   =>
   (bind ?o (of-need ?need))
   (if (eq ?what information_requested) then (send ?o put-info (+ 1 (send ?o get-info))))
   (if (awaits-answer (send ?o get-leg)) then (enter ?need ?what) else (heard ?need)))

(defrule accepted
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (worker ?worker)
          (what ?what&accepted|waiting_list|started))
   (reading (cls nil|soft) (own yes))
   =>
   (overturn ?need ?service)
   (enter ?need (if (eq ?what waiting_list) then waiting else ?what))
   (if (eq ?what started) then
      (send (of-need ?need) put-missed 0)
      (drop-todos missed_visit_follow_up ?need))
   (accept-by ?need ?service ?worker))

(defrule appointment
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (what appointment_offered))
   (reading (cls nil|soft) (own yes))
   => (enter ?need waiting))

(defrule soft-no
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (what declined|returned_with_advice|signposted))
   (reading (cls soft) (own yes))
   => (heard ?need))

;; AFTERCARE, CLASP, EIGHTEEN: a closure stands only with a plan, alone, undisputed, and not because of a birthday
(deffunction ends-by-age (?service ?what)
   (bind ?limit (limit-of ?service))
   (if (or (eq ?limit nil) (eq ?*born* nil)) then (return FALSE))
   (bind ?today (london-day ?*now*))
   (or (>= ?today (birthday ?limit)) (and (eq ?what discharged) (>= ?today (window-before ?limit)))))

(defrule tries-to-close
   (declare (salience 10))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need) (service ?service) (other ?points) (ref ?words)
          (what ?what&discharged|completed))
   (reading (cls nil|soft) (own yes))
   =>
   (bind ?o (of-need ?need))
   (heard ?need)
   (bind ?other-open (is-open (other-need ?need)))
   (if (and (has-care ?need) (not ?other-open) (not (ends-by-age ?service ?what)) (neq (send ?o get-leg) challenged))
      then
      (enter ?need completed)
      (close-need ?need met)
      (end-challenges ?need)
      (escalate ?need ?*now*)
      else
      (if (and ?other-open (eq (send ?o get-close-tried) nil)) then (send ?o put-close-tried ?*now*))
      (if (has-care ?need)
         then (escalate ?need ?*now*)
         else
         (if (eq (send ?o get-no-care) nil) then (send ?o put-no-care ?*now*))
         (bind ?cls soft)
         (do-for-fact ((?l looked-again)) (eq (nth$ 1 ?l:implied) ?n) (bind ?cls (nth$ 2 ?l:implied)))
         (add-bounce ?n S05 ?cls ?need ?service no no ?points ?*now* ?*now*)
         (if (sounds-worse ?n ?need S05 ?words) then (look-again ?need ?service)))))

(defrule soft-chase
   (declare (salience 5))
   (now ?n) (not (refused))
   (event (n ?n) (kind response) (need ?need))
   (reading (cls soft) (own yes))
   =>
   (bind ?o (of-need ?need))
   (if (not (is-terminal (send ?o get-leg))) then
      (heard ?need)
      (if (neq (send ?o get-leg) challenged) then (send ?o put-soft ?*now*))))
