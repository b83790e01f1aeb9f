;; The few ways in which a case changes.

;; SAFETY: a supervisor within 4 hours, 1 in an emergency, day or night
(deffunction escalate (?need ?at)
   (if (or (eq ?*died* yes) (not (at-risk))) then (return))
   (bind ?due (+ ?at (if (is-emergency) then 3600 else 14400)))
   (if (any-factp ((?t todo)) (and (eq ?t:kind safety_follow_up) (eq ?t:need ?need) (= ?t:due ?due))) then (return))
   (add-todo safety_follow_up ?need ?due supervisor nil nil nil))

(deffunction names-each-other (?a-svc ?a-points ?a-attempt ?b-svc ?b-points ?b-attempt)
   (and (eq ?a-attempt no) (eq ?b-attempt no) (neq ?a-points nil) (neq ?b-points nil)
        (eq ?a-points ?b-svc) (eq ?b-points ?a-svc)))

(deffunction is-pair (?a ?b) (or (and (eq ?a N04) (eq ?b N05)) (and (eq ?a N05) (eq ?b N04))))

;; TENNIS: two refusals within 90 x 24 hours since the last meeting
(deffunction look-for-tennis (?code ?service ?points ?attempt ?at)
   (if (neq ?*tennis* nil) then (return))
   (do-for-fact ((?b bounce))
      (and (eq ?b:refusal yes) (eq ?b:counts yes) (<= (abs (- ?at ?b:at)) 7776000)
           (or (names-each-other ?service ?points ?attempt ?b:service ?b:points ?b:attempt) (is-pair ?code ?b:code)))
      (bind ?*tennis* (max ?at ?b:at))))

(deffunction add-bounce (?n ?code ?cls ?need ?service ?refusal ?attempt ?points ?at ?when)
   (bind ?counts yes)
   (if (any-factp ((?b bounce)) (and (eq ?b:counts no) (> ?b:at ?at))) then (bind ?counts no))
   (if (and (eq ?refusal yes) (eq ?counts yes)) then (look-for-tennis ?code ?service ?points ?attempt ?at))
   (bind ?*todo* (+ ?*todo* 1))  ; two answers may be alike in everything
   (assert (bounce (id ?*todo*) (n ?n) (code ?code) (cls ?cls) (need ?need) (service ?service) (refusal ?refusal)
                   (attempt ?attempt) (overturned no) (points ?points) (at ?at) (counts ?counts)))
   (escalate ?need ?when))

(deffunction restart-clock (?o ?at)
   (send ?o put-silent no)
   (send ?o put-silent-from
      (switch (send ?o get-leg)
         (case sent then (due ?at 2))
         (case information_requested then (due ?at 1))
         (case acknowledged then (due ?at 5))
         (case handover_pending then (due ?at 5))
         (case accepted then (+ ?at 2419200))
         (case waiting then (+ ?at 2419200))
         (case started then (+ ?at 4838400))
         (default nil))))

(deffunction heard (?need)
   (bind ?o (of-need ?need))
   (send ?o put-soft nil)
   (restart-clock ?o ?*now*))

(deffunction enter (?need ?leg)
   (bind ?o (of-need ?need))
   (if (neq (send ?o get-leg) ?leg) then (send ?o put-leg ?leg) (send ?o put-since ?*now*))
   (heard ?need)
   (if (is-joined ?leg) then (send ?o put-close-tried nil) (send ?o put-no-care nil)))

(deffunction point-leg (?need ?service ?leg)
   (bind ?o (of-need ?need))
   (drop-todos phone_call ?need)
   (send ?o put-leg ?leg) (send ?o put-service ?service) (send ?o put-since ?*now*)
   (send ?o put-soft nil) (send ?o put-close-tried nil) (send ?o put-no-care nil)
   (send ?o put-info 0) (send ?o put-missed 0)
   (if (and (neq (send ?o get-awaits) nil) (neq (send ?o get-awaits) ?service)) then
      (send ?o put-awaits (if (eq (send ?o get-acting) yes) then (send ?o get-holder) else nil)))
   (restart-clock ?o ?*now*))

;; CLOCK: the earliest wins, for ever
(deffunction start-clock (?need ?asked)
   (bind ?o (of-need ?need))
   (bind ?first (send ?o get-first))
   (if (or (eq ?first nil) (> ?first ?asked)) then (send ?o put-first ?asked)))

(deffunction open-need (?need ?status)
   (bind ?o (of-need ?need))
   (if (not (is-open ?need)) then (send ?o put-opened ?*now*) (send ?o put-reoffer nil))
   (send ?o put-status ?status)
   (start-clock ?need ?*now*))

(deffunction release (?o)
   (send ?o put-holder nil) (send ?o put-worker nil) (send ?o put-acting no) (send ?o put-duty no))

(deffunction close-need (?need ?status)
   (bind ?o (of-need ?need))
   (if (neq (send ?o get-holder) nil) then
      (send ?o put-last-holder (send ?o get-holder))
      (send ?o put-last-worker (send ?o get-worker))
      (send ?o put-last-acting (send ?o get-acting)))
   (release ?o)
   (send ?o put-awaits nil)
   (send ?o put-status ?status)
   (do-for-all-facts ((?t todo)) (and (eq ?t:need ?need) (neq ?t:kind safety_follow_up) (neq ?t:kind feed_back_outcome))
      (retract ?t))
   (outcome-known ?need))

(deffunction hold (?need ?service ?worker ?duty)
   (bind ?o (of-need ?need))
   (send ?o put-holder ?service) (send ?o put-worker ?worker) (send ?o put-acting no) (send ?o put-duty ?duty))

;; the holder moves when a worker is named; until then a name is asked for
(deffunction accept-by (?need ?service ?worker)
   (bind ?o (of-need ?need))
   (if (not (is-open ?need)) then (return))
   (taken ?need ?service)
   (if (neq ?worker nil) then
      (send ?o put-awaits nil)
      (hold ?need ?service ?worker no)
      (return))
   (if (or (and (eq (send ?o get-holder) ?service) (eq (send ?o get-acting) no)) (eq (send ?o get-awaits) ?service))
      then (return))
   (send ?o put-awaits ?service)
   (send ?o put-awaits-from ?*now*))

(deffunction overturn (?need ?service)
   (do-for-fact ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need) (eq ?c:service ?service))
      (modify ?c (open no)))
   (settle-refuser ?need ?service)
   (delayed-do-for-all-facts ((?b bounce))
      (and (eq ?b:refusal yes) (eq ?b:attempt no) (eq ?b:overturned no) (eq ?b:need ?need) (eq ?b:service ?service))
      (modify ?b (overturned yes))))

(deffunction end-challenges (?need)
   (delayed-do-for-all-facts ((?c challenge)) (and (eq ?c:need ?need) (eq ?c:open yes)) (modify ?c (open no))))

;; the ladder: rungs at 1, 3, 5, 10, 15 and 20 working days from the decline
(deffunction rung-due (?declined ?opened ?minimum ?rung)
   (bind ?due (due ?declined (nth$ (+ ?rung 1) (create$ 1 3 5 10 15 20))))
   (if (= ?rung ?minimum) then (max ?due (due ?opened 1)) else ?due))

(deffunction rung-at (?declined ?opened ?minimum)
   (bind ?rung ?minimum)
   (while (and (< ?rung 5) (<= (rung-due ?declined ?opened ?minimum ?rung) ?*now*)) (bind ?rung (+ ?rung 1)))
   ?rung)

;; work that a rung asks for is done: the ladder shows what follows it
(deffunction complete-rung (?need ?service ?next)
   (delayed-do-for-all-facts ((?c challenge))
      (and (eq ?c:open yes) (or (eq ?need any) (and (eq ?c:need ?need) (eq ?c:service ?service))))
      (if (< (rung-at ?c:declined ?c:opened ?c:rung) ?next) then (modify ?c (rung ?next) (opened ?*now*)))))

(deffunction ask-both (?owner ?worker)
   (if (not (any-factp ((?t todo)) (eq ?t:kind ask_both)))
      then (add-todo ask_both both (due ?*now* 1) ?owner ?worker nil nil)))

(deffunction has-care (?need)
   (bind ?o (of-need ?need))
   (or (eq (send ?o get-choice) yes)
       (and (neq (send ?o get-until) nil) (> (send ?o get-until) (london-day ?*now*)))))

(deffunction touched () (bind ?*in-touch* (if (eq ?*in-touch* nil) then ?*now* else (max ?*in-touch* ?*now*))))

(deffunction is-over (?ends ?to ?including) (or (< ?ends ?to) (and ?including (= ?ends ?to))))

;; a bounce that nobody's event made, at the instant when a clock ran out
(deffunction bounce-by-time (?code ?need ?service ?at)
   (bind ?n ?*n*) (bind ?now ?*now*)
   (bind ?*n* -1) (bind ?*now* ?at)
   (add-bounce -1 ?code soft ?need ?service no no nil ?at ?at)
   (bind ?*n* ?n) (bind ?*now* ?now))

;; S08: a call that we left a message for, and nobody returned; about the leg of that service, or any open need
(deffunction need-of-call (?service)
   (progn$ (?need (create$ mental_health substance_use))
      (if (and (is-open ?need) (eq (send (of-need ?need) get-service) ?service)) then (return ?need)))
   (progn$ (?need (create$ mental_health substance_use))
      (if (is-open ?need) then (return ?need)))
   nil)

(deffunction pass-calls (?to ?including)
   (delayed-do-for-all-facts ((?t todo))
      (and (eq ?t:kind call_back) (eq ?t:words we-wait) (is-over ?t:due ?to ?including))
      (bind ?due ?t:due) (bind ?service ?t:service)
      (modify ?t (words not-returned))
      (bind ?need (need-of-call ?service))
      (if (neq ?need nil) then (bounce-by-time S08 ?need ?service ?due))))

;; SILENCE: what ran out by ?to is recorded; before an event, one that runs out at that very instant still counts as met
(deffunction pass-time (?to ?including)
   (progn$ (?need (create$ mental_health substance_use))
      (bind ?o (of-need ?need))
      (bind ?ends (send ?o get-silent-from))
      (if (and (is-open ?need) (neq (send ?o get-leg) nil) (eq (send ?o get-silent) no) (neq ?ends nil)
               (is-over ?ends ?to ?including)) then
         (send ?o put-silent yes)
         (bind ?code (if (or (eq (send ?o get-leg) accepted) (eq (send ?o get-leg) waiting)) then S03 else S02))
         (bounce-by-time ?code ?need (send ?o get-service) ?ends)))
   (pass-calls ?to ?including))
